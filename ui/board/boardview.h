// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the board, with won and lost folded at the right: which card has the focus, which are
// selected, where a card is on the screen. Shows its model; moves nothing itself. Part of BoardPage;
// CardCarrier moves the cards; GUI thread; nothing fails.
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

    // The card that has the focus, or had it last; none: 0.
    DealId current() const;
    // Top first; while cards are carried, the carried ones.
    std::vector<DealId> selection() const;
    void select(DealId deal);
    // Focuses the card that was current last, or the first one.
    void takeFocus();
    // Selects and focuses these if their column is unfolded; else nothing changes.
    void focusDeals(const std::vector<DealId> &deals);
    // Focuses the card that is now in the place of those just moved out of sight.
    void focusNext();

    bool isUnfolded(int column) const; // its cards are shown
    // The column that many steps to the right in visible order, folded ones last. -1: there is none.
    int beside(int column, int steps) const;
    // Where a question about the selected cards opens: at a folded column, or at the first card (-1). Null:
    // neither is visible.
    QRect placeOf(int column) const;
    // Highlights the folded column that a carried card is over; -1: none.
    void showTarget(int column);
    // Events of the columns go to this event filter first.
    void filterInput(QObject &filter);
    QWidget *columnsArea() const;

Q_SIGNALS:
    void selected(headway::DealId deal); // 0: none
    void opened(headway::DealId deal);
    // By mouse; `row` counts only the cards that stay.
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
    std::vector<BoardColumnView *> m_columns; // the unfolded ones, from left to right
    std::vector<FoldedColumn *> m_folded;
    QPointer<QObject> m_filter;
    QPointer<CardList> m_active; // the list that has the focus, or had it last
    DealId m_lastSelected = {};
};

} // namespace headway::ui
