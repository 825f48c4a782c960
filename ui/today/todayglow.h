// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of Today that undo or redo brought back: ui/pages/rowglow.h. Part of TodayPage.
#pragma once

#include "ui/pages/rowglow.h"

namespace headway::app {
class TodayModel;
}

namespace headway::ui {

class TodayView;

class TodayGlow : public RowGlow
{
    Q_OBJECT
public:
    // All outlive it; `view` shows the model.
    TodayGlow(const app::Workspace &workspace, const app::TodayModel &model, TodayView &view);
    ~TodayGlow() override;

protected:
    int firstRow() const override;
    QRect placeOf(int row) const override;
    EntityRef recordAt(int row) const override;
    bool isRead(int row) const override;

private:
    const app::TodayModel &m_model;
    const TodayView &m_view;
};

} // namespace headway::ui
