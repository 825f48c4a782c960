// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a board, with those that stand aside (won, lost …) folded in a rail at the right, and others without
// cards folded where they stand: which card has the focus, which are selected, where a card is on the screen. Shows its
// model; moves nothing itself. Part of CardsPage; CardCarrier moves the cards; GUI thread; nothing fails.
#pragma once

#include "app/board/cardid.h"

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
    app::CardId current() const;
    // Top first; while cards are carried, the carried ones.
    std::vector<app::CardId> selection() const;
    bool hasSelection() const; // without counting them: commands ask often
    void select(app::CardId id);
    // Focuses the card that was current last, or the first one.
    void takeFocus();
    // Selects and focuses these if their column is unfolded; else nothing changes.
    void focusCards(const std::vector<app::CardId> &ids);
    // Focuses the card that is now in the place of those just moved out of sight.
    void focusNext();

    bool isUnfolded(int column) const; // its cards are shown
    // Columns that stay unfolded though they have no cards. Others fold by themselves, as long as some column has
    // cards; one that gets a card unfolds.
    void keepOpen(const QSet<qint64> &lanes);
    const QSet<qint64> &openedLanes() const { return m_keptOpen; }
    // What stands aside and is unfolded all the same, now or when its pipeline is shown; the others are in the rail.
    void showAside(const QSet<qint64> &lanes);
    // The column that many steps to the right in visible order, folded ones last. -1: there is none.
    int beside(int column, int steps) const;
    // Where a question about the selected cards opens: at a folded column, or at the first card (-1). Null:
    // neither is visible.
    QRect placeOf(int column) const;
    // These came back by undo or redo: seen for a moment, where things may move.
    void glow(const std::vector<app::CardId> &ids);
    // Highlights the folded column that a carried card is over, and widens the rail if it is there; -1: none.
    void showTarget(int column);
    // So many pixels at its end lie under something: the columns can be scrolled from under it, and the one that
    // has the keyboard is.
    void showCovered(int width);
    // Events of the columns go to this event filter first.
    void filterInput(QObject &filter);
    QWidget *columnsArea() const;

Q_SIGNALS:
    void selected(headway::app::CardId id); // 0: none
    void opened(headway::app::CardId id);
    // By mouse; `row` counts only the cards that stay.
    void dropped(const std::vector<headway::app::CardId> &ids, int column, int row);
    void menuWanted(int column, QPoint global);
    void addWanted(int column);               // a record in this column
    void keptOpen(const QSet<qint64> &lanes); // by hand
    void asideToggled();                      // by hand: a column at the side was unfolded, or folded
    void dragEnded();                         // by mouse

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // A column, and what stands for it while it is folded.
    struct Place {
        BoardColumnView *column =
            nullptr;                    // null: not unfolded yet; one that stands aside has none while folded
        FoldedColumn *folded = nullptr; // null: it was never folded
        bool isUnfolded = false;
    };

    void build();
    void buildColumns();
    void sendAway(BoardColumnView &column);
    void endDrag();
    CardMotion *makeMotion();
    void drop(const std::vector<app::CardId> &ids, int column, int row);
    QRect placeOfCard(int column,
                      app::CardId id) const; // of the folded column where it is; null: out of sight
    Place &placeAt(int column) { return m_places[size_t(column)]; }
    const Place &placeAt(int column) const { return m_places[size_t(column)]; }
    bool isInRail(int column) const;
    int positionOf(int column) const; // among the widgets of the strip
    void addColumn(int column);
    void addToRail(int column);
    void listenTo(QWidget &part);
    void orderTabs();
    void growStrip();
    void makeRoom();
    int coveredColumns() const;       // pixels of the columns' area
    void reveal(const QWidget &part); // of the strip
    void toggleAside(int column);
    void showAside(int column, bool isShown);
    void showTotals();

    // Columns without cards.
    bool isEmptyColumn(int column) const;
    bool shouldFold(int column) const;
    void unfoldFilled();
    void foldEmpty();
    void foldEmptyColumn(int column);
    void unfoldEmptyColumn(int column);
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
    QSet<qint64> m_keptOpen;     // columns
    QTimer m_foldSoon;           // after the step that emptied a column has placed the focus
    bool m_isDragging = false;   // by mouse
    QPointer<QObject> m_filter;
    QPointer<CardList> m_active; // the list that has the focus, or had it last
    app::CardId m_lastSelected = {};
};

} // namespace headway::ui
