// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and re-reading the board, and updating its columns. Moving is in boardmoves.cpp.
#include "app/board/boardmodel.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr int collectFor = 50; // ms: changes that come together cause one read

} // namespace

BoardModel::BoardModel(std::shared_ptr<Workspace> workspace, const Display &display, QObject *parent)
    : QObject(parent), m_workspace(std::move(workspace)), m_display(display),
      m_cards(new CardCache(
          *m_workspace, display,
          [this](StageId id) {
              const int column = indexOf(id);
              return column < 0 ? nullptr : &this->column(column).stage;
          },
          this))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(collectFor);
    connect(&m_soon, &QTimer::timeout, this, &BoardModel::refreshTouched);
    connect(m_cards, &CardCache::changed, this, &BoardModel::showChanged);
    connect(m_workspace.get(), &Workspace::changed, this, &BoardModel::onChanged);
}

BoardModel::~BoardModel() = default;

void BoardModel::show(PipelineId pipeline, const Filter &filter)
{
    if (m_isLoaded && pipeline == m_pipeline && filter == m_filter)
        return;
    putBack();
    m_isWanted = true;
    m_pipeline = pipeline;
    m_filter = filter;
    m_isAllWanted = true;
    m_touched.clear();
    read({}, BoardDepth::First);
}

void BoardModel::refresh()
{
    m_cards->outdateAll();
    touchEverything();
}

int BoardModel::indexOf(StageId stage) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [&](const auto &each) { return each->stored.stage.id == stage; });
    return found == m_columns.end() ? -1 : int(found - m_columns.begin());
}

int BoardModel::columnOf(DealId deal) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [&](const auto &each) { return each->cards->rowOf(deal) >= 0; });
    return found == m_columns.end() ? -1 : int(found - m_columns.begin());
}

Totals BoardModel::totals(Which which) const
{
    Totals totals;
    for (const auto &each : m_columns) {
        if (which == Which::Open && isClosed(each->stored.stage.type))
            continue;
        totals.count += each->stored.count;
        for (const MoneySum &sum : each->stored.sums)
            addSum(totals.sums, sum);
    }
    return totals;
}

std::optional<qint64> BoardModel::averageDays(int column) const
{
    return store::averageDays(this->column(column), m_workspace->now());
}

bool BoardModel::isUnfolded(int column) const
{
    return isUnfolded(*m_columns[size_t(column)]);
}

bool BoardModel::isUnfolded(const Column &column) const
{
    const Stage &stage = column.stored.stage;
    return !isClosed(stage.type) || m_unfolded.contains(stage.id.value);
}

void BoardModel::unfold(int column)
{
    const bool wasUnfolded = isUnfolded(column);
    const StageId stage = m_columns[size_t(column)]->stored.stage.id;
    m_unfolded.insert(stage.value);
    if (wasUnfolded)
        return;
    touch(stage);
    m_soon.start(0);
}

void BoardModel::fold(int column)
{
    m_unfolded.remove(m_columns[size_t(column)]->stored.stage.id.value);
    m_columns[size_t(column)]->cards->show({});
}

BoardRequest BoardModel::request(const QSet<qint64> &stages, BoardDepth depth) const
{
    BoardRequest request{.pipeline = m_pipeline,
                         .filter = m_filter,
                         .quarter = thisQuarter(m_workspace->calendar()),
                         .viewer = m_workspace->viewer(),
                         .depth = depth,
                         .stages = stages,
                         .unfolded = m_unfolded};
    if (!m_pipeline && !m_workspace->lookups().pipelines.empty())
        request.pipeline = m_workspace->lookups().pipelines.front().id;
    for (const auto &each : m_columns) {
        if (each->cards->rowCount() > 0)
            request.shown.insert(each->stored.stage.id.value);
    }
    return request;
}

// Reads the totals of all columns; and the cards of `stages`, or if that is empty, of all unfolded columns.
void BoardModel::read(const QSet<qint64> &stages, BoardDepth depth)
{
    m_restTicket.cancel();
    m_isTotalsTouched = false;
    m_reading = stages;
    m_ticket = m_workspace->read<BoardFound>(
        this,
        [request = request(stages, depth)](sql::Connection &connection) {
            return readBoard(connection, request);
        },
        [this, depth](Result<BoardFound> found) {
            if (found)
                take(*found, depth);
            else if (found.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(found.error());
        });
}

void BoardModel::take(const BoardFound &found, BoardDepth depth)
{
    if (m_moves.isAhead()) { // the result may be older than what is shown
        touchEverything();
        return;
    }
    m_pipeline = found.pipeline;
    m_isAllWanted = false;
    const bool isSame = std::equal(
        m_columns.begin(), m_columns.end(), found.columns.begin(), found.columns.end(),
        [](const auto &mine, const auto &theirs) { return mine->stored.stage.id == theirs.stage.id; });
    if (!isSame || !m_isLoaded)
        rebuild(found.columns);
    for (size_t i = 0; i < m_columns.size(); ++i)
        m_columns[i]->stored = found.columns[i];
    m_won = found.won;
    m_cards->keep(found.rows);
    for (const auto &each : m_columns) {
        const auto ids = found.ids.constFind(each->stored.stage.id.value);
        if (ids != found.ids.constEnd() && isUnfolded(*each))
            each->cards->show(*ids);
    }
    m_isLoaded = true;
    Q_EMIT totalsChanged();
    if (depth == BoardDepth::First)
        readRest(found);
    Q_EMIT loaded();
}

void BoardModel::rebuild(const std::vector<store::BoardColumn> &columns)
{
    const std::vector<std::unique_ptr<Column>> old = std::exchange(m_columns, {});
    for (const store::BoardColumn &each : columns) {
        auto column = std::make_unique<Column>();
        column->stored = each;
        column->cards = new BoardColumnModel(
            each.stage.id, *m_cards,
            [this, stage = each.stage](const Card &card, int row, qint64 rows) {
                const int at = indexOf(stage.id); // the total may exceed the rows read so far
                return tr("%1, stage %2, %3 of %4")
                    .arg(card.spoken, stage.name, m_display.number(row + 1),
                         m_display.number(at < 0 ? rows : std::max(this->column(at).count, rows)));
            },
            this);
        m_columns.push_back(std::move(column));
    }
    Q_EMIT columnsReset();
    for (const auto &each : old)
        each->cards->deleteLater(); // views have dropped them by now
}

// Reads the ids of the columns that have more cards than were read at first.
void BoardModel::readRest(const BoardFound &found)
{
    const QSet<qint64> longer = found.longer();
    if (longer.isEmpty())
        return;
    m_restTicket = m_workspace->read<ColumnIds>(
        this,
        [longer, filter = m_filter, viewer = m_workspace->viewer()](sql::Connection &connection) {
            return readColumnIds(connection, longer, filter, viewer);
        },
        [this](Result<ColumnIds> rest) {
            if (!rest)
                return; // the column is read again when it next changes
            if (m_moves.isAhead()) {
                touchEverything();
                return;
            }
            for (auto each = rest->cbegin(); each != rest->cend(); ++each) {
                if (const int column = indexOf({each.key()}); column >= 0)
                    cards(column).show(each.value());
            }
        });
}

void BoardModel::showChanged(DealId deal)
{
    for (const auto &each : m_columns)
        each->cards->cardChanged(deal);
}

void BoardModel::touch(StageId stage)
{
    m_touched.insert(stage.value);
    if (!m_soon.isActive())
        m_soon.start(collectFor);
}

void BoardModel::touchEverything()
{
    for (const auto &each : m_columns)
        touch(each->stored.stage.id);
    m_isTotalsTouched = true;
    if (!m_soon.isActive())
        m_soon.start(collectFor);
}

void BoardModel::refreshTouched()
{
    if (m_moves.isAhead() || !m_isWanted)
        return;          // until the book has answered, or a board is shown
    if (m_isAllWanted) { // a read of some stages would take its place
        m_touched.clear();
        read({}, BoardDepth::First);
    } else if (!m_touched.isEmpty() || m_isTotalsTouched) {
        if (m_ticket.isPending()) // the read cancels it, too
            m_touched |= m_reading;
        if (m_restTicket.isPending()) { // the read cancels it: then nobody else would read the rest
            for (const auto &each : m_columns)
                m_touched.insert(each->stored.stage.id.value);
        }
        // A stage id that does not exist means "no cards, only totals".
        read(m_touched.isEmpty() ? QSet<qint64>{0} : std::exchange(m_touched, {}), BoardDepth::All);
    }
}

void BoardModel::onChanged(const ChangeSet &set)
{
    const auto concerns = [&set](auto... kinds) {
        return std::any_of(set.changes.begin(), set.changes.end(),
                           [&](const Change &change) { return ((change.ref.kind == kinds) || ...); });
    };
    if (!set.complete || concerns(EntityKind::Stage, EntityKind::Pipeline)) {
        refresh();
        return;
    }
    // kinds: with a filter, changes of related records may add or remove a deal.
    if (!m_filter.isEmpty()
        && concerns(EntityKind::Deal, EntityKind::TagLink, EntityKind::Tag, EntityKind::Company,
                    EntityKind::Contact, EntityKind::User, EntityKind::LineItem))
        touchEverything();
    for (const Change &change : set.changes) {
        if (change.ref.kind == EntityKind::Deal)
            onDealChanged(change);
    }
    // kinds: names, and the dates of activities, are shown on cards too: visible ones are read again.
    if (concerns(EntityKind::Company, EntityKind::Contact, EntityKind::User, EntityKind::Activity,
                 EntityKind::ActivityLink)) {
        m_cards->outdateAll();
        for (const auto &each : m_columns)
            each->cards->allChanged();
    }
}

void BoardModel::onDealChanged(const Change &change)
{
    m_cards->outdate({change.ref.id});
    m_isTotalsTouched = true;
    if (!m_soon.isActive())
        m_soon.start(collectFor);
    if (const int column = columnOf({change.ref.id}); column >= 0
        && (change.kind != ChangeKind::Update || deltaOf(change, u"stage_id") || deltaOf(change, u"rank")))
        touch(m_columns[size_t(column)]->stored.stage.id);
    if (const FieldDelta *stage = deltaOf(change, u"stage_id")) {
        for (const Value &side : {stage->before, stage->after}) {
            if (indexOf({integerOf(side)}) >= 0)
                touch({integerOf(side)});
        }
    } else if (change.kind == ChangeKind::Restore) {
        touchEverything(); // the change does not contain the deal's stage
    }
}

} // namespace headway::app
