// SPDX-License-Identifier: GPL-3.0-or-later
// Moves that the book has not stored yet: picking up, carrying, dropping, putting back. Totals are updated
// in the same frame; what is read from the book afterwards replaces them.
#include "app/board/boardmodel.h"
#include "app/board/boardtotals.h"
#include "store/actions/leadactions.h"

#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr size_t fewCards = 32; // above this, repainting all visible cards is cheaper than one by one

// The cards that stay, with those that come to this column at their rows; they keep their order, also where the
// first ones would be above the top or below the end. Once through, as whole columns are moved, too.
std::vector<qint64> withCards(const std::vector<qint64> &staying, const std::vector<CardPlace> &places,
                              qint64 lane)
{
    std::vector<qint64> ids;
    ids.reserve(staying.size() + places.size());
    auto next = staying.begin();
    for (const CardPlace &place : places) {
        if (place.lane != lane)
            continue;
        while (qint64(ids.size()) < place.row && next != staying.end())
            ids.push_back(*next++);
        ids.push_back(place.id.value);
    }
    ids.insert(ids.end(), next, staying.end());
    return ids;
}

template <EntityKind K>
std::vector<Id<K>> recordsOf(const std::vector<CardId> &ids)
{
    std::vector<Id<K>> records;
    for (const CardId id : ids)
        records.push_back({id.value});
    return records;
}

// On the writer's thread. `under` is the card below which the first of them comes; leads have no place of their own.
Result<Edit> moveEdit(sql::Connection &connection, const std::vector<CardId> &ids, const Lane &lane,
                      CardId under, const MoveAnswers &answers, const Actor &actor)
{
    if (lane.status())
        return store::moveLeadsEdit(connection, recordsOf<EntityKind::Lead>(ids), lane.status()->id,
                                    answers.lead, actor);
    return store::moveDealsEdit(connection, recordsOf<EntityKind::Deal>(ids),
                                {lane.stage()->id, {under.value}}, answers.stage, actor);
}

} // namespace

void BoardModel::pickUp(const std::vector<CardId> &ids)
{
    putBack();
    std::vector<CardPlace> origins;
    for (const CardId id : ids) {
        const int column = columnOf(id);
        if (column >= 0)
            origins.push_back({id, this->column(column).lane.id(), cards(column).rowOf(id)});
    }
    m_moves.pickUp(std::move(origins));
    repaint(carried());
}

void BoardModel::carryTo(int column, int row)
{
    place(carried(), column, row);
}

void BoardModel::place(const std::vector<CardId> &ids, int column, int row)
{
    std::vector<CardPlace> places;
    for (const CardId id : ids)
        places.push_back({id, m_columns[size_t(column)]->stored.lane.id(), row++});
    arrange(places);
}

// Takes the cards out of their columns and puts them at the given places: ascending within each column, row
// numbers counting those put there before.
void BoardModel::arrange(const std::vector<CardPlace> &places)
{
    QHash<qint64, qint64> target;
    for (const CardPlace &place : places)
        target.insert(place.id.value, place.lane);
    for (const auto &each : m_columns) {
        std::vector<qint64> ids;
        for (const qint64 id : each->cards->ids()) {
            const auto to = target.constFind(id);
            if (to == target.constEnd())
                ids.push_back(id);
            else if (const int column = indexOf(*to); column >= 0 && *to != each->stored.lane.id()) {
                moveTotals(each->stored, m_columns[size_t(column)]->stored, m_cards->find(CardId(id)),
                           m_workspace->now());
            }
        }
        each->cards->show(withCards(ids, places, each->stored.lane.id()));
    }
    Q_EMIT totalsChanged();
}

// Counts the cards that are loaded; the next read corrects the totals for the others.
void BoardModel::countEntry(const std::vector<CardPlace> &origins, store::BoardColumn &target,
                            const StageTransition &transition)
{
    const DayRange quarter = thisQuarter(m_workspace->calendar());
    for (const CardPlace &origin : origins) {
        const Card *card = m_cards->find(origin.id);
        const Deal *deal = card ? card->deal() : nullptr;
        const int from = indexOf(origin.lane);
        if (!deal || from < 0 || origin.lane == target.lane.id())
            continue;
        const Deal after = filledIn(*deal, transition);
        enterTotals(target, *deal, after);
        moveWon(m_won, quarter, column(from).lane.stage()->type, *deal, target.lane.stage()->type, after,
                transition.on);
    }
}

void BoardModel::restore(std::vector<CardPlace> origins)
{
    std::stable_sort(origins.begin(), origins.end(),
                     [](const CardPlace &a, const CardPlace &b) { return a.row < b.row; });
    arrange(origins);
}

void BoardModel::putBack()
{
    if (!isCarrying())
        return;
    const std::vector<CardId> ids = carried();
    restore(m_moves.putBack());
    repaint(ids);
    m_soon.start(0);
}

void BoardModel::drop(const MoveAnswers &answers)
{
    const int column = isCarrying() ? columnOf(carried().front()) : -1;
    if (column < 0)
        return;
    if (!hasOwnOrder() && comingInto(column).empty()) {
        putBack();
        return;
    }
    const std::vector<CardId> ids = carried();
    const std::vector<CardPlace> origins = m_moves.submit();
    Column &target = *m_columns[size_t(column)];
    const CardId under = target.cards->idAt(target.cards->rowOf(ids.front()) - 1);
    countEntry(origins, target.stored, answers.stage);
    Q_EMIT totalsChanged();
    repaint(ids);
    const Actor actor = m_workspace->actor();
    m_workspace->submit(
        this,
        [ids, lane = target.stored.lane, under, answers, actor](sql::Connection &connection) {
            return moveEdit(connection, ids, lane, under, answers, actor);
        },
        [this, origins](Result<ChangeSet> result) { conclude(origins, result); });
    Q_EMIT dropped(ids, column);
}

void BoardModel::conclude(const std::vector<CardPlace> &origins, const Result<ChangeSet> &result)
{
    m_moves.conclude(origins);
    if (m_ticket.isPending() || m_restTicket.isPending()) { // it may have read the state before the move
        m_ticket.cancel();
        m_restTicket.cancel();
        touchEverything();
    }
    std::vector<CardId> ids;
    for (const CardPlace &origin : origins)
        ids.push_back(origin.id);
    if (!result) {
        restore(origins);
        touchEverything();
        Q_EMIT failed(result.error());
    }
    repaint(ids);
    for (const auto &each : m_columns) {
        if (!isUnfolded(*each) && !m_moves.isAhead())
            each->cards->show({}); // a folded column shows no cards
    }
    m_soon.start(0);
    Q_EMIT concluded(ids, result ? std::nullopt : std::optional(result.error()));
}

void BoardModel::move(const std::vector<CardId> &ids, int column, int row, const MoveAnswers &answers)
{
    pickUp(ids);
    if (!isCarrying())
        return;
    carryTo(column, row);
    drop(answers);
}

void BoardModel::repaint(const std::vector<CardId> &ids)
{
    for (const auto &each : m_columns) {
        if (ids.size() > fewCards) {
            each->cards->allChanged();
            continue;
        }
        for (const CardId id : ids)
            each->cards->cardChanged(id);
    }
}

std::vector<CardId> BoardModel::cardsIn(const QMimeData *data) const
{
    std::vector<CardId> ids = m_cards->cardsIn(data);
    std::erase_if(ids, [this](CardId id) { return columnOf(id) < 0; });
    return ids;
}

} // namespace headway::app
