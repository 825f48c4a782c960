// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions/actions.h"

#include "domain/changes/stepwords.h"
#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "store/actions/actionparts.h"
#include "store/actions/nextstepactions.h"
#include "store/reading/booksettings.h"
#include "store/reading/lookups.h"
#include "store/rows/records.h"
#include "store/rows/stagevisits.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <limits>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

struct Card {
    qint64 id = 0;
    qint64 rank = 0;
};

// The ranks of new cards between two neighbours, ascending; empty if there is no room.
std::vector<qint64> spread(std::optional<qint64> above, std::optional<qint64> below, qint64 count)
{
    // Far from overflow, whatever a corrupt book holds.
    constexpr qint64 farthest = qint64(1) << 61;
    for (std::optional<qint64> *rank : {&above, &below}) {
        if (*rank)
            *rank = std::clamp(**rank, -farthest, farthest);
    }
    std::vector<qint64> ranks;
    qint64 first = above ? *above + rankGap : below ? *below - rankGap * count : 0;
    qint64 step = rankGap;
    if (above && below) {
        step = (*below - *above) / (count + 1);
        first = *above + step;
    }
    for (qint64 i = 0; step > 0 && i < count; ++i)
        ranks.push_back(first + step * i);
    return ranks;
}

// The cards of one column around a place, without those being moved.
class Column
{
public:
    Column(sql::Connection &connection, StageId stage, const std::vector<DealId> &moving)
        : m_connection(connection), m_stage(stage)
    {
        for (const DealId deal : moving)
            m_moving.insert(deal.value);
    }

    // The lowest card at or above `under` that stays; none at the top, or if `under` is not in the column
    // any more.
    Result<std::optional<Card>> above(DealId under)
    {
        if (!under)
            return std::optional<Card>();
        HEADWAY_TRY(rank,
                    m_connection.cell(u"SELECT rank FROM deal WHERE deleted_at IS NULL"
                                      " AND stage_id = ? AND id = ?"_s,
                                      {m_stage.value, under.value}));
        const auto *known = std::get_if<qint64>(&rank);
        if (!known)
            return std::optional<Card>();
        HEADWAY_TRY(
            cards,
            read(u"(rank, id) <= (?, ?) ORDER BY rank DESC, id DESC LIMIT ?"_s, {*known, under.value}, 1));
        return cards.empty() ? std::nullopt : std::optional(cards.front());
    }

    // The first `most` cards below `above`, or from the top.
    Result<std::vector<Card>> below(const std::optional<Card> &above, qint64 most)
    {
        if (!above)
            return read(u"id > ? ORDER BY rank, id LIMIT ?"_s, {qint64(0)}, most);
        return read(u"(rank, id) > (?, ?) ORDER BY rank, id LIMIT ?"_s, {above->rank, above->id}, most);
    }

private:
    Result<std::vector<Card>> read(const QString &rest, const sql::Values &place, qint64 most)
    {
        sql::Values binds{m_stage.value};
        binds.insert(binds.end(), place.begin(), place.end());
        binds.push_back(most + qint64(m_moving.size()));
        std::vector<Card> cards;
        HEADWAY_CHECK(m_connection.each(u"SELECT id, rank FROM deal WHERE deleted_at IS NULL"
                                        " AND stage_id = ? AND "_s
                                            + rest,
                                        binds, [&](const sql::RowView &row) -> Result<> {
                                            if (qint64(cards.size()) < most
                                                && !m_moving.contains(row.integer(0)))
                                                cards.push_back({row.integer(0), row.integer(1)});
                                            return {};
                                        }));
        return cards;
    }

    sql::Connection &m_connection;
    StageId m_stage;
    QSet<qint64> m_moving;
};

struct Room {
    std::vector<qint64> ranks = {};   // of the moved cards, in their order
    std::vector<Change> shifted = {}; // of cards below that had to make room
    std::optional<Card> above = {};
    std::optional<Card> below = {};
};

Change rankChange(const Card &card, qint64 rank)
{
    const int field = entityInfo(EntityKind::Deal).indexOf(u"rank");
    return {ChangeKind::Update, {EntityKind::Deal, card.id}, {{field, card.rank, rank}}, {}};
}

// Usually reads only the two neighbours. If they are too close together, more and more of the cards below
// are moved along until there is room for all.
Result<Room> makeRoom(Column column, DealId under, qint64 count)
{
    Room room;
    HEADWAY_TRY(above, column.above(under));
    room.above = above;
    const std::optional<qint64> aboveRank = above ? std::optional(above->rank) : std::nullopt;
    for (qint64 taken = 0;; taken = taken ? taken * 4 : 16) {
        HEADWAY_TRY(cards, column.below(above, taken + 1));
        if (!room.below && !cards.empty())
            room.below = cards.front();
        std::optional<qint64> end;
        if (qint64(cards.size()) > taken) {
            end = cards.back().rank;
            cards.pop_back();
        }
        const qint64 needed = count + qint64(cards.size());
        const std::vector<qint64> ranks = spread(aboveRank, end, needed);
        if (ranks.empty())
            continue;
        room.ranks.assign(ranks.begin(), ranks.begin() + count);
        for (size_t i = 0; i < cards.size(); ++i)
            room.shifted.push_back(rankChange(cards[i], ranks[size_t(count) + i]));
        return room;
    }
}

// Whether the deals are at that place already, in this order.
bool liesThere(const std::vector<Deal> &deals, StageId stage, const Room &room)
{
    std::vector<std::pair<qint64, qint64>> order;
    if (room.above)
        order.emplace_back(room.above->rank, room.above->id);
    for (const Deal &deal : deals) {
        if (deal.stage != stage)
            return false;
        order.emplace_back(deal.rank, deal.id.value);
    }
    if (room.below)
        order.emplace_back(room.below->rank, room.below->id);
    return std::is_sorted(order.begin(), order.end());
}

Result<> checkEntering(const Stage &to, const Deal &deal, const StageTransition &transition, QDate today)
{
    HEADWAY_CHECK(checkClosing(to, transition));
    HEADWAY_CHECK(checkClosedBy(transition.on, today));
    Deal complete = filledIn(deal, transition);
    if (to.type == StageType::Lost && !transition.competitor.isEmpty())
        complete.competitor = transition.competitor;
    return checkNeeds(to, complete);
}

// An amount without a currency, for a deal without one, is in the book's.
Result<StageTransition> withCurrency(sql::Connection &connection, const Deal &deal,
                                     StageTransition transition)
{
    const Deal complete = filledIn(deal, transition);
    if (complete.amount && complete.currency.isEmpty()) {
        HEADWAY_TRY(currency, bookCurrency(connection));
        transition.filled.push_back({entityInfo(EntityKind::Deal).indexOf(u"currency"), currency});
    }
    return transition;
}

// Where the deals that move together are.
struct Origins {
    std::map<qint64, Stage> stages = {};   // by id
    QHash<qint64, StageVisit> visits = {}; // by deal; a damaged book may lack some
};

Result<Origins> originsOf(sql::Connection &connection, const std::vector<Deal> &deals)
{
    Origins origins;
    std::vector<qint64> ids;
    for (const Deal &deal : deals) {
        ids.push_back(deal.id.value);
        if (origins.stages.contains(deal.stage.value))
            continue;
        HEADWAY_TRY(stage, load<Stage>(connection, deal.stage));
        origins.stages.emplace(deal.stage.value, std::move(stage));
    }
    HEADWAY_TRY(visits, openVisits(connection, ids));
    origins.visits = std::move(visits);
    return origins;
}

Result<Edit> moveOne(sql::Connection &connection, const Deal &deal, const Origins &origins, const Stage &to,
                     qint64 rank, const StageTransition &transition, const Actor &actor)
{
    const Stage &from = origins.stages.at(deal.stage.value);
    const auto found = origins.visits.constFind(deal.id.value);
    const auto visit = found == origins.visits.constEnd() ? std::nullopt : std::optional(*found);
    HEADWAY_TRY(complete, withCurrency(connection, deal, transition));
    Edit edit = moveDeal(deal, {from, to, rank, visit, complete}, actor.user, actor.now);
    // A deal that has a next step keeps it, as it keeps other fields with a value.
    if (from.id == to.id || deal.nextActivity)
        return edit;
    HEADWAY_TRY(planned,
                nextStepChanges(connection, {EntityKind::Deal, deal.id.value},
                                toRow(filledIn(deal, complete)),
                                typedStep(EntityKind::Deal, transition.filled), actor));
    edit.changes.insert(edit.changes.end(), planned.begin(), planned.end());
    return edit;
}

Result<Stage> firstOpenStage(sql::Connection &connection, PipelineId pipeline)
{
    const QString ofPipeline = pipeline ? u" AND pipeline_id = ?"_s : QString();
    HEADWAY_TRY(
        found,
        connection.cell(
            u"SELECT s.id FROM stage s JOIN pipeline p ON p.id = s.pipeline_id WHERE s.deleted_at IS NULL"
            " AND p.deleted_at IS NULL AND s.type = 'open'"_s
                + ofPipeline + u" ORDER BY p.position, p.id, s.position, s.id LIMIT 1"_s,
            pipeline ? sql::Values{pipeline.value} : sql::Values{}));
    if (isNull(found))
        return failure(ErrorCode::Invalid,
                       Sentence::tr("There is no stage yet that a new deal could start in."));
    return load<Stage>(connection, {integerOf(found)});
}

} // namespace

Result<QString> bookCurrency(sql::Connection &connection)
{
    HEADWAY_TRY(settings, loadBookSettings(connection));
    if (!settings.currency.isEmpty())
        return std::move(settings.currency);
    HEADWAY_TRY(usual,
                connection.cell(u"SELECT currency FROM deal WHERE deleted_at IS NULL"
                                " AND currency <> '' GROUP BY currency"
                                " ORDER BY count(*) DESC, currency LIMIT 1"_s));
    return isNull(usual) ? u"EUR"_s : textOf(usual);
}

Result<> checkLostReason(sql::Connection &connection, LostReasonId reason, const QString &note)
{
    if (!reason)
        return {};
    HEADWAY_TRY(why, load<LostReason>(connection, reason));
    return checkNote(why, note);
}

Result<Edit> moveDealsEdit(sql::Connection &connection, const std::vector<DealId> &ids, const CardPlace &to,
                           const StageTransition &transition, const Actor &actor)
{
    HEADWAY_TRY(stage, loadLive<Stage>(connection, to.stage));
    HEADWAY_TRY(records, loadManyLive(connection, EntityKind::Deal, numbersOf(ids)));
    std::vector<Deal> deals;
    for (const Record &record : records) {
        auto deal = as<Deal>(record);
        if (deal.stage != stage.id)
            HEADWAY_CHECK(checkEntering(stage, deal, transition, actor.today()));
        deals.push_back(std::move(deal));
    }
    const bool isEntered = std::any_of(deals.begin(), deals.end(),
                                       [&stage](const Deal &deal) { return deal.stage != stage.id; });
    if (isEntered && stage.type == StageType::Lost)
        HEADWAY_CHECK(checkLostReason(connection, transition.reason, transition.note));
    HEADWAY_TRY(room, makeRoom(Column(connection, stage.id, ids), to.under, qint64(ids.size())));
    Edit edit;
    if (liesThere(deals, stage.id, room))
        return edit;
    HEADWAY_TRY(origins, originsOf(connection, deals));
    for (size_t i = 0; i < deals.size(); ++i) {
        HEADWAY_TRY(one, moveOne(connection, deals[i], origins, stage, room.ranks[i], transition, actor));
        edit.label =
            deals.size() == 1 ? one.label : Sentence(steps::dealsMoved).arg(deals.size(), stage.name);
        edit.changes.insert(edit.changes.end(), one.changes.begin(), one.changes.end());
    }
    edit.changes.insert(edit.changes.end(), room.shifted.begin(), room.shifted.end());
    for (const Deal &deal : deals) {
        if (transition.renewalMonths == 0 || deal.stage == stage.id)
            continue;
        Deal won = filledIn(deal, transition);
        won.pipeline = stage.pipeline;
        won.closedOn = transition.on;
        HEADWAY_TRY(renewal, renewalChanges(connection, won, transition.renewalMonths, actor));
        edit.changes.insert(edit.changes.end(), renewal.begin(), renewal.end());
    }
    return edit;
}

Result<std::vector<Change>> renewalChanges(sql::Connection &connection, const Deal &won, int months,
                                           const Actor &actor)
{
    if (!won.closedOn.isValid())
        return failure(ErrorCode::Invalid,
                       Sentence::tr("A renewal counts from the closing date, and there is none."));
    HEADWAY_TRY(stage, firstOpenStage(connection, won.pipeline));
    Deal renewal = renewalOf(won, months);
    if (renewal.amount && renewal.currency.isEmpty()) {
        HEADWAY_TRY(currency, bookCurrency(connection));
        renewal.currency = currency;
    }
    return createDeal(renewal, stage, actor.user, actor.now, -won.id.value);
}

Result<Edit> moveDealEdit(sql::Connection &connection, DealId deal, const CardPlace &to,
                          const StageTransition &transition, const Actor &actor)
{
    return moveDealsEdit(connection, {deal}, to, transition, actor);
}

Result<Edit> closeDealsEdit(sql::Connection &connection, const std::vector<DealId> &deals, StageType type,
                            const StageTransition &transition, const Actor &actor)
{
    HEADWAY_TRY(lookups, loadLookups(connection));
    std::vector<std::pair<StageId, std::vector<DealId>>> byStage; // in the order of the deals
    qsizetype moved = 0;
    HEADWAY_TRY(records, loadManyLive(connection, EntityKind::Deal, numbersOf(deals)));
    for (const Record &record : records) {
        const auto deal = as<Deal>(record);
        if (deal.status == type)
            continue;
        const Stage *stage = lookups.firstStage(deal.pipeline, type);
        if (!stage)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("The pipeline of %1 has no stage for that.").arg(Quoted{deal.name}));
        auto group = std::find_if(byStage.begin(), byStage.end(),
                                  [&](const auto &each) { return each.first == stage->id; });
        if (group == byStage.end())
            group = byStage.insert(group, {stage->id, {}});
        group->second.push_back(deal.id);
        ++moved;
    }
    Edit edit;
    for (const auto &[stage, ids] : byStage) {
        HEADWAY_TRY(part, moveDealsEdit(connection, ids, {stage, {}}, transition, actor));
        edit.label = byStage.size() == 1
            ? part.label
            : Sentence(type == StageType::Won ? steps::dealsWon : steps::dealsLost).arg(moved);
        edit.changes.insert(edit.changes.end(), part.changes.begin(), part.changes.end());
    }
    return edit;
}

Result<Edit> createDealEdit(sql::Connection &connection, Deal deal, const Actor &actor)
{
    HEADWAY_TRY(stage,
                deal.stage ? loadLive<Stage>(connection, deal.stage)
                           : firstOpenStage(connection, deal.pipeline));
    HEADWAY_CHECK(checkClosing(stage, {.on = deal.closedOn, .reason = deal.lostReason}));
    HEADWAY_CHECK(checkClosedBy(deal.closedOn, actor.today()));
    HEADWAY_CHECK(checkLostReason(connection, deal.lostReason, deal.closeNote));
    HEADWAY_CHECK(checkOfClosing(
        stage, difference(EntityKind::Deal, entityInfo(EntityKind::Deal).defaults, toRow(deal))));
    HEADWAY_CHECK(checkNeeds(stage, deal));
    if (!deal.owner)
        deal.owner = actor.user;
    if (deal.amount && deal.currency.isEmpty()) {
        HEADWAY_TRY(currency, bookCurrency(connection));
        deal.currency = currency;
    }
    Edit edit{.label = Sentence(steps::added).arg(Quoted{deal.name}),
              .changes = createDeal(deal, stage, actor.user, actor.now, -1)};
    TypedStep typed{.text = deal.nextStep};
    if (deal.nextActivity)
        typed.at = deal.nextActivity;
    HEADWAY_TRY(planned, nextStepChanges(connection, {EntityKind::Deal, -1}, toRow(deal), typed, actor));
    edit.changes.insert(edit.changes.end(), planned.begin(), planned.end());
    return edit;
}

} // namespace headway::store
