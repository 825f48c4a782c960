// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that undo or redo brought back, or changed, are seen for a moment once they are there, where things may
// move. Of a view that is in sight; paints only (ui/controls/glide.h). Which records stand where, the page's own
// kind of it says. GUI thread; nothing fails.
#pragma once

#include "domain/fields/entity.h"

#include <QObject>
#include <QSet>

class QAbstractItemView;

namespace headway {
struct ChangeSet;
}
namespace headway::app {
class Workspace;
}

namespace headway::ui {

class RowGlow : public QObject
{
    Q_OBJECT
public:
    // Belongs to the view; the workspace outlives it.
    RowGlow(const app::Workspace &workspace, QAbstractItemView &view);
    ~RowGlow() override;

protected:
    // To be called when the rows were read again, and when more of their cells are there.
    void rowsRead();
    void cellsRead();

    virtual int firstRow() const = 0;              // in sight; -1: none
    virtual QRect placeOf(int row) const = 0;      // from side to side of the viewport, in its coordinates
    virtual EntityRef recordAt(int row) const = 0; // id 0: a heading
    virtual bool isRead(int row) const = 0;        // else its cells come later

private:
    void note(const ChangeSet &set);
    void showSoon();
    void show();

    const app::Workspace &m_workspace;
    QAbstractItemView &m_view;
    QSet<EntityRef> m_noted;
    bool m_isThere = false;   // the rows were read since
    bool m_isAwaited = false; // show() comes before the window is painted
};

} // namespace headway::ui
