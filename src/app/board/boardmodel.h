// SPDX-License-Identifier: GPL-3.0-or-later
// The pipeline board as a window shows it: one list of cards for each stage, true counts and sums over
// the whole filter, and cards on their way. A card picked up is carried in these models only; dropped,
// it stays where it was put while the book takes the move, and goes back with failed() if it does not.
// One for each board; GUI thread; reads and writes through the workspace.
#pragma once

#include "app/board/boardcolumnmodel.h"
#include "app/workspace/workspace.h"
#include "store/actions/actions.h"
#include "store/summaries/board.h"

#include <QCache>
#include <QSet>

class QMimeData;

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
    const store::BoardColumn &column(int column) const { return m_columns[size_t(column)]->truth; }
    BoardColumnModel &cards(int column) const { return *m_columns[size_t(column)]->cards; }
    int indexOf(StageId stage) const; // -1: not of this pipeline
    int columnOf(DealId deal) const;  // -1: not shown
    // Of all columns together, or of the open ones.
    enum class Which { All, Open };
    store::Totals totals(Which which) const;
    // How long the deals of an open column have stood in it; none where there is none.
    std::optional<qint64> averageDays(int column) const;
    // Of the deals that meet the filter, those won in the fiscal quarter of today.
    const store::Totals &wonThisQuarter() const { return m_won; }

    // nullptr while it is being read, which asking for it begins.
    const Card *card(DealId deal);

    // Carrying: whole, in their order, one below the other. Picking up others first puts these back.
    void pickUp(const std::vector<DealId> &deals);
    // `row` counts the cards that are not carried.
    void carryTo(int column, int row);
    void putBack();
    // Makes the move a step of the book. `entry` is what their stage asks for.
    void drop(const StageEntry &entry);
    bool isCarrying() const { return !m_carried.empty(); }
    bool isCarried(DealId deal) const;
    // Dropped, and not yet in the book.
    bool isMoving(DealId deal) const { return m_moving.contains(deal.value); }
    const std::vector<DealId> &carried() const { return m_carried; }
    // Those of the carried that come from another stage than `column`'s: only they are asked about.
    std::vector<DealId> comingInto(int column) const;

    // Picks up, carries and drops.
    void move(const std::vector<DealId> &deals, int column, int row, const StageEntry &entry);

    // Deals on their way by drag and drop. Those of another book, and anything else, are none.
    static QString dealsMimeType();
    QMimeData *mimeOf(const std::vector<DealId> &deals);
    std::vector<DealId> dealsIn(const QMimeData *data) const;

Q_SIGNALS:
    void columnsReset(); // there are other stages now; their models are new
    void totalsChanged();
    void loaded(); // what was asked for by show() is there
    void dropped(const std::vector<headway::DealId> &deals, int column); // drawn; the book follows
    void failed(const headway::Error &error);
    // A drop is in the book, or could not be saved: then the cards are back.
    void landed(const std::vector<headway::DealId> &deals, const std::optional<headway::Error> &refusal);

private:
    struct Column {
        store::BoardColumn truth = {};
        BoardColumnModel *cards = nullptr;
        bool isUnfolded = true;
    };
    struct Entry {
        Card card = {};
        quint64 age = 0; // the m_age in which it was read
    };
    // Where a card was before it was moved, to put it back; or where it shall be.
    struct Origin {
        DealId deal = {};
        StageId stage = {};
        int row = 0;
    };
    struct Found;
    enum class Depth { First, All };

    void read(const QSet<qint64> &stages, Depth depth);
    void take(const Found &found, Depth depth);
    void rebuild(const std::vector<store::BoardColumn> &columns);
    void readRest(const Found &found);
    void readRows();
    void keep(const std::vector<store::ListRow> &rows);
    void refreshTouched();
    void onChanged(const ChangeSet &set);
    void onDealChanged(const Change &change);
    void touch(StageId stage);
    void touchEverything();
    bool isBusy() const { return isCarrying() || m_flights > 0; }

    void place(const std::vector<DealId> &deals, int column, int row);
    void arrange(const std::vector<Origin> &places);
    void shift(store::BoardColumn &from, store::BoardColumn &to, DealId deal);
    void countEntry(const std::vector<Origin> &origins, store::BoardColumn &target, const StageEntry &entry);
    void restore(const std::vector<Origin> &origins);
    void repaint(const std::vector<DealId> &deals);
    void land(const std::vector<Origin> &origins, const Result<ChangeSet> &result);

    std::shared_ptr<Workspace> m_workspace;
    const Display m_display;
    PipelineId m_pipeline = {};
    Filter m_filter = {};
    bool m_isWanted = false; // show() was called
    bool m_isLoaded = false;
    std::vector<std::unique_ptr<Column>> m_columns;
    store::Totals m_won;

    QCache<qint64, Entry> m_cards;
    quint64 m_age = 1; // cards read before are shown, and read again
    std::vector<qint64> m_wanted;

    std::vector<DealId> m_carried;
    std::vector<Origin> m_origins; // of the carried
    QSet<qint64> m_moving;
    int m_flights = 0;

    QSet<qint64> m_touched; // stages to be read again
    bool m_isTotalsTouched = false;
    QTimer m_soon;
    QTimer m_rowsSoon;
    Ticket m_ticket;
    Ticket m_restTicket;
    Ticket m_rowsTicket;
};

} // namespace headway::app
