// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of one column: shows where a dragged card would land, and emits dropped(). It moves nothing
// itself: CardCarrier does. GUI thread; nothing fails.
#pragma once

#include "app/board/cardid.h"

#include <QListView>
#include <QPersistentModelIndex>

#include <vector>

class QMimeData;

namespace headway::app {
class BoardModel;
}

namespace headway::ui {

class CardDelegate;
class EdgeScroll;

class CardList : public QListView
{
    Q_OBJECT
public:
    CardList(app::BoardModel &board, int column, CardDelegate &delegate, QWidget *parent);
    ~CardList() override;

    int column() const { return m_column; }
    app::CardId currentCard() const;
    std::vector<app::CardId> selectedCards() const; // top first
    void select(app::CardId id);                    // alone, and scrolled to
    void selectAllOf(const std::vector<app::CardId> &ids);
    QRect cardRect(app::CardId id) const; // in viewport coordinates; empty: not in this list
    int firstInSight() const;             // rows
    int lastInSight() const;              // -1: there is none
    // The row in which a card dropped at this place of the viewport would land, counting all rows.
    int dropRow(QPoint place) const;

    void setHint(const QString &hint); // shown where there are no cards
    void doItemsLayout() override;

Q_SIGNALS:
    // `row` counts only the cards that stay.
    void dropped(const std::vector<headway::app::CardId> &ids, int row);
    void dragBegan();              // of cards of this list, by mouse
    void draggedAt(QPoint global); // cards are being dragged over this list
    void dragEnded();
    // The user means this list's current card, or none: the current card changed, was pressed, or got the
    // focus.
    void meant();
    void menuWanted(QPoint global);
    void clickedAgain(); // the current card, a while after the first click; a double click is not meant

protected:
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void showDropRow(int row); // -1: no drag over this list
    void paintDropLine();
    int rowWithout(int row, const std::vector<app::CardId> &ids) const;
    int dropLineAt(int row) const; // in viewport coordinates

    app::BoardModel &m_board;
    const int m_column;
    CardDelegate &m_delegate;
    EdgeScroll *m_scroll;
    QString m_hint;
    int m_dropRow = -1;
    QPersistentModelIndex m_clicked; // pressed while it was the only one chosen
};

} // namespace headway::ui
