// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todayglow.h"

#include "ui/today/todayview.h"

namespace headway::ui {

using app::TodayItem;

TodayGlow::TodayGlow(const app::Workspace &workspace, const app::TodayModel &model, TodayView &view)
    : RowGlow(workspace, view), m_model(model), m_view(view)
{
    connect(&model, &app::TodayModel::loaded, this, &TodayGlow::rowsRead);
}

TodayGlow::~TodayGlow() = default;

int TodayGlow::firstRow() const
{
    const QModelIndex top = m_view.indexAt(QPoint(m_view.viewport()->width() / 2, 0));
    return top.isValid() ? top.row() : m_model.rowCount() > 0 ? 0 : -1;
}

QRect TodayGlow::placeOf(int row) const
{
    const QRect place = m_view.visualRect(m_model.index(row));
    return {0, place.top(), m_view.viewport()->width(), place.height()};
}

// Of the activity or deal itself, not of the record that it is about.
EntityRef TodayGlow::recordAt(int row) const
{
    const TodayItem &item = m_model.at(row);
    switch (item.type) {
    case TodayItem::Type::Activity: return {EntityKind::Activity, item.id};
    case TodayItem::Type::Deal: return {EntityKind::Deal, item.id};
    default: return {};
    }
}

bool TodayGlow::isRead(int) const
{
    return true; // all at once
}

} // namespace headway::ui
