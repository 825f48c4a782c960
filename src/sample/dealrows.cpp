// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/rows.h"

#include <algorithm>

namespace headway::sample {

namespace {

const LostStory &lostStory(Dice &dice)
{
    qint64 left = dice.below(106);
    for (const LostStory &story : lostStories()) {
        if (left < story.weight)
            return story;
        left -= story.weight;
    }
    return lostStories().front();
}

// From the stage on, how long until the order is expected; fewer than one in six is past it.
Day expectedClose(const Book &book, const DealFacts &facts, Dice &dice)
{
    constexpr std::array<int, 5> least{45, 35, 18, 8, 3};
    constexpr std::array<int, 5> most{170, 120, 80, 45, 21};
    const size_t stage = size_t(facts.renewal ? facts.openStage + 1 : facts.openStage);
    Day day;
    if (facts.status != StageType::Open)
        day = facts.presentVisit().day + Day(dice.between(-25, 20));
    else if (facts.created < -40 && dice.chance(15))
        day = -Day(dice.between(1, 35));
    else
        day = Day(dice.between(least[stage], most[stage]));
    return dice.chance(40) ? book.calendar.lastWorkdayOfMonth(day) : book.calendar.workdayOnOrBefore(day);
}

qint64 sourceOf(const Book &book, const DealFacts &facts, Dice &dice)
{
    if (facts.renewal || (book.hasBought(facts.company) && dice.chance(35)))
        return store::defaults::existingCustomer.value;
    return 1 + dice.skewed(10);
}

Priority priorityOf(Dice &dice)
{
    const qint64 draw = dice.below(100);
    if (draw < 14)
        return Priority::High;
    if (draw < 36)
        return Priority::Medium;
    return draw < 46 ? Priority::Low : Priority::Unstated;
}

struct DealColumns {
    explicit DealColumns(const Draft &d) : draft(d) {}

    const Draft &draft;
    const size_t name = draft.column(u"name"), company = draft.column(u"company_id"),
                 contact = draft.column(u"contact_id"), pipeline = draft.column(u"pipeline_id"),
                 stage = draft.column(u"stage_id"), status = draft.column(u"status"),
                 amount = draft.column(u"amount"), currency = draft.column(u"currency"),
                 probability = draft.column(u"probability_override"),
                 expected = draft.column(u"expected_close"), closedOn = draft.column(u"closed_on"),
                 forecast = draft.column(u"forecast_category"), type = draft.column(u"type"),
                 priority = draft.column(u"priority"), owner = draft.column(u"owner_id"),
                 source = draft.column(u"source_id"), lostReason = draft.column(u"lost_reason_id"),
                 closeNote = draft.column(u"close_note"), competitor = draft.column(u"competitor"),
                 nextStep = draft.column(u"next_step"), nextStepOn = draft.column(u"next_step_on"),
                 description = draft.column(u"description"), rank = draft.column(u"rank"),
                 stageEnteredAt = draft.column(u"stage_entered_at");
};

void setOpenCells(Draft &draft, const DealColumns &at, const Book &book, const DealFacts &facts, Dice &dice)
{
    Blanks blanks = facts.blanks;
    const QString person = book.contactName(facts.contact, facts.company);
    blanks.person = person;
    if (dice.chance(12)) {
        const std::array<qint64, 5> usual{10, 25, 50, 70, 90};
        const qint64 stage = facts.renewal ? 60 + 10 * facts.openStage : usual[size_t(facts.openStage)];
        draft.set(at.probability, std::clamp<qint64>(stage + 10 * dice.between(-2, 2), 5, 95));
    }
    if (dice.chance(5))
        draft.set(at.forecast, dice.chance(60) ? ForecastCategory::Commit : ForecastCategory::Omitted);
    if (dice.chance(78)) {
        const auto steps = facts.renewal ? renewalNextSteps() : nextSteps(facts.openStage);
        draft.set(at.nextStep, phraseText(dice.pick(steps), blanks));
        const Day day = facts.next == Next::None ? book.calendar.workdayOnOrAfter(Day(dice.between(-4, 20)))
                                                 : facts.nextDay;
        draft.set(at.nextStepOn, book.calendar.text(day));
    }
}

void setClosedCells(Draft &draft, const DealColumns &at, const Book &book, const DealFacts &facts, Dice &dice)
{
    draft.set(at.closedOn, book.calendar.text(facts.presentVisit().day));
    if (facts.status == StageType::Won) {
        if (dice.chance(45))
            draft.set(at.closeNote, dice.pick(wonNotes()).toString());
        return;
    }
    const LostStory &story = lostStory(dice);
    draft.set(at.lostReason, story.reason.value);
    if (story.reason == store::defaults::otherReason || dice.chance(70))
        draft.set(at.closeNote, story.note.toString());
}

} // namespace

Result<> writeDeals(const Book &book, Outlet &outlet)
{
    Draft draft(EntityKind::Deal);
    const DealColumns at(draft);
    for (qint64 i = 0; i < book.scale.deals; ++i) {
        const DealFacts facts = book.deal(i);
        Dice dice(book.seed, Stream::DealDetail, i + book.scale.deals);
        draft.clear();
        draft.set(at.name, book.dealName(i, facts));
        draft.set(at.company, idOf(facts.company));
        draft.set(at.contact, idOf(facts.contact));
        draft.set(at.pipeline,
                  (facts.renewal ? store::defaults::renewals : store::defaults::newBusiness).value);
        draft.set(at.stage, facts.presentVisit().stage.value);
        draft.set(at.status, facts.status);
        if (facts.amount)
            draft.set(at.amount, *facts.amount);
        draft.set(at.currency, facts.currency().toString());
        draft.set(at.expected, book.calendar.text(expectedClose(book, facts, dice)));
        if (facts.renewal)
            draft.set(at.type, DealType::Renewal);
        else
            draft.set(at.type, book.hasBought(facts.company) ? DealType::Existing : DealType::New);
        draft.set(at.priority, priorityOf(dice));
        draft.set(at.owner, idOf(facts.user));
        draft.set(at.source, sourceOf(book, facts, dice));
        if (facts.openStage >= 2 && dice.chance(40))
            draft.set(at.competitor, dice.pickSkewed(competitors()).toString());
        if (!facts.renewal && dice.chance(45))
            draft.set(at.description, dice.pick(dealDescriptions()).toString());
        draft.set(at.rank, -facts.createdAt.ms * 1024);
        draft.set(at.stageEnteredAt, facts.presentVisit().enteredAt);
        if (facts.status == StageType::Open)
            setOpenCells(draft, at, book, facts, dice);
        else
            setClosedCells(draft, at, book, facts, dice);
        HEADWAY_CHECK(outlet.put(draft, facts.createdAt));
    }
    return {};
}

Result<> writeDealContacts(const Book &book, Outlet &outlet)
{
    using enum DealRole;
    constexpr std::array<DealRole, 8> first{DecisionMaker, Evaluator,     Champion, DecisionMaker,
                                            Influencer,    EconomicBuyer, Champion, Unstated};
    constexpr std::array<DealRole, 6> second{EconomicBuyer, User,    Influencer,
                                             Evaluator,     Blocker, DecisionMaker};
    Draft draft(EntityKind::DealContact);
    const size_t deal = draft.column(u"deal_id"), contact = draft.column(u"contact_id"),
                 role = draft.column(u"role");
    for (qint64 i = 0; i < book.scale.deals; ++i) {
        const DealFacts facts = book.deal(i);
        Dice dice(book.seed, Stream::DealDetail, ~(i + book.scale.deals));
        draft.clear();
        draft.set(deal, idOf(i));
        draft.set(contact, idOf(facts.contact));
        draft.set(role, dice.pick(first));
        HEADWAY_CHECK(outlet.put(draft, facts.createdAt));
        const qint64 main = book.contacts().first(facts.company);
        if (facts.contact != main && dice.chance(60)) {
            draft.set(contact, idOf(main));
            draft.set(role, dice.pick(second));
            HEADWAY_CHECK(outlet.put(draft, facts.createdAt));
        }
    }
    return {};
}

Result<> writeLineItems(const Book &book, Outlet &outlet)
{
    Draft draft(EntityKind::LineItem);
    const size_t deal = draft.column(u"deal_id"), product = draft.column(u"product_id"),
                 quantity = draft.column(u"quantity_milli"), price = draft.column(u"unit_price"),
                 discount = draft.column(u"discount_percent"), position = draft.column(u"position");
    for (qint64 i = 0; i < book.scale.deals; ++i) {
        const DealFacts facts = book.deal(i);
        const std::array<Item, 2> items{facts.kind->main.item, facts.kind->further.item};
        for (size_t nth = 0; nth < items.size(); ++nth) {
            if (facts.quantity[nth] == 0)
                continue;
            draft.clear();
            draft.set(deal, idOf(i));
            draft.set(product, idOf(items[nth]));
            draft.set(quantity, facts.quantity[nth] * 1000);
            draft.set(price, listPrice(items[nth], facts.currency()) * minorUnits(facts.currency()));
            draft.set(discount, facts.discountPercent);
            draft.set(position, qint64(nth) + 1);
            HEADWAY_CHECK(outlet.put(draft, facts.createdAt));
        }
    }
    return {};
}

Result<> writeStageVisits(const Book &book, Outlet &outlet)
{
    Draft draft(EntityKind::StageVisit);
    const size_t deal = draft.column(u"deal_id"), stage = draft.column(u"stage_id"),
                 entered = draft.column(u"entered_at"), left = draft.column(u"left_at"),
                 user = draft.column(u"user_id");
    for (qint64 i = 0; i < book.scale.deals; ++i) {
        const DealFacts facts = book.deal(i);
        for (int k = 0; k < facts.visitCount; ++k) {
            const PlannedVisit &visit = facts.visits[size_t(k)];
            draft.clear();
            draft.set(deal, idOf(i));
            draft.set(stage, visit.stage.value);
            draft.set(entered, visit.enteredAt);
            if (k + 1 < facts.visitCount)
                draft.set(left, facts.visits[size_t(k) + 1].enteredAt);
            draft.set(user, idOf(facts.user));
            HEADWAY_CHECK(outlet.put(draft, visit.enteredAt));
        }
    }
    return {};
}

} // namespace headway::sample
