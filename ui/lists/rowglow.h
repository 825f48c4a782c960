// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that undo or redo brought back, or changed, are seen for a moment once they are there, where things may
// move. Of a list that is in sight; paints only (ui/controls/glide.h). Part of ListPage; GUI thread; nothing fails.
#pragma once

#include <QObject>
#include <QSet>

namespace headway {
struct ChangeSet;
}
namespace headway::app {
class ListModel;
class Workspace;
} // namespace headway::app

namespace headway::ui {

class ListView;

class RowGlow : public QObject
{
    Q_OBJECT
public:
    // All outlive it; `view` shows the model.
    RowGlow(const app::Workspace &workspace, const app::ListModel &model, ListView &view);
    ~RowGlow() override;

private:
    void note(const ChangeSet &set);
    void showSoon();
    void show();

    const app::Workspace &m_workspace;
    const app::ListModel &m_model;
    ListView &m_view;
    QSet<qint64> m_noted;     // ids
    bool m_isThere = false;   // the list was read since
    bool m_isAwaited = false; // show() comes before the window is painted
};

} // namespace headway::ui
