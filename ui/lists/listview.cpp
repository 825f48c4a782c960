// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listview.h"

#include "app/lists/listmodel.h"
#include "domain/records/record.h"
#include "ui/controls/celldelegate.h"
#include "ui/controls/listheader.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/lists/celleditor.h"
#include "ui/lists/listcolumns.h"
#include "ui/style/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

ListView::ListView(app::ListModel &model, const EditorContext &context, app::Settings &settings,
                   QWidget *parent)
    : QTableView(parent), m_model(model), m_context(context)
{
    setModel(&model);
    setItemDelegate(new CellDelegate(this, CellDelegate::Chosen::Cells));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setFrameShape(NoFrame);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalHeader(new ListHeader(this));
    setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, this));
    setHorizontalScrollBar(new SlimScrollBar(Qt::Horizontal, this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(lineHeight(TextSize::Body));
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setSortIndicatorClearable(true);
    setSortingEnabled(true);
    m_columns = new ListColumns(*this, model, settings);
    connect(this, &QTableView::doubleClicked, this, &ListView::editCell);
}

ListView::~ListView() = default;

EntityRef ListView::current() const
{
    return m_model.recordAt(currentIndex().row());
}

std::vector<EntityRef> ListView::selection() const
{
    QItemSelection ranges = selectionModel()->selection();
    std::sort(ranges.begin(), ranges.end(),
              [](const QItemSelectionRange &a, const QItemSelectionRange &b) { return a.top() < b.top(); });
    std::vector<EntityRef> records;
    for (const QItemSelectionRange &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            records.push_back(m_model.recordAt(row));
    }
    if (records.empty() && current().id)
        records.push_back(current());
    return records;
}

void ListView::select(qint64 id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    selectRow(row);
    scrollTo(m_model.index(row, 0));
}

bool ListView::isEditable(const QModelIndex &cell) const
{
    if (!cell.isValid())
        return false;
    const app::Column &column = m_model.columns()[size_t(cell.column())];
    return column.field >= 0
        && app::isEditable(m_model.kind(), entityInfo(m_model.kind()).field(column.field))
        && m_model.rowAt(cell.row());
}

std::vector<CellEditor *> ListView::editors() const
{
    std::vector<CellEditor *> open;
    for (CellEditor *each : viewport()->findChildren<CellEditor *>(Qt::FindDirectChildrenOnly)) {
        if (!each->isHidden())
            open.push_back(each);
    }
    return open;
}

void ListView::editCell(const QModelIndex &cell)
{
    if (!isEditable(cell))
        return;
    const bool isSelected = selectionModel()->isSelected(cell);
    selectionModel()->setCurrentIndex(cell,
                                      isSelected
                                          ? QItemSelectionModel::NoUpdate
                                          : QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(cell);
    for (CellEditor *each : editors()) {
        if (each->record() == m_model.recordAt(cell.row())
            && each->field() == m_model.columns()[size_t(cell.column())].field) {
            each->open(); // a refused edit, still open
            return;
        }
    }
    auto *editor = new CellEditor(m_model, m_context, cell, *this);
    connect(editor, &CellEditor::left, this,
            [this, from = QPersistentModelIndex(cell)](CellEditor::Then then) {
                if (then != CellEditor::Then::Stay && from.isValid())
                    editNext(from, then == CellEditor::Then::Next ? 1 : -1);
            });
    connect(editor, &CellEditor::stageWanted, this, [this, editor](const std::vector<FieldDelta> &changes) {
        Q_EMIT stageWanted(editor->record(), changes, editor->cellPlace());
    });
    editor->open();
}

// Moves to the right, then on to the next row; or backwards.
void ListView::editNext(const QModelIndex &from, int step)
{
    const int columns = m_model.columnCount();
    const int last = m_model.rowCount() * columns;
    for (int at = from.row() * columns + from.column() + step; at >= 0 && at < last; at += step) {
        const QModelIndex cell = m_model.index(at / columns, at % columns);
        if (isEditable(cell)) {
            editCell(cell);
            return;
        }
        if (!m_model.rowAt(cell.row()))
            return; // not read yet
    }
}

void ListView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if ((enter || event->key() == Qt::Key_Space) && event->modifiers() == Qt::NoModifier && current().id) {
        Q_EMIT opened(current());
        return;
    }
    QTableView::keyPressEvent(event);
}

void ListView::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuWanted(event->globalPos());
}

void ListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        Q_EMIT currentRecordChanged(m_model.recordAt(current.row()));
}

} // namespace headway::ui
