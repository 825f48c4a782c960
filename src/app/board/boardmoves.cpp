// SPDX-License-Identifier: GPL-3.0-or-later
// Moves that the book has not stored yet: picking up, carrying, dropping, putting back. Totals are updated
// in the same frame; what is read from the book afterwards replaces them.
#include "app/board/boardmodel.h"
#include "app/board/boardtotals.h"

#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr size_t fewCards = 32; // above this, repainting all visible cards is cheaper than one by one

// The cards that stay, with those that come to this stage at their rows; they keep their order, also where the
// first ones would be above the top or below the end. Once through, as whole columns are moved, too.
std::vector<qint64> withCards(const std::vector<qint64> &staying, const std::vector<CardPlace> &places,
                              StageId stage)
{
    std::vector<qint64> ids;
    ids.reserve(staying.size() + places.size());
    auto next = staying.begin();
    for (const CardPlace &place : places) {
        if (place.stage != stage)
            continue;
        while (qint64(ids.size()) < place.row && next != staying.end())
            ids.push_back(*next++);
        ids.push_back(place.deal.value);
    }
    ids.insert(ids.end(), next, staying.end());
    return ids;
}

} // namespace

void BoardModel::pickUp(const std::vector<DealId> &deals)
{
    putBack();
    std::vector<CardPlace> origins;
    for (const DealId deal : deals) {
        const int column = columnOf(deal);
        if (column >= 0)
            origins.push_back({deal, this->column(column).stage.id, cards(column).rowOf(deal)});
    }
    m_moves.pickUp(std::move(origins));
    repaint(carried());
}

void BoardModel::carryTo(int column, int row)
{
    place(carried(), column, row);
}

void BoardModel::place(const std::vector<DealId> &deals, int column, int row)
{
    std::vector<CardPlace> places;
    for (const DealId deal : deals)
        places.push_back({deal, m_columns[size_t(column)]->stored.stage.id, row++});
    arrange(places);
}

// Takes the cards out of their columns and puts them at the given places: ascending within each stage, row
// numbers counting those put there before.
void BoardModel::arrange(const std::vector<CardPlace> &places)
{
    QHash<qint64, StageId> target;
    for (const CardPlace &place : places)
        target.insert(place.deal.value, place.stage);
    for (const auto &each : m_columns) {
        std::vector<qint64> ids;
        for (const qint64 id : each->cards->ids()) {
            const auto to = target.constFind(id);
            if (to == target.constEnd())
                ids.push_back(id);
            else if (const int column = indexOf(*to); column >= 0 && *to != each->stored.stage.id) {
                const Card *card = m_cards->find({id});
                moveTotals(each->stored, m_columns[size_t(column)]->stored, card ? &card->deal : nullptr,
                           m_workspace->now());
            }
        }
        each->cards->show(withCards(ids, places, each->stored.stage.id));
    }
    Q_EMIT totalsChanged();
}

// Counts the cards that are loaded; the next read corrects the totals for the others.
void BoardModel::countEntry(const std::vector<CardPlace> &origins, store::BoardColumn &target,
                            const StageTransition &transition)
{
    const DayRange quarter = thisQuarter(m_workspace->calendar());
    for (const CardPlace &origin : origins) {
        const Card *card = m_cards->find(origin.deal);
        const int from = indexOf(origin.stage);
        if (!card || from < 0 || origin.stage == target.stage.id)
            continue;
        const Deal after = filledIn(card->deal, transition);
        enterTotals(target, card->deal, after);
        moveWon(m_won, quarter, column(from).stage.type, card->deal, target.stage.type, after, transition.on);
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
    const std::vector<DealId> deals = carried();
    restore(m_moves.putBack());
    repaint(deals);
    m_soon.start(0);
}

void BoardModel::drop(const StageTransition &transition)
{
    const int column = isCarrying() ? columnOf(carried().front()) : -1;
    if (column < 0)
        return;
    const std::vector<DealId> deals = carried();
    const std::vector<CardPlace> origins = m_moves.submit();
    Column &target = *m_columns[size_t(column)];
    const store::CardPlace to{target.stored.stage.id,
                              target.cards->dealAt(target.cards->rowOf(deals.front()) - 1)};
    countEntry(origins, target.stored, transition);
    Q_EMIT totalsChanged();
    repaint(deals);
    const Actor actor = m_workspace->actor();
    m_workspace->submit(
        this,
        [deals, to, transition, actor](sql::Connection &connection) {
            return store::moveDealsEdit(connection, deals, to, transition, actor);
        },
        [this, origins](Result<ChangeSet> result) { conclude(origins, result); });
    Q_EMIT dropped(deals, column);
}

void BoardModel::conclude(const std::vector<CardPlace> &origins, const Result<ChangeSet> &result)
{
    m_moves.conclude(origins);
    if (m_ticket.isPending() || m_restTicket.isPending()) { // it may have read the state before the move
        m_ticket.cancel();
        m_restTicket.cancel();
        touchEverything();
    }
    std::vector<DealId> deals;
    for (const CardPlace &origin : origins)
        deals.push_back(origin.deal);
    if (!result) {
        restore(origins);
        touchEverything();
        Q_EMIT failed(result.error());
    }
    repaint(deals);
    for (const auto &each : m_columns) {
        if (!isUnfolded(*each) && !m_moves.isAhead())
            each->cards->show({}); // a folded column shows no cards
    }
    m_soon.start(0);
    Q_EMIT concluded(deals, result ? std::nullopt : std::optional(result.error()));
}

void BoardModel::move(const std::vector<DealId> &deals, int column, int row,
                      const StageTransition &transition)
{
    pickUp(deals);
    if (!isCarrying())
        return;
    carryTo(column, row);
    drop(transition);
}

void BoardModel::repaint(const std::vector<DealId> &deals)
{
    for (const auto &each : m_columns) {
        if (deals.size() > fewCards) {
            each->cards->allChanged();
            continue;
        }
        for (const DealId deal : deals)
            each->cards->cardChanged(deal);
    }
}

std::vector<DealId> BoardModel::dealsIn(const QMimeData *data) const
{
    std::vector<DealId> deals = m_cards->dealsIn(data);
    std::erase_if(deals, [this](DealId deal) { return columnOf(deal) < 0; });
    return deals;
}

} // namespace headway::app
