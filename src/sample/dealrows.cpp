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

// The expected closing by stage; for less than one in six it is in the past.
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
    explicit DealColumns(const SampleRow &d) : row(d) {}

    const SampleRow &row;
    const size_t name = row.column(u"name"), company = row.column(u"company_id"),
                 contact = row.column(u"contact_id"), pipeline = row.column(u"pipeline_id"),
                 stage = row.column(u"stage_id"), status = row.column(u"status"),
                 amount = row.column(u"amount"), currency = row.column(u"currency"),
                 probability = row.column(u"probability_override"), expected = row.column(u"expected_close"),
                 closedOn = row.column(u"closed_on"), forecast = row.column(u"forecast_category"),
                 type = row.column(u"type"), priority = row.column(u"priority"),
                 owner = row.column(u"owner_id"), source = row.column(u"source_id"),
                 lostReason = row.column(u"lost_reason_id"), closeNote = row.column(u"close_note"),
                 competitor = row.column(u"competitor"), description = row.column(u"description"),
                 rank = row.column(u"rank"), stageEnteredAt = row.column(u"stage_entered_at");
};

void setOpenCells(SampleRow &row, const DealColumns &at, const DealFacts &facts, Dice &dice)
{
    if (dice.chance(12)) {
        const std::array<qint64, 5> usual{10, 25, 50, 70, 90};
        const qint64 stage = facts.renewal ? 60 + 10 * facts.openStage : usual[size_t(facts.openStage)];
        row.set(at.probability, std::clamp<qint64>(stage + 10 * dice.between(-2, 2), 5, 95));
    }
    if (dice.chance(5))
        row.set(at.forecast, dice.chance(60) ? ForecastCategory::Commit : ForecastCategory::Omitted);
}

void setClosedCells(SampleRow &row, const DealColumns &at, const Book &book, const DealFacts &facts,
                    Dice &dice)
{
    row.set(at.closedOn, book.calendar.text(facts.presentVisit().day));
    if (facts.status == StageType::Won) {
        if (dice.chance(45))
            row.set(at.closeNote, dice.pick(wonNotes()).toString());
        return;
    }
    const LostStory &story = lostStory(dice);
    row.set(at.lostReason, story.reason.value);
    if (story.reason == store::defaults::otherReason || dice.chance(70))
        row.set(at.closeNote, story.note.toString());
}

} // namespace

Result<> writeDeals(const Book &book, SampleWriter &writer)
{
    SampleRow row(EntityKind::Deal);
    const DealColumns at(row);
    for (qint64 i = 0; i < book.scale.deals; ++i) {
        const DealFacts facts = book.deal(i);
        Dice dice(book.seed, Stream::DealDetail, i + book.scale.deals);
        row.clear();
        row.set(at.name, book.dealName(i, facts));
        row.set(at.company, idOf(facts.company));
        row.set(at.contact, idOf(facts.contact));
        row.set(at.pipeline,
                (facts.renewal ? store::defaults::renewals : store::defaults::newBusiness).value);
        row.set(at.stage, facts.presentVisit().stage.value);
        row.set(at.status, facts.status);
        if (facts.amount)
            row.set(at.amount, *facts.amount);
        row.set(at.currency, facts.currency().toString());
        row.set(at.expected, book.calendar.text(expectedClose(book, facts, dice)));
        if (facts.renewal)
            row.set(at.type, DealType::Renewal);
        else
            row.set(at.type, book.hasBought(facts.company) ? DealType::Existing : DealType::New);
        row.set(at.priority, priorityOf(dice));
        row.set(at.owner, idOf(facts.user));
        row.set(at.source, sourceOf(book, facts, dice));
        if (facts.openStage >= 2 && dice.chance(40))
            row.set(at.competitor, dice.pickSkewed(competitors()).toString());
        if (!facts.renewal && dice.chance(45))
            row.set(at.description, dice.pick(dealDescriptions()).toString());
        row.set(at.rank, -facts.createdAt.ms * 1024);
        row.set(at.stageEnteredAt, facts.presentVisit().enteredAt);
        if (facts.status == StageType::Open)
            setOpenCells(row, at, facts, dice);
        else
            setClosedCells(row, at, book, facts, dice);
        HEADWAY_CHECK(writer.put(row, facts.createdAt));
    }
    return {};
}

Result<> writeDealContacts(const Book &book, SampleWriter &writer)
{
    using enum DealRole;
    constexpr std::array<DealRole, 8> first{DecisionMaker, Evaluator,     Champion, DecisionMaker,
                                            Influencer,    EconomicBuyer, Champion, Unstated};
    constexpr std::array<DealRole, 6> second{EconomicBuyer, User,    Influencer,
                                             Evaluator,     Blocker, DecisionMaker};
    SampleRow row(EntityKind::DealContact);
    const size_t deal = row.column(u"deal_id"), contact = row.column(u"contact_id"),
                 role = row.column(u"role");
    for (qint64 i = 0; i < book.scale.deals; ++i) {
        const DealFacts facts = book.deal(i);
        Dice dice(book.seed, Stream::DealDetail, ~(i + book.scale.deals));
        row.clear();
        row.set(deal, idOf(i));
        row.set(contact, idOf(facts.contact));
        row.set(role, dice.pick(first));
        HEADWAY_CHECK(writer.put(row, facts.createdAt));
        const qint64 main = book.contacts().first(facts.company);
        if (facts.contact != main && dice.chance(60)) {
            row.set(contact, idOf(main));
            row.set(role, dice.pick(second));
            HEADWAY_CHECK(writer.put(row, facts.createdAt));
        }
    }
    return {};
}

Result<> writeLineItems(const Book &book, SampleWriter &writer)
{
    SampleRow row(EntityKind::LineItem);
    const size_t deal = row.column(u"deal_id"), product = row.column(u"product_id"),
                 quantity = row.column(u"quantity_milli"), price = row.column(u"unit_price"),
                 discount = row.column(u"discount_percent"), position = row.column(u"position");
    for (qint64 i = 0; i < book.scale.deals; ++i) {
        const DealFacts facts = book.deal(i);
        const std::array<Item, 2> items{facts.kind->main.item, facts.kind->further.item};
        for (size_t nth = 0; nth < items.size(); ++nth) {
            if (facts.quantity[nth] == 0)
                continue;
            row.clear();
            row.set(deal, idOf(i));
            row.set(product, idOf(items[nth]));
            row.set(quantity, facts.quantity[nth] * 1000);
            row.set(price, listPrice(items[nth], facts.currency()) * minorUnits(facts.currency()));
            row.set(discount, facts.discountPercent);
            row.set(position, qint64(nth) + 1);
            HEADWAY_CHECK(writer.put(row, facts.createdAt));
        }
    }
    return {};
}

Result<> writeStageVisits(const Book &book, SampleWriter &writer)
{
    SampleRow row(EntityKind::StageVisit);
    const size_t deal = row.column(u"deal_id"), stage = row.column(u"stage_id"),
                 entered = row.column(u"entered_at"), left = row.column(u"left_at"),
                 user = row.column(u"user_id");
    for (qint64 i = 0; i < book.scale.deals; ++i) {
        const DealFacts facts = book.deal(i);
        for (int k = 0; k < facts.visitCount; ++k) {
            const PlannedVisit &visit = facts.visits[size_t(k)];
            row.clear();
            row.set(deal, idOf(i));
            row.set(stage, visit.stage.value);
            row.set(entered, visit.enteredAt);
            if (k + 1 < facts.visitCount)
                row.set(left, facts.visits[size_t(k) + 1].enteredAt);
            row.set(user, idOf(facts.user));
            HEADWAY_CHECK(writer.put(row, visit.enteredAt));
        }
    }
    return {};
}

} // namespace headway::sample
