// SPDX-License-Identifier: GPL-3.0-or-later
// What is read, when it is read again, and how it reaches the columns. Moving is in boardmoves.cpp.
#include "app/board/boardmodel.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr qint64 firstCards = 200; // of each column, before the rest is streamed
constexpr size_t firstRows = 16;   // of each column, read together with their ids
constexpr int keptCards = 8192;    // read ones; some 10 MB
constexpr size_t rowsAtOnce = 256;
constexpr int collectFor = 50; // ms: changes that come together are answered together

} // namespace

// Of one read: all totals, and the cards of the columns that were asked for.
struct BoardModel::Found {
    std::vector<store::BoardColumn> columns = {};
    QHash<qint64, std::vector<qint64>> ids = {}; // by stage
    std::vector<store::ListRow> rows = {};
    store::Totals won = {};
    PipelineId pipeline = {};
};

BoardModel::BoardModel(std::shared_ptr<Workspace> workspace, const Display &display, QObject *parent)
    : QObject(parent), m_workspace(std::move(workspace)), m_display(display), m_cards(keptCards)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(collectFor);
    connect(&m_soon, &QTimer::timeout, this, &BoardModel::refreshTouched);
    m_rowsSoon.setSingleShot(true);
    m_rowsSoon.setInterval(0);
    connect(&m_rowsSoon, &QTimer::timeout, this, &BoardModel::readRows);
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
    m_touched.clear();
    read({}, Depth::First);
}

void BoardModel::refresh()
{
    ++m_age;
    touchEverything();
}

int BoardModel::indexOf(StageId stage) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [&](const auto &each) { return each->truth.stage.id == stage; });
    return found == m_columns.end() ? -1 : int(found - m_columns.begin());
}

int BoardModel::columnOf(DealId deal) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [&](const auto &each) { return each->cards->rowOf(deal) >= 0; });
    return found == m_columns.end() ? -1 : int(found - m_columns.begin());
}

store::Totals BoardModel::totals(Which which) const
{
    store::Totals totals;
    for (const auto &each : m_columns) {
        if (which == Which::Open && isClosed(each->truth.stage.type))
            continue;
        totals.count += each->truth.count;
        for (const store::MoneySum &sum : each->truth.sums)
            store::addSum(totals.sums, sum);
    }
    return totals;
}

std::optional<qint64> BoardModel::averageDays(int column) const
{
    return store::averageDays(this->column(column), m_workspace->now());
}

bool BoardModel::isUnfolded(int column) const
{
    return m_columns[size_t(column)]->isUnfolded;
}

void BoardModel::unfold(int column)
{
    Column &one = *m_columns[size_t(column)];
    if (std::exchange(one.isUnfolded, true))
        return;
    touch(one.truth.stage.id);
    m_soon.start(0);
}

void BoardModel::fold(int column)
{
    m_columns[size_t(column)]->isUnfolded = false;
    m_columns[size_t(column)]->cards->show({});
}

// The totals of all columns; the cards of `stages`, or of all that are unfolded if none are named.
void BoardModel::read(const QSet<qint64> &stages, Depth depth)
{
    QSet<qint64> unfolded;
    for (const auto &each : m_columns) {
        if (isClosed(each->truth.stage.type) && each->isUnfolded)
            unfolded.insert(each->truth.stage.id.value);
    }
    QSet<qint64> shown; // with cards already: their rows are at hand
    for (const auto &each : m_columns) {
        if (each->cards->rowCount() > 0)
            shown.insert(each->truth.stage.id.value);
    }
    PipelineId pipeline = m_pipeline;
    if (!pipeline && !m_workspace->lookups().pipelines.empty())
        pipeline = m_workspace->lookups().pipelines.front().id;
    m_restTicket.cancel();
    m_isTotalsTouched = false;
    m_ticket = m_workspace->read<Found>(
        this,
        [stages, unfolded, shown, pipeline, depth, filter = m_filter,
         quarter = thisQuarter(m_workspace->calendar()),
         viewer = m_workspace->viewer()](sql::Connection &connection) -> Result<Found> {
            Found found{.pipeline = pipeline};
            HEADWAY_TRY(columns, store::boardColumns(connection, pipeline, filter, viewer));
            found.columns = std::move(columns);
            std::vector<qint64> visible;
            for (const store::BoardColumn &column : found.columns) {
                const qint64 stage = column.stage.id.value;
                const bool isOpen = !isClosed(column.stage.type) || unfolded.contains(stage);
                if (!isOpen || (!stages.isEmpty() && !stages.contains(stage)))
                    continue;
                HEADWAY_TRY(ids,
                            store::columnIds(connection, column.stage.id, filter, viewer,
                                             depth == Depth::First ? firstCards : 0));
                if (depth == Depth::First || !shown.contains(stage))
                    visible.insert(visible.end(), ids.begin(),
                                   ids.begin() + qsizetype(std::min(ids.size(), firstRows)));
                found.ids[stage] = std::move(ids);
            }
            HEADWAY_TRY(rows, store::rows(connection, EntityKind::Deal, visible));
            found.rows = std::move(rows);
            HEADWAY_TRY(won, store::wonWithin(connection, pipeline, quarter, filter, viewer));
            found.won = std::move(won);
            return found;
        },
        [this, depth](Result<Found> found) {
            if (found)
                take(*found, depth);
            else if (found.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(found.error());
        });
}

void BoardModel::take(const Found &found, Depth depth)
{
    if (isBusy()) { // it may be older than what is drawn
        touchEverything();
        return;
    }
    m_pipeline = found.pipeline;
    const bool isSame = std::equal(
        m_columns.begin(), m_columns.end(), found.columns.begin(), found.columns.end(),
        [](const auto &mine, const auto &theirs) { return mine->truth.stage.id == theirs.stage.id; });
    if (!isSame || !m_isLoaded)
        rebuild(found.columns);
    for (size_t i = 0; i < m_columns.size(); ++i)
        m_columns[i]->truth = found.columns[i];
    m_won = found.won;
    keep(found.rows);
    for (const auto &each : m_columns) {
        const auto ids = found.ids.constFind(each->truth.stage.id.value);
        if (ids != found.ids.constEnd() && each->isUnfolded)
            each->cards->show(*ids);
    }
    m_isLoaded = true;
    Q_EMIT totalsChanged();
    if (depth == Depth::First)
        readRest(found);
    Q_EMIT loaded();
}

void BoardModel::rebuild(const std::vector<store::BoardColumn> &columns)
{
    const std::vector<std::unique_ptr<Column>> old = std::exchange(m_columns, {});
    for (const store::BoardColumn &each : columns) {
        auto column = std::make_unique<Column>();
        column->truth = each;
        column->cards = new BoardColumnModel(*this, each.stage.id);
        column->isUnfolded = !isClosed(each.stage.type);
        m_columns.push_back(std::move(column));
    }
    Q_EMIT columnsReset();
    for (const auto &each : old)
        each->cards->deleteLater(); // views have let go of them by now
}

// The columns with more cards than were read at first.
void BoardModel::readRest(const Found &found)
{
    QSet<qint64> longer;
    for (const store::BoardColumn &column : found.columns) {
        const auto ids = found.ids.constFind(column.stage.id.value);
        if (ids != found.ids.constEnd() && qint64(ids->size()) < column.count)
            longer.insert(column.stage.id.value);
    }
    if (longer.isEmpty())
        return;
    using Rest = QHash<qint64, std::vector<qint64>>;
    m_restTicket = m_workspace->read<Rest>(
        this,
        [longer, filter = m_filter,
         viewer = m_workspace->viewer()](sql::Connection &connection) -> Result<Rest> {
            Rest rest;
            for (const qint64 stage : longer) {
                HEADWAY_TRY(ids, store::columnIds(connection, {stage}, filter, viewer, 0));
                rest[stage] = std::move(ids);
            }
            return rest;
        },
        [this](Result<Rest> rest) {
            if (!rest)
                return; // the next look at the column reads it again
            if (isBusy()) {
                touchEverything();
                return;
            }
            for (auto each = rest->cbegin(); each != rest->cend(); ++each) {
                if (const int column = indexOf({each.key()}); column >= 0)
                    cards(column).show(each.value());
            }
        });
}

const Card *BoardModel::card(DealId deal)
{
    const Entry *entry = m_cards.object(deal.value);
    if (!entry || entry->age != m_age) {
        m_wanted.push_back(deal.value);
        if (!m_rowsSoon.isActive() && !m_rowsTicket.isPending())
            m_rowsSoon.start();
    }
    return entry ? &entry->card : nullptr;
}

// What was looked at last comes first: that is where the user is now.
void BoardModel::readRows()
{
    std::vector<qint64> ids;
    QSet<qint64> seen;
    for (auto id = m_wanted.rbegin(); id != m_wanted.rend() && ids.size() < rowsAtOnce; ++id) {
        if (!seen.contains(*id)) {
            seen.insert(*id);
            ids.push_back(*id);
        }
    }
    m_wanted.clear(); // who is still looked at will be asked for again
    if (ids.empty())
        return;
    using Rows = std::vector<store::ListRow>;
    m_rowsTicket = m_workspace->read<Rows>(
        this, [ids](sql::Connection &connection) { return store::rows(connection, EntityKind::Deal, ids); },
        [this, age = m_age](Result<Rows> rows) {
            m_rowsTicket = {};
            if (rows && age == m_age)
                keep(*rows);
            else if (rows)
                m_rowsSoon.start();
            if (!m_wanted.empty())
                m_rowsSoon.start();
        });
}

void BoardModel::keep(const std::vector<store::ListRow> &rows)
{
    for (const store::ListRow &row : rows) {
        const qint64 id = row.record.ref.id;
        const StageId stage{integerOf(row.record.value(u"stage_id"))};
        const int column = indexOf(stage);
        if (column < 0)
            continue; // it has left this pipeline
        auto entry = std::make_unique<Entry>(
            Entry{cardOf(row, m_columns[size_t(column)]->truth.stage, m_display, m_workspace->now()), m_age});
        const Entry *known = m_cards.object(id);
        const bool isNew = !known || known->card != entry->card;
        m_cards.insert(id, entry.release());
        if (!isNew)
            continue;
        for (const auto &each : m_columns)
            each->cards->cardChanged(id);
    }
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
        touch(each->truth.stage.id);
    m_isTotalsTouched = true;
    if (!m_soon.isActive())
        m_soon.start(collectFor);
}

void BoardModel::refreshTouched()
{
    if (isBusy() || !m_isWanted)
        return; // when the cards have landed, or somebody looks at them
    if (!m_isLoaded) {
        read({}, Depth::First);
    } else if (!m_touched.isEmpty() || m_isTotalsTouched) {
        // A stage that does not exist stands for "no cards, only totals".
        read(m_touched.isEmpty() ? QSet<qint64>{0} : std::exchange(m_touched, {}), Depth::All);
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
    // kinds: with a filter, a deal may come or go by whatever hangs on it.
    if (!m_filter.isEmpty()
        && concerns(EntityKind::Deal, EntityKind::TagLink, EntityKind::Tag, EntityKind::Company,
                    EntityKind::Contact, EntityKind::User, EntityKind::LineItem))
        touchEverything();
    for (const Change &change : set.changes) {
        if (change.ref.kind == EntityKind::Deal)
            onDealChanged(change);
    }
    // kinds: names, and the dates of activities, are shown on cards too: those in sight are read again.
    if (concerns(EntityKind::Company, EntityKind::Contact, EntityKind::User, EntityKind::Activity,
                 EntityKind::ActivityLink)) {
        ++m_age;
        for (const auto &each : m_columns)
            each->cards->allChanged();
    }
}

void BoardModel::onDealChanged(const Change &change)
{
    if (const Entry *entry = m_cards.object(change.ref.id)) {
        const_cast<Entry *>(entry)->age = 0;
        for (const auto &each : m_columns)
            each->cards->cardChanged(change.ref.id);
    }
    m_isTotalsTouched = true;
    if (!m_soon.isActive())
        m_soon.start(collectFor);
    if (const int column = columnOf({change.ref.id}); column >= 0
        && (change.kind != ChangeKind::Update || deltaOf(change, u"stage_id") || deltaOf(change, u"rank")))
        touch(m_columns[size_t(column)]->truth.stage.id);
    if (const FieldDelta *stage = deltaOf(change, u"stage_id")) {
        for (const Value &side : {stage->before, stage->after}) {
            if (indexOf({integerOf(side)}) >= 0)
                touch({integerOf(side)});
        }
    } else if (change.kind == ChangeKind::Restore) {
        touchEverything(); // it says nothing of where the deal stood
    }
}

} // namespace headway::app
