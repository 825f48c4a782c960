// SPDX-License-Identifier: GPL-3.0-or-later
// The pipeline board as a window shows it: one list of cards for each stage, true counts and sums over
// the whole filter, and cards on their way. A card picked up is carried in these models only; dropped,
// it stays where it was put while the book takes the move, and goes back with failed() if it does not.
// Which cards are ahead of the book is PendingMoves, the cards themselves are CardCache.
// One for each board; GUI thread; reads and writes through the workspace.
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

    // Shows the deals of a pipeline (none: the first) that meet the filter. What is shown already
    // changes by the smallest steps.
    void show(PipelineId pipeline, const Filter &filter);
    void refresh(); // reads everything again, as above
    PipelineId pipeline() const { return m_pipeline; }
    const Filter &filter() const { return m_filter; }
    // Nothing that is known to have changed is still to be read.
    bool isCurrent() const { return m_isLoaded && m_touched.isEmpty() && !m_isTotalsTouched; }
    bool isLoaded() const { return m_isLoaded; }

    // Won and lost columns have totals only until they are unfolded.
    void unfold(int column);
    void fold(int column);
    bool isUnfolded(int column) const;

    int columnCount() const { return int(m_columns.size()); }
    const store::BoardColumn &column(int column) const { return m_columns[size_t(column)]->stored; }
    BoardColumnModel &cards(int column) const { return *m_columns[size_t(column)]->cards; }
    int indexOf(StageId stage) const; // -1: not of this pipeline
    int columnOf(DealId deal) const;  // -1: not shown
    // Of all columns together, or of the open ones.
    enum class Which { All, Open };
    Totals totals(Which which) const;
    // How long the deals of an open column have stood in it; none where there is none.
    std::optional<qint64> averageDays(int column) const;
    // Of the deals that meet the filter, those won in the fiscal quarter of today.
    const Totals &wonThisQuarter() const { return m_won; }

    // nullptr while it is being read, which asking for it begins.
    const Card *card(DealId deal) { return m_cards->card(deal); }

    // Carrying: whole, in their order, one below the other. Picking up others first puts these back.
    void pickUp(const std::vector<DealId> &deals);
    // `row` counts the cards that are not carried.
    void carryTo(int column, int row);
    void putBack();
    // Makes the move a step of the book. `entry` is what their stage asks for.
    void drop(const StageTransition &transition);
    bool isCarrying() const { return m_moves.isCarrying(); }
    bool isCarried(DealId deal) const { return m_moves.isCarried(deal); }
    // Dropped, and not yet in the book.
    bool isMoving(DealId deal) const { return m_moves.isPending(deal); }
    const std::vector<DealId> &carried() const { return m_moves.carried(); }
    // Those of the carried that come from another stage than `column`'s: only they are asked about.
    std::vector<DealId> comingInto(int column) const
    {
        return m_moves.comingInto(this->column(column).stage.id);
    }

    // Picks up, carries and drops.
    void move(const std::vector<DealId> &deals, int column, int row, const StageTransition &transition);

    // Deals on their way by drag and drop. Those of another book, and anything else, are none.
    QMimeData *mimeOf(const std::vector<DealId> &deals) { return m_cards->mimeOf(deals); }
    std::vector<DealId> dealsIn(const QMimeData *data) const;

Q_SIGNALS:
    void columnsReset(); // there are other stages now; their models are new
    void totalsChanged();
    void loaded(); // what was asked for by show() is there
    void dropped(const std::vector<headway::DealId> &deals, int column); // drawn; the book follows
    void failed(const headway::Error &error);
    // A drop is in the book, or could not be saved: then the cards are back.
    void concluded(const std::vector<headway::DealId> &deals, const std::optional<headway::Error> &refusal);

private:
    struct Column {
        store::BoardColumn stored = {}; // and what has been moved since
        BoardColumnModel *cards = nullptr;
        bool isUnfolded = true;
    };

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
    std::vector<std::unique_ptr<Column>> m_columns;
    Totals m_won;

    CardCache *m_cards;
    PendingMoves m_moves;

    QSet<qint64> m_touched; // stages to be read again
    bool m_isTotalsTouched = false;
    QTimer m_soon;
    Ticket m_ticket;
    Ticket m_restTicket;
};

} // namespace headway::app
