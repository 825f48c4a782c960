// SPDX-License-Identifier: GPL-3.0-or-later
// A page of cards in columns: the filter above them, a last line with totals, moving by hand, what undo brings back. The
// columns are BoardView, moving is CardCarrier; what is of deals or of leads only is in the pages that derive from it. One
// for each window; GUI thread; errors are emitted by failed().
#pragma once

#include "app/board/boardmodel.h"
#include "ui/pages/bookpage.h"

#include <QPointer>

class QHBoxLayout;
class QMenu;

namespace headway::ui {

class BoardView;
class BookContext;
class CardCarrier;
class CommandActions;
class ElidedLabel;
class EmptyPage;
class FilterBar;

class CardsPage : public BookPage
{
    Q_OBJECT
public:
    ~CardsPage() override;

    app::BoardModel &board() { return *m_board; }
    void setFilter(const Filter &filter);

    void begin() override;
    void showPlace(const QString &filter) override;
    void chooseFirst() override;
    void showCovered(int width) override;
    // The card that has the focus, and all selected cards, top first.
    EntityRef current() const override;
    std::vector<EntityRef> selection() const;
    std::vector<EntityRef> deletable() const override;
    Row presetOf(EntityKind kind) const override; // one of the current card's column
    void select(EntityRef record) override;
    std::optional<Arrangement> arrangement() const override;
    void arrange(const Arrangement &arrangement, Whose whose) override;
    FilterBar *bar() const override { return m_filterBar; }
    std::optional<app::PrintRequest> sheet() const override;

    // The text of the last line: totals, or where the carried card is now.
    QString summary() const;

protected:
    // What a page says of its records.
    struct Words {
        QString purpose = {}; // of an empty board
        QString add = {};     // its button there
    };
    // `cards` are deals or leads, whose commands are of `area`; `context` outlives it. Call listen() once the page is
    // built.
    CardsPage(BookContext &context, EntityKind cards, app::Area area, Words words, QWidget *parent);
    void listen();

    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override; // the shell focuses the page as a whole

    // The last line in ever shorter forms, of which the first that fits is shown.
    virtual QStringList totalsForms() const = 0;
    virtual void openMenu(int column, QPoint global) = 0;
    virtual std::vector<app::Column> printedColumns() const = 0;
    virtual QString printedTitle() const = 0;
    // What a new record begins with that is added in this column; -1: in none.
    virtual Row presetIn(int column) const = 0;
    // All columns that there may be in the arrangement's board.
    virtual std::vector<Lane> lanesOf(const Arrangement &arrangement) const = 0;
    virtual void showBoardOf(const Arrangement &arrangement);
    // What of an arrangement is gone, where its columns need not be told one by one; empty: nothing.
    virtual std::vector<Sentence> goneIn(const Arrangement &arrangement) const;
    virtual void addLaneCommands() {}

    void addCommand(app::Command command, app::OwnCommands &to);
    // "Move to the next …", "Pick up …", with ids that begin with `prefix`.
    void addMoveCommands(const QString &prefix, const QString &next, const QString &before);
    // For each column "Move to Offer", so that the palette finds it.
    void addLaneCommands(const QString &prefix);
    void addLanes(QMenu &menu, int except);
    void addOwners(QMenu &menu);
    void showSummary();
    QHBoxLayout &barRow() { return *m_barRow; }       // with the filter bar
    const Filter &filter() const { return m_filter; } // also before it is read

    BookContext &m_context;
    app::BoardModel *m_board;
    QPointer<CommandActions> m_actions;
    app::OwnCommands m_ownCommands;
    app::OwnCommands m_laneCommands; // "Move to Offer"
    BoardView *m_view;
    CardCarrier *m_carrier;
    FilterBar *m_filterBar = nullptr;

private:
    void build();
    QWidget *makeBar();
    void showEmptiness();
    void announce(const QString &text);
    void onChanged(const ChangeSet &set);
    void showTakenBack();
    void changeOwner(UserId owner);
    void keepOpen();
    QStringList openLanes() const;
    std::vector<Sentence> open(const QStringList &names, const std::vector<Lane> &lanes, Whose whose);

    const app::Area m_area;
    const Words m_words;
    QHBoxLayout *m_barRow = nullptr;
    ElidedLabel *m_summary = nullptr;
    EmptyPage *m_empty = nullptr;

    bool m_isBegun = false; // it was shown once
    Filter m_filter;
    Whose m_whose = Whose::Own;           // what is arranged now
    std::vector<app::CardId> m_takenBack; // moved by undo or redo, to be focused once drawn
    std::vector<app::CardId> m_cameBack;  // changed by it, to be seen for a moment then
};

} // namespace headway::ui
