// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the board, with won and lost folded in a rail at the right, and open stages without deals folded
// where they stand: which card has the focus, which are selected, where a card is on the screen. Shows its
// model; moves nothing itself. Part of BoardPage; CardCarrier moves the cards; GUI thread; nothing fails.
#pragma once

#include "domain/fields/ids.h"

#include <QPointer>
#include <QSet>
#include <QTimer>
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
class CardMotion;
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
    bool hasSelection() const; // without counting them: commands ask often
    void select(DealId deal);
    // Focuses the card that was current last, or the first one.
    void takeFocus();
    // Selects and focuses these if their column is unfolded; else nothing changes.
    void focusDeals(const std::vector<DealId> &deals);
    // Focuses the card that is now in the place of those just moved out of sight.
    void focusNext();

    bool isUnfolded(int column) const; // its cards are shown
    // Open stages that stay unfolded though they have no deals. Others fold by themselves, as long as some stage
    // has deals; a stage that gets one unfolds.
    void keepOpen(const QSet<qint64> &stages);
    const QSet<qint64> &openedStages() const { return m_keptOpen; }
    // Won and lost stages that are columns, now or when their pipeline is shown; the others are in the rail.
    void showClosed(const QSet<qint64> &stages);
    // The column that many steps to the right in visible order, folded ones last. -1: there is none.
    int beside(int column, int steps) const;
    // Where a question about the selected cards opens: at a folded column, or at the first card (-1). Null:
    // neither is visible.
    QRect placeOf(int column) const;
    // These came back by undo or redo: seen for a moment, where things may move.
    void glow(const std::vector<DealId> &deals);
    // Highlights the folded column that a carried card is over, and widens the rail if it is there; -1: none.
    void showTarget(int column);
    // So many pixels at its end lie under something: the columns can be scrolled from under it, and the one that
    // has the keyboard is.
    void showCovered(int width);
    // Events of the columns go to this event filter first.
    void filterInput(QObject &filter);
    QWidget *columnsArea() const;

Q_SIGNALS:
    void selected(headway::DealId deal); // 0: none
    void opened(headway::DealId deal);
    // By mouse; `row` counts only the cards that stay.
    void dropped(const std::vector<headway::DealId> &deals, int column, int row);
    void menuWanted(int column, QPoint global);
    void addWanted(int column);                // a deal in this stage
    void keptOpen(const QSet<qint64> &stages); // by hand
    void closedToggled();                      // by hand: a won or lost stage became a column, or folded
    void dragEnded();                          // by mouse

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // A stage: its column, and what stands for it while it is folded.
    struct Place {
        BoardColumnView *column =
            nullptr;                    // null: not unfolded yet; a won or lost stage has none while folded
        FoldedColumn *folded = nullptr; // null: an open stage that was never folded
        bool isUnfolded = false;
    };

    void build();
    void buildColumns();
    void sendAway(BoardColumnView &column);
    void endDrag();
    CardMotion *makeMotion();
    void drop(const std::vector<DealId> &deals, int column, int row);
    QRect placeOfCard(int column, DealId deal) const; // of the folded column where it is; null: out of sight
    Place &placeAt(int column) { return m_places[size_t(column)]; }
    const Place &placeAt(int column) const { return m_places[size_t(column)]; }
    bool isInRail(int column) const;  // won or lost
    int positionOf(int column) const; // among the widgets of the strip
    void addColumn(int column);
    void addToRail(int column);
    void listenTo(QWidget &part);
    void orderTabs();
    void growStrip();
    void makeRoom();
    int coveredColumns() const;       // pixels of the columns' area
    void reveal(const QWidget &part); // of the strip
    void toggleClosed(int column);
    void showClosed(int column, bool isShown);
    void showTotals();

    // Stages without deals.
    bool isEmptyStage(int column) const;
    bool shouldFold(int column) const;
    void unfoldFilled();
    void foldEmpty();
    void foldEmptyStage(int column);
    void unfoldEmptyStage(int column);
    void keepOpen(int column, bool isOpen);
    void showFoldable();

    // The rail lies over the columns while it is wide, so that they do not move under the mouse.
    enum class RailWidth { Thin, Wide };
    void widenRail(RailWidth width);
    void placeRail();

    CardList *listOf(int column) const; // nullptr: folded
    FoldedColumn *foldedOf(int column) const;
    std::vector<int> order() const;
    void focusColumn(int column, int nearRow);
    void onMeant(CardList &list);
    bool pressed(CardList &list, int key);
    bool pressed(FoldedColumn &folded, int key);
    void walk(int column, int key, int nearRow);

    app::BoardModel &m_board;
    CardDelegate *m_delegate;
    CardMotion *m_motion;
    QScrollArea *m_scroll = nullptr;
    EdgeScroll *m_edge = nullptr;
    QWidget *m_strip = nullptr; // holds the columns
    QHBoxLayout *m_columnsLayout = nullptr;
    QWidget *m_railRoom = nullptr; // what the layout leaves for the rail
    QWidget *m_rail = nullptr;
    QVBoxLayout *m_railLayout = nullptr;
    RailWidth m_railWidth = RailWidth::Thin;
    int m_covered = 0;           // pixels
    std::vector<Place> m_places; // by column of the board
    QSet<qint64> m_keptOpen;     // stages
    QTimer m_foldSoon;           // after the step that emptied a stage has placed the focus
    bool m_isDragging = false;   // by mouse
    QPointer<QObject> m_filter;
    QPointer<CardList> m_active; // the list that has the focus, or had it last
    DealId m_lastSelected = {};
};

} // namespace headway::ui
