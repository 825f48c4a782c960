// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rowglow.h"

#include "app/workspace/workspace.h"
#include "ui/controls/glide.h"
#include "ui/style/motion.h"

#include <QAbstractItemView>
#include <QCoreApplication>

#include <utility>
#include <vector>

namespace headway::ui {

RowGlow::RowGlow(const app::Workspace &workspace, QAbstractItemView &view)
    : QObject(&view), m_workspace(workspace), m_view(view)
{
    connect(&workspace, &app::Workspace::changed, this, &RowGlow::note);
}

RowGlow::~RowGlow() = default;

void RowGlow::note(const ChangeSet &set)
{
    if (!m_workspace.isTakenBackHere(set) || !m_view.isVisible() || !Motion::mayMove())
        return;
    m_noted.clear();
    m_isThere = false;
    for (const Change &change : set.changes) {
        if (change.kind != ChangeKind::Remove)
            m_noted.insert(change.ref);
    }
}

void RowGlow::rowsRead()
{
    m_isThere = true;
    showSoon();
}

void RowGlow::cellsRead()
{
    if (!m_noted.isEmpty() && m_isThere)
        showSoon();
}

// Before the rows are painted as if nothing had been.
void RowGlow::showSoon()
{
    if (!std::exchange(m_isAwaited, true))
        QMetaObject::invokeMethod(this, &RowGlow::show, Qt::QueuedConnection);
}

// Waits for rows in sight that are still being read; of the others nothing is asked.
void RowGlow::show()
{
    m_isAwaited = false;
    if (m_noted.isEmpty())
        return;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // where the rows are now
    const QRect sight(m_view.viewport()->mapTo(&m_view, QPoint()), m_view.viewport()->size());
    QRect area;
    std::vector<Glide::Piece> pieces;
    const int rows = m_view.model()->rowCount();
    for (int row = firstRow(); row >= 0 && row < rows; ++row) {
        const QRect place = placeOf(row).translated(sight.topLeft());
        if (place.top() > sight.bottom())
            break;
        if (!m_noted.contains(recordAt(row)))
            continue;
        if (!isRead(row))
            return;
        area |= place & sight;
        pieces.push_back(Glide::glow(m_view, place & sight));
    }
    m_noted.clear();
    if (!pieces.empty())
        Glide::show(m_view, area, Glide::pictureOf(m_view, area), std::move(pieces));
}

} // namespace headway::ui
