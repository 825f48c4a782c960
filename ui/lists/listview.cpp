// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listview.h"

#include "app/lists/listmodel.h"
#include "app/program/settings.h"
#include "domain/records/record.h"
#include "ui/controls/listheader.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/lists/celleditor.h"
#include "ui/lists/groupheads.h"
#include "ui/lists/listcolumns.h"
#include "ui/lists/listdelegate.h"
#include "ui/lists/listgroups.h"
#include "ui/style/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int fewestPixels = 4; // above and below the letters together, however large they are

int rowPixels(app::Density density)
{
    switch (density) {
    case app::Density::Compact: return 22;
    case app::Density::Roomy: return 32;
    case app::Density::Normal: break;
    }
    return 26;
}

} // namespace

ListView::ListView(app::ListModel &model, const EditorContext &context, app::Settings &settings,
                   QWidget *parent)
    : PinnedTable(parent), m_model(model), m_context(context), m_settings(settings),
      m_cells(new ListDelegate(model, this))
{
    setModel(&model);
    setItemDelegate(m_cells);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setFrameShape(NoFrame);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    auto *header = new ListHeader(this);
    header->holdFirst();
    setHorizontalHeader(header);
    setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, this));
    setHorizontalScrollBar(new SlimScrollBar(Qt::Horizontal, this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    showDensity();
    auto *corner = new QWidget(this); // else the style paints a bracket where the scroll bars meet
    corner->setAutoFillBackground(true);
    corner->setBackgroundRole(QPalette::Window); // as the bars are
    setCornerWidget(corner);
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setSortIndicatorClearable(true);
    setSortingEnabled(true);
    m_columns = new ListColumns(*this, model, settings);
    m_groups = new ListGroups(*this, model, settings);
    connect(&settings, &app::Settings::changed, this, [this](QLatin1StringView name) {
        if (name == app::setting::density.name)
            showDensity();
    });
    connect(this, &QTableView::doubleClicked, this, &ListView::editCell);
}

ListView::~ListView() = default;

EntityRef ListView::current() const
{
    return m_model.recordAt(currentIndex().row());
}

void ListView::showDensity()
{
    const int least = fontMetrics().height() + fewestPixels;
    const int height = std::max(rowPixels(m_settings.value(app::setting::density)), least);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

std::vector<qint64> ListView::selectedIds() const
{
    std::vector<qint64> ids;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (const qint64 id = m_model.recordAt(row).id)
                ids.push_back(id);
        }
    }
    return ids;
}

std::vector<EntityRef> ListView::selection() const
{
    QItemSelection ranges = selectionModel()->selection();
    std::sort(ranges.begin(), ranges.end(),
              [](const QItemSelectionRange &a, const QItemSelectionRange &b) { return a.top() < b.top(); });
    std::vector<EntityRef> records;
    for (const QItemSelectionRange &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (const EntityRef record = m_model.recordAt(row); record.id)
                records.push_back(record); // else the head of a group
        }
    }
    if (records.empty() && current().id)
        records.push_back(current());
    return records;
}

void ListView::select(qint64 id)
{
    m_model.reveal(id);
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    // Not selectRow(): the keys of the command that chose it may still be held, which would choose it beside others.
    selectionModel()->setCurrentIndex(m_model.index(row, 0),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(m_model.index(row, 0));
}

void ListView::selectFirst()
{
    const int row = m_model.headAt(0) && m_model.rowCount() > 1 && !m_model.headAt(1) ? 1 : 0;
    selectRow(row);
    if (!currentIndex().isValid())
        setCurrentIndex(m_model.index(row, 0));
}

int ListView::widestInSight(int column,
                            int (ListDelegate::*need)(const QStyleOptionViewItem &, const QModelIndex &)
                                const) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const auto [first, last] = rowsInSight();
    int widest = 0;
    for (int row = first; row <= last; ++row)
        widest = std::max(widest, (m_cells->*need)(option, m_model.index(row, column)));
    return widest;
}

int ListView::sizeHintForColumn(int column) const
{
    return widestInSight(column, &ListDelegate::widthOf);
}

int ListView::leastWidthOfColumn(int column) const
{
    return app::isFigure(m_model.kind(), m_model.columns()[size_t(column)])
        ? widestInSight(column, &ListDelegate::leastWidthOf)
        : 0;
}

void ListView::paintEvent(QPaintEvent *event)
{
    PinnedTable::paintEvent(event);
    std::vector<HeadInSight> heads;
    const auto [first, last] = rowsInSight();
    for (int row = first; row <= last; ++row) {
        if (const app::GroupHead *head = m_model.headAt(row))
            heads.push_back({head, QRect(0, rowViewportPosition(row), viewport()->width(), rowHeight(row)),
                             row == currentIndex().row() && hasFocus(), row == hoveredRow()});
    }
    if (heads.empty())
        return;
    QPainter painter(viewport());
    painter.setClipRegion(event->region());
    paintGroupHeads(painter, heads, m_model, m_context.rules.display, *viewport());
}

bool ListView::isEditable(const QModelIndex &cell) const
{
    if (!cell.isValid())
        return false;
    const app::Column &column = m_model.columns()[size_t(cell.column())];
    const bool isField =
        column.field >= 0 && app::isEditable(m_model.kind(), entityInfo(m_model.kind()).field(column.field));
    return (isField || column.own) && m_model.rowAt(cell.row());
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
            && each->isOf(m_model.columns()[size_t(cell.column())])) {
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
        if (!m_model.rowAt(cell.row()) && !m_model.headAt(cell.row()))
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
    if (m_groups->takeKey(*event))
        return;
    PinnedTable::keyPressEvent(event);
}

void ListView::mousePressEvent(QMouseEvent *event)
{
    PinnedTable::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier)
        m_groups->takeClick(event->position().toPoint());
}

// The second click on a head is another click, not the edit of a cell.
void ListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_model.headAt(rowAt(int(event->position().y()))))
        mousePressEvent(event);
    else
        PinnedTable::mouseDoubleClickEvent(event);
}

void ListView::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuWanted(event->globalPos());
}

void ListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    PinnedTable::currentChanged(current, previous);
    if (m_model.headAt(current.row()) || m_model.headAt(previous.row()))
        viewport()->update(); // heads are painted over all columns
    // On a head the details go on showing the record that was read last.
    if (current.row() != previous.row() && !m_model.headAt(current.row()))
        Q_EMIT currentRecordChanged(m_model.recordAt(current.row()));
}

} // namespace headway::ui
