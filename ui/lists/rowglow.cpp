// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/rowglow.h"

#include "app/lists/listmodel.h"
#include "app/workspace/workspace.h"
#include "ui/controls/glide.h"
#include "ui/lists/listview.h"
#include "ui/style/motion.h"

#include <QCoreApplication>

#include <utility>
#include <vector>

namespace headway::ui {

RowGlow::RowGlow(const app::Workspace &workspace, const app::ListModel &model, ListView &view)
    : QObject(&view), m_workspace(workspace), m_model(model), m_view(view)
{
    connect(&workspace, &app::Workspace::changed, this, &RowGlow::note);
    connect(&model, &app::ListModel::loaded, this, [this] {
        m_isThere = true;
        showSoon();
    });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] {
        if (!m_noted.isEmpty() && m_isThere)
            showSoon();
    });
}

RowGlow::~RowGlow() = default;

void RowGlow::note(const ChangeSet &set)
{
    const Origin origin = set.operation.origin;
    const bool isTakenBack = origin == Origin::Undo || origin == Origin::Redo;
    if (!isTakenBack || set.operation.actor != m_workspace.user() || !m_view.isVisible()
        || !Motion::mayMove())
        return;
    m_noted.clear();
    m_isThere = false;
    for (const Change &change : set.changes) {
        if (change.ref.kind == m_model.kind() && change.kind != ChangeKind::Remove)
            m_noted.insert(change.ref.id);
    }
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
    const int first = m_view.rowAt(0);
    for (int row = first; row >= 0 && row < m_model.rowCount(); ++row) {
        const QRect place(sight.left(), sight.top() + m_view.rowViewportPosition(row), sight.width(),
                          m_view.rowHeight(row));
        if (place.top() > sight.bottom())
            break;
        if (!m_noted.contains(m_model.recordAt(row).id))
            continue;
        if (!m_model.rowAt(row))
            return;
        area |= place & sight;
        pieces.push_back(Glide::glow(m_view, place & sight));
    }
    m_noted.clear();
    if (!pieces.empty())
        Glide::show(m_view, area, Glide::pictureOf(m_view, area), std::move(pieces));
}

} // namespace headway::ui
