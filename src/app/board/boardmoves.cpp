// SPDX-License-Identifier: GPL-3.0-or-later
// Cards on their way: picked up, carried, dropped, put back. Totals follow in the same frame; the book
// has the last word.
#include "app/board/boardmodel.h"

#include <QHash>
#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr size_t fewCards = 32; // painting more of them one by one costs more than painting all in sight

bool contains(const std::vector<DealId> &deals, qint64 id)
{
    return std::find(deals.begin(), deals.end(), DealId{id}) != deals.end();
}

// A currency of which nothing is left goes.
void addMoney(std::vector<store::MoneySum> &sums, const store::MoneySum &sum)
{
    store::addSum(sums, sum);
    std::erase_if(sums, [](const store::MoneySum &each) { return each.minor == 0 && each.weighted == 0; });
}

void add(store::BoardColumn &column, const Deal &deal, int sign)
{
    if (!deal.amount)
        return;
    // What was set by hand belongs to the stage it was set in: on the way to another it does not count.
    Deal there = deal;
    there.status = column.stage.type;
    if (deal.stage != column.stage.id)
        there.probabilityOverride.reset();
    const qint64 share = weighted(*deal.amount, effectiveProbability(there, column.stage).percent);
    addMoney(column.sums, {deal.currency, sign * *deal.amount, sign * share});
}

// On its way to another stage, a deal enters it now.
void addAge(store::BoardColumn &column, const Deal &deal, Instant now, int sign)
{
    const Instant enteredAt = deal.stage == column.stage.id ? deal.stageEnteredAt : now;
    if (!enteredAt)
        return;
    column.enteredCount += sign;
    column.enteredSum += sign * (enteredAt.ms / 1000);
}

} // namespace

bool BoardModel::isCarried(DealId deal) const
{
    return contains(m_carried, deal.value);
}

std::vector<DealId> BoardModel::comingInto(int column) const
{
    std::vector<DealId> coming;
    for (const Origin &origin : m_origins) {
        if (origin.stage != m_columns[size_t(column)]->truth.stage.id)
            coming.push_back(origin.deal);
    }
    return coming;
}

void BoardModel::pickUp(const std::vector<DealId> &deals)
{
    putBack();
    for (const DealId deal : deals) {
        const int column = columnOf(deal);
        if (column < 0)
            continue;
        m_carried.push_back(deal);
        m_origins.push_back(
            {deal, m_columns[size_t(column)]->truth.stage.id, m_columns[size_t(column)]->cards->rowOf(deal)});
    }
    repaint(m_carried);
}

void BoardModel::carryTo(int column, int row)
{
    place(m_carried, column, row);
}

void BoardModel::place(const std::vector<DealId> &deals, int column, int row)
{
    std::vector<Origin> places;
    for (const DealId deal : deals)
        places.push_back({deal, m_columns[size_t(column)]->truth.stage.id, row++});
    arrange(places);
}

// Takes the cards out of wherever they are, and puts them where the places say: ascending in each
// stage, rows counted with those put there before.
void BoardModel::arrange(const std::vector<Origin> &places)
{
    QHash<qint64, StageId> target;
    for (const Origin &place : places)
        target.insert(place.deal.value, place.stage);
    for (const auto &each : m_columns) {
        std::vector<qint64> ids;
        for (const qint64 id : each->cards->ids()) {
            const auto to = target.constFind(id);
            if (to == target.constEnd())
                ids.push_back(id);
            else if (const int column = indexOf(*to); column >= 0 && *to != each->truth.stage.id)
                shift(each->truth, m_columns[size_t(column)]->truth, {id});
        }
        for (const Origin &place : places) {
            if (place.stage == each->truth.stage.id)
                ids.insert(ids.begin() + std::clamp<qsizetype>(place.row, 0, qsizetype(ids.size())),
                           place.deal.value);
        }
        each->cards->show(std::move(ids));
    }
    Q_EMIT totalsChanged();
}

void BoardModel::shift(store::BoardColumn &from, store::BoardColumn &to, DealId deal)
{
    --from.count;
    ++to.count;
    if (const Entry *entry = m_cards.object(deal.value)) { // else the truth that follows tells
        add(from, entry->card.deal, -1);
        add(to, entry->card.deal, 1);
        addAge(from, entry->card.deal, m_workspace->now(), -1);
        addAge(to, entry->card.deal, m_workspace->now(), 1);
    }
}

// What was said when they entered: amounts that were filled in or corrected, and what was won. As far as the
// cards are at hand; else the truth that follows tells.
void BoardModel::countEntry(const std::vector<Origin> &origins, store::BoardColumn &target,
                            const StageEntry &entry)
{
    const DayRange quarter = thisQuarter(m_workspace->calendar());
    const auto count = [&](const Deal &deal, StageType type, QDate on, int sign) {
        if (type != StageType::Won || on < quarter.first || on > quarter.last)
            return;
        m_won.count += sign;
        if (deal.amount)
            addMoney(m_won.sums, {deal.currency, sign * *deal.amount, sign * *deal.amount});
    };
    for (const Origin &origin : origins) {
        const Entry *known = m_cards.object(origin.deal.value);
        const int from = indexOf(origin.stage);
        if (!known || from < 0 || origin.stage == target.stage.id)
            continue;
        const Deal &before = known->card.deal;
        const Deal after = filledIn(before, entry);
        add(target, before, -1);
        add(target, after, 1);
        count(before, m_columns[size_t(from)]->truth.stage.type, before.closedOn, -1);
        count(after, target.stage.type, entry.on, 1);
    }
}

void BoardModel::restore(const std::vector<Origin> &origins)
{
    std::vector<Origin> ordered = origins;
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Origin &a, const Origin &b) { return a.row < b.row; });
    arrange(ordered);
}

void BoardModel::putBack()
{
    if (!isCarrying())
        return;
    const std::vector<DealId> deals = std::exchange(m_carried, {});
    restore(std::exchange(m_origins, {}));
    repaint(deals);
    m_soon.start(0);
}

void BoardModel::drop(const StageEntry &entry)
{
    const int column = isCarrying() ? columnOf(m_carried.front()) : -1;
    if (column < 0)
        return;
    const std::vector<DealId> deals = std::exchange(m_carried, {});
    const std::vector<Origin> origins = std::exchange(m_origins, {});
    Column &target = *m_columns[size_t(column)];
    const store::Place to{target.truth.stage.id,
                          target.cards->dealAt(target.cards->rowOf(deals.front()) - 1)};
    for (const DealId deal : deals)
        m_moving.insert(deal.value);
    ++m_flights;
    countEntry(origins, target.truth, entry);
    Q_EMIT totalsChanged();
    repaint(deals);
    const store::Actor actor{m_workspace->user(), m_workspace->now()};
    m_workspace->submit(
        this,
        [deals, to, entry, actor](sql::Connection &connection) {
            return store::moveDealsEdit(connection, deals, to, entry, actor);
        },
        [this, origins](Result<ChangeSet> result) { land(origins, result); });
    Q_EMIT dropped(deals, column);
}

void BoardModel::land(const std::vector<Origin> &origins, const Result<ChangeSet> &result)
{
    --m_flights;
    if (m_ticket.isPending() || m_restTicket.isPending()) { // it may have read what was before
        m_ticket.cancel();
        m_restTicket.cancel();
        touchEverything();
    }
    std::vector<DealId> deals;
    for (const Origin &origin : origins) {
        deals.push_back(origin.deal);
        m_moving.remove(origin.deal.value);
    }
    if (!result) {
        restore(origins);
        touchEverything();
        Q_EMIT failed(result.error());
    }
    repaint(deals);
    for (const auto &each : m_columns) {
        if (!each->isUnfolded && m_flights == 0 && !isCarrying())
            each->cards->show({}); // nobody looks at a folded column
    }
    m_soon.start(0);
    Q_EMIT landed(deals, result ? std::nullopt : std::optional(result.error()));
}

void BoardModel::move(const std::vector<DealId> &deals, int column, int row, const StageEntry &entry)
{
    pickUp(deals);
    if (!isCarrying())
        return;
    carryTo(column, row);
    drop(entry);
}

void BoardModel::repaint(const std::vector<DealId> &deals)
{
    for (const auto &each : m_columns) {
        if (deals.size() > fewCards) {
            each->cards->allChanged();
            continue;
        }
        for (const DealId deal : deals)
            each->cards->cardChanged(deal.value);
    }
}

QString BoardModel::dealsMimeType()
{
    return u"application/x-headway-deals"_s;
}

QMimeData *BoardModel::mimeOf(const std::vector<DealId> &deals)
{
    QStringList ids{m_workspace->uuid()}; // not its address, which may hold a password
    QStringList names;
    for (const DealId deal : deals) {
        ids += QString::number(deal.value);
        if (const Card *known = card(deal))
            names += known->deal.name;
    }
    auto *data = new QMimeData;
    data->setData(dealsMimeType(), ids.join(u'\n').toUtf8());
    data->setText(names.join(u'\n'));
    return data;
}

std::vector<DealId> BoardModel::dealsIn(const QMimeData *data) const
{
    std::vector<DealId> deals;
    if (!data || !data->hasFormat(dealsMimeType()))
        return deals;
    const QStringList lines = QString::fromUtf8(data->data(dealsMimeType())).split(u'\n');
    if (lines.constFirst() != m_workspace->uuid())
        return deals;
    for (const QString &line : lines.sliced(1)) {
        const DealId deal{line.toLongLong()};
        if (deal && columnOf(deal) >= 0)
            deals.push_back(deal);
    }
    return deals;
}

} // namespace headway::app
