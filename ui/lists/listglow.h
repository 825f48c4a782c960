// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a list that undo or redo brought back: ui/pages/rowglow.h. Part of ListPage.
#pragma once

#include "ui/pages/rowglow.h"

namespace headway::app {
class ListModel;
}

namespace headway::ui {

class ListView;

class ListGlow : public RowGlow
{
    Q_OBJECT
public:
    // All outlive it; `view` shows the model.
    ListGlow(const app::Workspace &workspace, const app::ListModel &model, ListView &view);
    ~ListGlow() override;

protected:
    int firstRow() const override;
    QRect placeOf(int row) const override;
    EntityRef recordAt(int row) const override;
    bool isRead(int row) const override;

private:
    const app::ListModel &m_model;
    const ListView &m_view;
};

} // namespace headway::ui
