// SPDX-License-Identifier: GPL-3.0-or-later
// A table whose first column stays in sight when it is scrolled sideways, with the shadow of its edge on the
// others. Only what is painted and hit is moved: keyboard, selection, editors and screen readers know one table.
// A column that would cover most of the table is not held. Needs a ListHeader; GUI thread; nothing fails.
#pragma once

#include <QTableView>

namespace headway::ui {

class PinnedTable : public QTableView
{
    Q_OBJECT
public:
    explicit PinnedTable(QWidget *parent = nullptr);
    ~PinnedTable() override;

    // Of the column that is held, in the viewport; empty while nothing is scrolled.
    QRect pinnedRect() const;

    // The row under the mouse is lit; so many pixels at its end lie below what is offered for it. -1: none.
    void showHovered(int row, int covered);
    int hoveredRow() const { return m_hovered; }

    // What of the cell's place is neither past a side of the list, nor below the held column or what is offered. Its
    // height is the row's: what the lower edge cuts is cut through all its cells alike.
    QRect partInSight(const QModelIndex &index, const QRect &place) const;

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    // First and last row in sight; an empty range if there are none.
    std::pair<int, int> rowsInSight() const;

private:
    int firstColumn() const;
    void paintPinned(QPainter &painter, const QRect &place);
    void updateRow(int row);

    int m_hovered = -1;
    int m_covered = 0; // pixels
};

} // namespace headway::ui
