// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/pinnedtable.h"

#include "ui/controls/listheader.h"
#include "ui/style/colours.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

namespace headway::ui {

PinnedTable::PinnedTable(QWidget *parent) : QTableView(parent)
{
}

PinnedTable::~PinnedTable() = default;

int PinnedTable::firstColumn() const
{
    return horizontalHeader()->logicalIndex(0);
}

QRect PinnedTable::pinnedRect() const
{
    const auto *header = qobject_cast<const ListHeader *>(horizontalHeader());
    const QRect place = header ? header->pinnedRect() : QRect();
    return place.isEmpty() ? QRect() : QRect(place.left(), 0, place.width(), viewport()->height());
}

QRect PinnedTable::partInSight(const QModelIndex &index, const QRect &place) const
{
    QRect seen = viewport()->rect();
    if (index.row() == m_hovered)
        seen.adjust(isRightToLeft() ? m_covered : 0, 0, isRightToLeft() ? 0 : -m_covered, 0);
    QRect part = place;
    part.setLeft(qMax(place.left(), seen.left()));
    part.setRight(qMin(place.right(), seen.right()));
    const QRect pinned = pinnedRect();
    if (index.column() == firstColumn() || !part.intersects(pinned))
        return part;
    if (isRightToLeft())
        part.setRight(pinned.left() - 1);
    else
        part.setLeft(pinned.right() + 1);
    return part;
}

void PinnedTable::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void PinnedTable::showHovered(int row, int covered)
{
    updateRow(m_hovered);
    m_hovered = row;
    m_covered = covered;
    updateRow(m_hovered);
}

QRect PinnedTable::visualRect(const QModelIndex &index) const
{
    QRect rect = QTableView::visualRect(index);
    if (index.isValid() && index.column() == firstColumn()) {
        if (const QRect pinned = pinnedRect(); !pinned.isEmpty())
            rect.moveLeft(pinned.left());
    }
    return rect;
}

QModelIndex PinnedTable::indexAt(const QPoint &point) const
{
    const QRect pinned = pinnedRect();
    if (pinned.left() > point.x() || point.x() > pinned.right())
        return QTableView::indexAt(point);
    const int row = rowAt(point.y());
    return row < 0 ? QModelIndex() : model()->index(row, firstColumn(), rootIndex());
}

// The held column is in sight already, and the others must not end up below it.
void PinnedTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QScrollBar &bar = *horizontalScrollBar();
    const bool isHeld = index.isValid() && index.column() == firstColumn() && !pinnedRect().isEmpty();
    const int aside = bar.value();
    QTableView::scrollTo(index, hint);
    if (isHeld) {
        bar.setValue(aside);
        return;
    }
    const QRect pinned = pinnedRect();
    if (pinned.isEmpty() || !index.isValid() || index.column() == firstColumn())
        return;
    const QRect cell = QTableView::visualRect(index);
    const int covered = isRightToLeft() ? cell.right() - pinned.left() + 1 : pinned.right() + 1 - cell.left();
    if (covered > 0)
        bar.setValue(bar.value() - covered);
}

void PinnedTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dx == 0)
        return;
    viewport()->update(); // what was moved along includes the held column
    horizontalHeader()->viewport()->update();
}

std::pair<int, int> PinnedTable::rowsInSight() const
{
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    const int rows = model() ? model()->rowCount(rootIndex()) : 0;
    return first < 0 ? std::pair(0, -1) : std::pair(first, last < 0 ? rows - 1 : last);
}

void PinnedTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    const QRect pinned = pinnedRect();
    if (pinned.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setClipRegion(event->region());
    paintPinned(painter, pinned);
}

void PinnedTable::paintPinned(QPainter &painter, const QRect &place)
{
    painter.fillRect(place, palette().base());
    const auto [first, last] = rowsInSight();
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = model()->index(row, firstColumn(), rootIndex());
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        option.rect = QRect(place.left(), rowViewportPosition(row), place.width(), rowHeight(row));
        if (selectionModel()->isSelected(index))
            option.state |= QStyle::State_Selected;
        if (index == currentIndex() && hasFocus())
            option.state |= QStyle::State_HasFocus;
        painter.save();
        itemDelegateForIndex(index)->paint(&painter, option, index);
        painter.restore();
    }
    paintEdgeShadow(painter, place, layoutDirection(), *this);
}

} // namespace headway::ui
