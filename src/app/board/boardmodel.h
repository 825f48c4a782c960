// SPDX-License-Identifier: GPL-3.0-or-later
// The pipeline board as a window shows it: one list of cards for each stage, counts and sums of the whole
// filter, and cards being moved. A card that is picked up is moved in these models only; when dropped, it
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
#include "store/actions/actions.h"

#include <QSet>

namespace headway::app {

class BoardModel : public QObject
{
    Q_OBJECT
public:
    BoardModel(std::shared_ptr<Workspace> workspace, const Display &display, QObject *parent = nullptr);
    ~BoardModel() override;

    Workspace &workspace() const { return *m_workspace; }
    const Display &display() const { return m_display; }

    // Shows the deals of a pipeline (none: the first) that match the filter. What is shown already is
    // changed by the smallest row operations.
    void show(PipelineId pipeline, const Filter &filter);
    void refresh(); // reads everything again, updating as show() does
    PipelineId pipeline() const { return m_pipeline; }
    const Filter &filter() const { return m_filter; }
    // Whether no known change is still to be read.
    bool isCurrent() const { return m_isLoaded && m_touched.isEmpty() && !m_isTotalsTouched; }
    bool isLoaded() const { return m_isLoaded; }

    // Won and lost columns have totals only until they are unfolded.
    void unfold(int column);
    void fold(int column);
    bool isUnfolded(int column) const;
    // The closed stages that are unfolded, of any pipeline; others of them are to be so when they are next read.
    const QSet<qint64> &unfoldedStages() const { return m_unfolded; }
    void unfoldWhenRead(const QSet<qint64> &stages) { m_unfolded = stages; }

    int columnCount() const { return int(m_columns.size()); }
    const store::BoardColumn &column(int column) const { return m_columns[size_t(column)]->stored; }
    BoardColumnModel &cards(int column) const { return *m_columns[size_t(column)]->cards; }
    int indexOf(StageId stage) const; // -1: not of this pipeline
    int columnOf(DealId deal) const;  // -1: not shown
    // Totals of all columns together, or of the open ones.
    enum class Which { All, Open };
    Totals totals(Which which) const;
    // The average time of an open column's deals in it; none if it has no deals.
    std::optional<qint64> averageDays(int column) const;
    // Of the deals that match the filter, those won in the present fiscal quarter.
    const Totals &wonThisQuarter() const { return m_won; }

    // Null while it is being read; the call starts reading it.
    const Card *card(DealId deal) { return m_cards->card(deal); }
    bool hasBriefCards() const { return m_cards->hasBrief(); } // so far

    // Deals are carried together, in their order, one below the other. Picking up others first puts these
    // back.
    void pickUp(const std::vector<DealId> &deals);
    // `row` counts the cards that are not carried.
    void carryTo(int column, int row);
    void putBack();
    // Submits the move as a step. `transition` holds the answers to their stage's questions.
    void drop(const StageTransition &transition);
    bool isCarrying() const { return m_moves.isCarrying(); }
    bool isCarried(DealId deal) const { return m_moves.isCarried(deal); }
    // Dropped, but not stored in the book yet.
    bool isMoving(DealId deal) const { return m_moves.isPending(deal); }
    const std::vector<DealId> &carried() const { return m_moves.carried(); }
    // The carried deals that come from another stage than `column`'s: only these raise questions.
    std::vector<DealId> comingInto(int column) const
    {
        return m_moves.comingInto(this->column(column).stage.id);
    }

    // Picks up, carries and drops.
    void move(const std::vector<DealId> &deals, int column, int row, const StageTransition &transition);

    // The data of a drag of deals. Data of another book, or of other types, give no deals.
    QMimeData *mimeOf(const std::vector<DealId> &deals) { return m_cards->mimeOf(deals); }
    std::vector<DealId> dealsIn(const QMimeData *data) const;

Q_SIGNALS:
    void columnsReset(); // the stages have changed; their models are new
    void totalsChanged();
    void loaded(); // what show() requested has been read
    void dropped(const std::vector<headway::DealId> &deals, int column); // shown there; not stored yet
    void failed(const headway::Error &error);
    // A drop was stored, or could not be: then the cards are back at their old places.
    void concluded(const std::vector<headway::DealId> &deals, const std::optional<headway::Error> &refusal);

private:
    struct Column {
        store::BoardColumn stored = {}; // as read, and changed by moves since
        BoardColumnModel *cards = nullptr;
    };

    bool isUnfolded(const Column &column) const;
    void read(const QSet<qint64> &stages, BoardDepth depth);
    BoardRequest request(const QSet<qint64> &stages, BoardDepth depth) const;
    void take(const BoardFound &found, BoardDepth depth);
    void rebuild(const std::vector<store::BoardColumn> &columns);
    void readRest(const BoardFound &found);
    void refreshTouched();
    void onChanged(const ChangeSet &set);
    void onDealChanged(const Change &change);
    void touch(StageId stage);
    void touchEverything();
    void showChanged(DealId deal);

    void place(const std::vector<DealId> &deals, int column, int row);
    void arrange(const std::vector<CardPlace> &places);
    void countEntry(const std::vector<CardPlace> &origins, store::BoardColumn &target,
                    const StageTransition &transition);
    void restore(std::vector<CardPlace> origins);
    void repaint(const std::vector<DealId> &deals);
    void conclude(const std::vector<CardPlace> &origins, const Result<ChangeSet> &result);

    std::shared_ptr<Workspace> m_workspace;
    const Display m_display;
    PipelineId m_pipeline = {};
    Filter m_filter = {};
    bool m_isWanted = false; // show() was called
    bool m_isLoaded = false;
    bool m_isAllWanted = false; // what show() requested has not been read yet
    std::vector<std::unique_ptr<Column>> m_columns;
    Totals m_won;
    QSet<qint64> m_unfolded; // closed stages

    CardCache *m_cards;
    PendingMoves m_moves;

    QSet<qint64> m_touched; // stages to be read again
    QSet<qint64> m_reading; // those that m_ticket is reading
    bool m_isTotalsTouched = false;
    QTimer m_soon;
    Ticket m_ticket;
    Ticket m_restTicket;
};

} // namespace headway::app
