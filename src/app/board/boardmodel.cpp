// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and re-reading the board, and updating its columns. Moving is in boardmoves.cpp.
#include "app/board/boardmodel.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr int collectFor = 50; // ms: changes that come together cause one read

// Whether the card lies elsewhere, in its column or in another one.
bool isLaidAnew(const Change &change)
{
    return deltaOf(change, laneField(change.ref.kind)) || deltaOf(change, u"rank");
}

} // namespace

BoardModel::BoardModel(std::shared_ptr<Workspace> workspace, const Display &display, EntityKind cards,
                       QObject *parent)
    : QObject(parent), m_workspace(std::move(workspace)), m_display(display), m_of{.cards = cards},
      m_cards(new CardCache(
          *m_workspace, display, cards,
          [this](qint64 id) {
              const int column = indexOf(id);
              return column < 0 ? nullptr : &this->column(column).lane;
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
    if (m_isLoaded && pipeline == m_of.pipeline && filter == m_filter)
        return;
    putBack();
    m_isWanted = true;
    m_of.pipeline = pipeline;
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

int BoardModel::indexOf(qint64 lane) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [&](const auto &each) { return each->stored.lane.id() == lane; });
    return found == m_columns.end() ? -1 : int(found - m_columns.begin());
}

int BoardModel::columnOf(CardId id) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [&](const auto &each) { return each->cards->rowOf(id) >= 0; });
    return found == m_columns.end() ? -1 : int(found - m_columns.begin());
}

Totals BoardModel::totals(Which which) const
{
    Totals totals;
    for (const auto &each : m_columns) {
        if (which == Which::Open && each->stored.lane.isClosed())
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
    const Lane &lane = column.stored.lane;
    return !lane.isAside() || m_unfolded.contains(lane.id());
}

void BoardModel::unfold(int column)
{
    const bool wasUnfolded = isUnfolded(column);
    const qint64 lane = m_columns[size_t(column)]->stored.lane.id();
    m_unfolded.insert(lane);
    if (wasUnfolded)
        return;
    touch(lane);
    m_soon.start(0);
}

void BoardModel::fold(int column)
{
    m_unfolded.remove(m_columns[size_t(column)]->stored.lane.id());
    m_columns[size_t(column)]->cards->show({});
}

BoardRequest BoardModel::request(const QSet<qint64> &lanes, BoardDepth depth) const
{
    BoardRequest request{.of = m_of,
                         .filter = m_filter,
                         .quarter = thisQuarter(m_workspace->calendar()),
                         .viewer = m_workspace->viewer(),
                         .depth = depth,
                         .lanes = lanes,
                         .unfolded = m_unfolded};
    if (kind() == EntityKind::Deal && !m_of.pipeline && !m_workspace->lookups().pipelines.empty())
        request.of.pipeline = m_workspace->lookups().pipelines.front().id;
    for (const auto &each : m_columns) {
        if (each->cards->rowCount() > 0)
            request.shown.insert(each->stored.lane.id());
    }
    return request;
}

// Reads the totals of all columns; and the cards of `lanes`, or if that is empty, of all unfolded columns.
void BoardModel::read(const QSet<qint64> &lanes, BoardDepth depth)
{
    m_restTicket.cancel();
    m_isTotalsTouched = false;
    m_reading = lanes;
    m_ticket = m_workspace->read<BoardFound>(
        this,
        [request = request(lanes, depth)](sql::Connection &connection) {
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
    m_of = found.of;
    m_isAllWanted = false;
    const bool isSame = std::equal(m_columns.begin(), m_columns.end(), found.columns.begin(),
                                   found.columns.end(), [](const auto &mine, const auto &theirs) {
                                       return mine->stored.lane.id() == theirs.lane.id()
                                           && mine->stored.lane.isAside() == theirs.lane.isAside();
                                   });
    const bool isPart = m_isLoaded && depth == BoardDepth::All; // the cards of some columns were read
    if (!isSame || !m_isLoaded)
        rebuild(found.columns);
    for (size_t i = 0; i < m_columns.size(); ++i)
        m_columns[i]->stored = found.columns[i];
    m_won = found.won;
    m_cards->keep(found.rows);
    for (const auto &each : m_columns) {
        const auto ids = found.ids.constFind(each->stored.lane.id());
        if (ids != found.ids.constEnd() && isUnfolded(*each))
            each->cards->show(*ids);
    }
    m_isLoaded = true;
    if (!isSame && isPart)
        touchEverything(); // the models of the others are new, and empty
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
            each.lane.id(), *m_cards,
            [this, lane = each.lane](const Card &card, int row, qint64 rows) {
                const int at = indexOf(lane.id()); // the total may exceed the rows read so far
                return (lane.status() ? tr("%1, status %2, %3 of %4") : tr("%1, stage %2, %3 of %4"))
                    .arg(card.spoken, lane.name(), m_display.number(row + 1),
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
    const std::vector<Lane> longer = found.longer();
    if (longer.empty())
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

void BoardModel::showChanged(CardId id)
{
    for (const auto &each : m_columns)
        each->cards->cardChanged(id);
}

void BoardModel::touch(qint64 lane)
{
    m_touched.insert(lane);
    if (!m_soon.isActive())
        m_soon.start(collectFor);
}

void BoardModel::touchEverything()
{
    for (const auto &each : m_columns)
        touch(each->stored.lane.id());
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
                m_touched.insert(each->stored.lane.id());
        }
        // The id of no column means "no cards, only totals".
        read(m_touched.isEmpty() ? QSet<qint64>{0} : std::exchange(m_touched, {}), BoardDepth::All);
    }
}

void BoardModel::onChanged(const ChangeSet &set)
{
    const auto concerns = [&set](auto... kinds) {
        return std::any_of(set.changes.begin(), set.changes.end(),
                           [&](const Change &change) { return ((change.ref.kind == kinds) || ...); });
    };
    // kinds: what the columns of a board are.
    if (!set.complete
        || (kind() == EntityKind::Lead ? concerns(EntityKind::LeadStatus)
                                       : concerns(EntityKind::Stage, EntityKind::Pipeline))) {
        refresh();
        return;
    }
    // kinds: with a filter, changes of related records may add or remove a card.
    if (!m_filter.isEmpty()
        && concerns(kind(), EntityKind::TagLink, EntityKind::Tag, EntityKind::Company, EntityKind::Contact,
                    EntityKind::User, EntityKind::LineItem))
        touchEverything();
    for (const Change &change : set.changes) {
        if (change.ref.kind == kind())
            onCardChanged(change);
    }
    if (!hasOwnOrder()) { // they lie in the order of what is planned for them
        for (const EntityRef &follower : set.followers) {
            const int column = follower.kind == kind() ? columnOf(CardId(follower.id)) : -1;
            if (column >= 0)
                touch(m_columns[size_t(column)]->stored.lane.id());
        }
    }
    // kinds: names, and the dates of activities, are shown on cards too: visible ones are read again.
    if (concerns(EntityKind::Company, EntityKind::Contact, EntityKind::User, EntityKind::Activity,
                 EntityKind::ActivityLink, EntityKind::Source)) {
        m_cards->outdateAll();
        for (const auto &each : m_columns)
            each->cards->allChanged();
    }
}

void BoardModel::onCardChanged(const Change &change)
{
    m_cards->outdate(CardId(change.ref.id));
    m_isTotalsTouched = true;
    if (!m_soon.isActive())
        m_soon.start(collectFor);
    const CardId id(change.ref.id);
    if (const int column = columnOf(id);
        column >= 0 && (change.kind != ChangeKind::Update || isLaidAnew(change)))
        touch(m_columns[size_t(column)]->stored.lane.id());
    if (const FieldDelta *lane = deltaOf(change, laneField(kind()))) {
        for (const Value &side : {lane->before, lane->after}) {
            if (indexOf(integerOf(side)) >= 0)
                touch(integerOf(side));
        }
    } else if (change.kind == ChangeKind::Restore) {
        touchEverything(); // the change does not contain where it was
    }
}

} // namespace headway::app
