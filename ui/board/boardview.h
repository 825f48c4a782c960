// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the board, with those of won and lost folded at the right: which card has the keyboard, which
// are selected, where a card stands in sight. Shows what its model tells; moves nothing itself. Part of
// BoardPage, carried over by CardCarrier; GUI thread; nothing fails.
#pragma once

#include "domain/fields/ids.h"

#include <QPointer>
#include <QWidget>

#include <vector>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace headway::app {
class BoardModel;
}

namespace headway::ui {

class BoardColumnView;
class CardDelegate;
class CardList;
class EdgeScroll;
class FoldedColumn;

class BoardView : public QWidget
{
    Q_OBJECT
public:
    // `board` outlives the view.
    BoardView(app::BoardModel &board, QWidget *parent);
    ~BoardView() override;

    // The card that has the keyboard, or had it last; none: 0.
    DealId current() const;
    // Top first; while some are carried, these.
    std::vector<DealId> selection() const;
    void select(DealId deal);
    // The keyboard goes to the card looked at last, or to the first one.
    void takeFocus();
    // To these, where they can be seen; else it stays.
    void focusDeals(const std::vector<DealId> &deals);
    // To what stands now where one was: the cards just moved are out of sight.
    void focusNext();

    bool isUnfolded(int column) const; // its cards are in sight
    // So many columns to the right, as they are seen: those that are folded come last. -1: there is none.
    int beside(int column, int steps) const;
    // What a question about the selected cards opens beside: a folded column, or the first card (-1). Null:
    // neither is in sight.
    QRect placeOf(int column) const;
    // The folded column that a carried card is over; -1: none.
    void showTarget(int column);
    // What is pressed in the columns goes to this object first.
    void filterInput(QObject &filter);
    QWidget *columnsArea() const;

Q_SIGNALS:
    void selected(headway::DealId deal); // 0: nothing is
    void opened(headway::DealId deal);
    // By mouse; `row` counts the cards that stay.
    void dropped(const std::vector<headway::DealId> &deals, int column, int row);
    void menuWanted(int column, QPoint global);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void buildColumns();
    BoardColumnView *addColumn(int column, int place);
    void addFolded(int column);
    void listenTo(QWidget &part);
    void toggleFold(FoldedColumn &folded);
    void showTotals();

    CardList *listOf(int column) const; // nullptr: folded
    FoldedColumn *foldedOf(int column) const;
    std::vector<int> order() const;
    void focusColumn(int column, int nearRow);
    void onMeant(CardList &list);
    bool pressed(CardList &list, int key);
    bool pressed(FoldedColumn &folded, int key);

    app::BoardModel &m_board;
    CardDelegate *m_delegate;
    QScrollArea *m_scroll = nullptr;
    EdgeScroll *m_edge = nullptr;
    QWidget *m_strip = nullptr; // holds the columns
    QHBoxLayout *m_columnsLayout = nullptr;
    QVBoxLayout *m_rail = nullptr;
    std::vector<BoardColumnView *> m_columns; // those unfolded, from left to right
    std::vector<FoldedColumn *> m_folded;
    QPointer<QObject> m_filter;
    QPointer<CardList> m_active; // the one that has, or had last, the keyboard
    DealId m_lastSelected = {};
};

} // namespace headway::ui
