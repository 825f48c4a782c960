// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listglow.h"

#include "app/lists/listmodel.h"
#include "ui/lists/listview.h"

namespace headway::ui {

ListGlow::ListGlow(const app::Workspace &workspace, const app::ListModel &model, ListView &view)
    : RowGlow(workspace, view), m_model(model), m_view(view)
{
    connect(&model, &app::ListModel::loaded, this, &ListGlow::rowsRead);
    connect(&model, &QAbstractItemModel::dataChanged, this, &ListGlow::cellsRead);
}

ListGlow::~ListGlow() = default;

int ListGlow::firstRow() const
{
    return m_view.rowAt(0);
}

QRect ListGlow::placeOf(int row) const
{
    return {0, m_view.rowViewportPosition(row), m_view.viewport()->width(), m_view.rowHeight(row)};
}

EntityRef ListGlow::recordAt(int row) const
{
    return m_model.recordAt(row);
}

bool ListGlow::isRead(int row) const
{
    return m_model.rowAt(row) != nullptr;
}

} // namespace headway::ui
