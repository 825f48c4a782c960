// SPDX-License-Identifier: GPL-3.0-or-later
// A board as a window shows it, of the deals of a pipeline by stage, or of all leads by status: one list of cards for each
// column, counts and sums of the whole filter, and cards being moved. A card that is picked up is moved in these models only; when dropped, it
// stays at its new place while the book stores the move, and returns with failed() if that fails.
// PendingMoves knows the cards whose place is not yet that in the book; CardCache holds the cards
// themselves. One for each board; GUI thread; reads and writes through the workspace.
#pragma once

#include "app/board/boardcolumnmodel.h"
#include "app/board/boardreader.h"
#include "app/board/cardcache.h"
#include "app/board/pendingmoves.h"
#include "app/workspace/workspace.h"
#include "domain/records/totals.h"
#include "domain/rules/leads.h"
#include "store/actions/actions.h"

#include <QSet>

namespace headway::app {

// To what a column asks of cards that come into it: of a stage of deals, or of a status of leads.
struct MoveAnswers {
    StageTransition stage = {};
    LeadTransition lead = {};
};

class BoardModel : public QObject
{
    Q_OBJECT
public:
    // `cards` are deals or leads.
    BoardModel(std::shared_ptr<Workspace> workspace, const Display &display, EntityKind cards,
               QObject *parent = nullptr);
    ~BoardModel() override;

    Workspace &workspace() const { return *m_workspace; }
    const Display &display() const { return m_display; }

    const store::BoardOf &of() const { return m_of; }
    EntityKind kind() const { return m_of.cards; }
    // Whether a card has a place of its own in its column, above and below others; leads lie in the order of what is
    // planned for them.
    bool hasOwnOrder() const { return kind() == EntityKind::Deal; }
    EntityRef refOf(CardId id) const { return {m_of.cards, id.value}; }

    // Shows the deals of a pipeline (none: the first), or all leads, that match the filter. What is shown already is
    // changed by the smallest row operations.
    void show(PipelineId pipeline, const Filter &filter);
    void refresh(); // reads everything again, updating as show() does
    PipelineId pipeline() const { return m_of.pipeline; }
    const Filter &filter() const { return m_filter; }
    // Whether no known change is still to be read.
    bool isCurrent() const { return m_isLoaded && m_touched.isEmpty() && !m_isTotalsTouched; }
    bool isLoaded() const { return m_isLoaded; }

    // Columns at the side (Lane::isAside) have totals only until they are unfolded.
    void unfold(int column);
    void fold(int column);
    bool isUnfolded(int column) const;
    // Those of them that are unfolded, of any pipeline; others are to be so when they are next read.
    const QSet<qint64> &unfoldedLanes() const { return m_unfolded; }
    void unfoldWhenRead(const QSet<qint64> &lanes) { m_unfolded = lanes; }

    int columnCount() const { return int(m_columns.size()); }
    const store::BoardColumn &column(int column) const { return m_columns[size_t(column)]->stored; }
    BoardColumnModel &cards(int column) const { return *m_columns[size_t(column)]->cards; }
    int indexOf(qint64 lane) const; // -1: not of this board
    int columnOf(CardId id) const;  // -1: not shown
    // Totals of all columns together, or of the open ones.
    enum class Which { All, Open };
    Totals totals(Which which) const;
    // The average time of an open column's cards in it; none if it has none.
    std::optional<qint64> averageDays(int column) const;
    // Of the deals that match the filter, those won in the present fiscal quarter.
    const Totals &wonThisQuarter() const { return m_won; }

    // Null while it is being read; the call starts reading it.
    const Card *card(CardId id) { return m_cards->card(id); }
    bool hasBriefCards() const { return m_cards->hasBrief(); } // so far

    // Cards are carried together, in their order, one below the other. Picking up others first puts these
    // back.
    void pickUp(const std::vector<CardId> &ids);
    // `row` counts the cards that are not carried.
    void carryTo(int column, int row);
    void putBack();
    // Submits the move as a step. `answers` are those to what the column asks.
    void drop(const MoveAnswers &answers);
    bool isCarrying() const { return m_moves.isCarrying(); }
    bool isCarried(CardId id) const { return m_moves.isCarried(id); }
    // Dropped, but not stored in the book yet.
    bool isMoving(CardId id) const { return m_moves.isPending(id); }
    const std::vector<CardId> &carried() const { return m_moves.carried(); }
    // The carried cards that come from another column: only these raise questions.
    std::vector<CardId> comingInto(int column) const
    {
        return m_moves.comingInto(this->column(column).lane.id());
    }

    // Picks up, carries and drops.
    void move(const std::vector<CardId> &ids, int column, int row, const MoveAnswers &answers);

    // The data of a drag. Data of another book, or of other types, give no cards.
    QMimeData *mimeOf(const std::vector<CardId> &ids) { return m_cards->mimeOf(ids); }
    std::vector<CardId> cardsIn(const QMimeData *data) const;

Q_SIGNALS:
    void columnsReset(); // there are other ones; their models are new
    void totalsChanged();
    void loaded(); // what show() requested has been read
    void dropped(const std::vector<headway::app::CardId> &ids, int column); // shown there; not stored yet
    void failed(const headway::Error &error);
    // A drop was stored, or could not be: then the cards are back at their old places.
    void concluded(const std::vector<headway::app::CardId> &ids,
                   const std::optional<headway::Error> &refusal);

private:
    struct Column {
        store::BoardColumn stored = {}; // as read, and changed by moves since
        BoardColumnModel *cards = nullptr;
    };

    bool isUnfolded(const Column &column) const;
    void read(const QSet<qint64> &lanes, BoardDepth depth);
    BoardRequest request(const QSet<qint64> &lanes, BoardDepth depth) const;
    void take(const BoardFound &found, BoardDepth depth);
    void rebuild(const std::vector<store::BoardColumn> &columns);
    void readRest(const BoardFound &found);
    void refreshTouched();
    void onChanged(const ChangeSet &set);
    void onCardChanged(const Change &change);
    void touch(qint64 lane);
    void touchEverything();
    void showChanged(CardId id);

    void place(const std::vector<CardId> &ids, int column, int row);
    void arrange(const std::vector<CardPlace> &places);
    void countEntry(const std::vector<CardPlace> &origins, store::BoardColumn &target,
                    const StageTransition &transition);
    void restore(std::vector<CardPlace> origins);
    void repaint(const std::vector<CardId> &ids);
    void conclude(const std::vector<CardPlace> &origins, const Result<ChangeSet> &result);

    std::shared_ptr<Workspace> m_workspace;
    const Display m_display;
    store::BoardOf m_of;
    Filter m_filter = {};
    bool m_isWanted = false; // show() was called
    bool m_isLoaded = false;
    bool m_isAllWanted = false; // what show() requested has not been read yet
    std::vector<std::unique_ptr<Column>> m_columns;
    Totals m_won;
    QSet<qint64> m_unfolded; // of those at the side

    CardCache *m_cards;
    PendingMoves m_moves;

    QSet<qint64> m_touched; // columns to be read again
    QSet<qint64> m_reading; // those that m_ticket is reading
    bool m_isTotalsTouched = false;
    QTimer m_soon;
    Ticket m_ticket;
    Ticket m_restTicket;
};

} // namespace headway::app
