// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the book's plan about deals: whose, what for, how far, how much, what next.
#include "sample/book.h"

#include <algorithm>

namespace headway::sample {

namespace {

constexpr std::array newBusinessStages{store::defaults::qualified, store::defaults::needsAnalysis,
                                       store::defaults::offer, store::defaults::negotiation,
                                       store::defaults::verbalYes};
constexpr std::array renewalStages{store::defaults::dueSoon, store::defaults::renewalOffer,
                                   store::defaults::inDiscussion};

// Weights of the open stages of new business by the deal's age, and of renewals.
constexpr std::array<int, 5> youngStages{70, 22, 8, 0, 0};
constexpr std::array<int, 5> middleStages{33, 30, 24, 9, 4};
constexpr std::array<int, 5> oldStages{20, 25, 30, 15, 10};
constexpr std::array<int, 5> renewalWeights{50, 30, 20, 0, 0};

int weighted(const std::array<int, 5> &weights, Dice &dice)
{
    qint64 left = dice.below(100);
    int stage = 0;
    while (left >= weights[size_t(stage)])
        left -= weights[size_t(stage++)];
    return stage;
}

int openStageOf(const DealFacts &facts, Dice &dice)
{
    if (facts.renewal)
        return weighted(renewalWeights, dice);
    if (facts.created > -10)
        return weighted(youngStages, dice);
    return weighted(facts.created > -45 ? middleStages : oldStages, dice);
}

const DealKind &kindOf(const DealFacts &facts, Dice &dice)
{
    if (facts.renewal)
        return dice.pick(renewalKinds());
    for (;;) {
        const DealKind &kind = dice.pick(newBusinessKinds());
        if (kind.need == facts.need
            || (kind.need == Need::Any && (facts.need == Need::Any || dice.chance(45))))
            return kind;
    }
}

int sectorOf(qint64 company, const City &city, quint64 seed)
{
    if (company < qint64(knownCompanies().size()))
        return knownCompanies()[size_t(company)].sector;
    Dice dice(seed, Stream::CompanyDetail, company);
    return composedName(city, dice).sector;
}

// The machine that texts mention, even if only its filters or service are sold.
QStringView machineOf(const DealFacts &facts)
{
    Item item = facts.kind->main.item;
    if (item > Arc20)
        item = facts.need == Need::Oil ? Mist12 : facts.need == Need::Fume ? Arc10 : Cyclo250;
    return catalogue()[size_t(item)].shortName;
}

// Days that an open deal has been in its stage: mostly a few, sometimes far too many.
Day daysInStage(Dice &dice)
{
    const qint64 draw = dice.below(100);
    if (draw < 48)
        return Day(dice.below(8));
    if (draw < 78)
        return Day(dice.between(8, 20));
    return Day(draw < 92 ? dice.between(21, 50) : dice.between(51, 140));
}

} // namespace

DealFacts Book::deal(qint64 index) const
{
    Dice dice(seed, Stream::Deal, index);
    DealFacts facts;
    facts.created = m_deals.dayOf(index);
    facts.createdAt = m_deals.instantOf(index);
    facts.company = companyOfDeal(facts.created, dice);
    facts.contact = contactOfDeal(facts.company, facts.created, dice);
    facts.user = userOf(facts.company);
    facts.city = &cityOf(facts.company);
    facts.need = sectors()[size_t(sectorOf(facts.company, *facts.city, seed))].need;
    facts.renewal = dice.chance(17);
    facts.kind = &kindOf(facts, dice);
    facts.blanks = {.product = machineOf(facts),
                    .city = facts.city->name,
                    .number = int(dice.between(2, 6)),
                    .larger = int(dice.between(11, 38)),
                    .year = calendar.year(facts.created)};
    facts.status = fateOf(index, facts, dice);
    facts.openStage = openStageOf(facts, dice);
    walkStages(facts, dice);
    planNext(facts, dice);
    price(facts, dice);
    return facts;
}

QString Book::dealName(qint64 index, const DealFacts &facts) const
{
    QString name = phraseText(facts.kind->name, facts.blanks);
    if (const int earlier = m_earlierOfSameName[size_t(index)])
        name += QStringView(u", part ") + QString::number(earlier + 1);
    return name;
}

qint64 Book::companyOfDeal(Day day, Dice &dice) const
{
    const qint64 known = std::max<qint64>(1, m_companies.countUntil(day - 1));
    const qint64 company = dice.chance(30) ? dice.skewed(known) : dice.below(known);
    if (company < qint64(knownCompanies().size())
        && knownCompanies()[size_t(company)].standing >= Standing::Partner
        && knownCompanies()[size_t(company)].standing != Standing::Reseller)
        return company / 2;
    return company;
}

qint64 Book::contactOfDeal(qint64 company, Day day, Dice &dice) const
{
    const qint64 nth = dice.skewed(std::min<qint64>(6, m_contacts.count(company)));
    const bool isKnown = nth == 0 || contact(company, nth).created <= day;
    return m_contacts.first(company) + (isKnown ? nth : 0);
}

StageType Book::fateOf(qint64 index, const DealFacts &facts, Dice &dice) const
{
    // The share of deals that are newer, per mille; three tenths of all deals are open.
    const qint64 newer = (scale.deals - 1 - index) * 1000 / scale.deals;
    qint64 open = 5;
    if (newer < 100)
        open = 930;
    else if (newer < 600)
        open = 800 - (newer - 100) * 780 / 500;
    if (dice.below(1000) < open || facts.created > -6)
        return StageType::Open;
    const int winRate = facts.renewal ? 82 : team.members()[size_t(facts.user)].winRate;
    return dice.chance(winRate) ? StageType::Won : StageType::Lost;
}

// The stages that the deal goes through, at most ten; some are skipped, some are repeated.
std::vector<StageId> Book::pathOf(DealFacts &facts, Dice &dice) const
{
    std::vector<StageId> path;
    const std::span<const StageId> stages =
        facts.renewal ? std::span<const StageId>(renewalStages) : std::span<const StageId>(newBusinessStages);
    if (facts.status == StageType::Won)
        facts.openStage = int(stages.size()) - 1;
    for (int stage = 0; stage <= facts.openStage; ++stage) {
        if (stage > 0 && stage < facts.openStage && dice.chance(5))
            continue; // skipped
        path.push_back(stages[size_t(stage)]);
        if (stage == 2 && !facts.renewal && dice.chance(16)) { // back one stage, and forward again
            path.push_back(stages[1]);
            path.push_back(stages[2]);
        }
    }
    if (facts.status == StageType::Won)
        path.push_back(facts.renewal ? store::defaults::renewed : store::defaults::won);
    else if (facts.status == StageType::Lost)
        path.push_back(facts.renewal ? store::defaults::cancelled : store::defaults::lost);
    return path;
}

void Book::walkStages(DealFacts &facts, Dice &dice) const
{
    const std::vector<StageId> path = pathOf(facts, dice);
    const int count = int(path.size());

    Day end = -1;
    if (facts.status == StageType::Open) {
        end = count == 1 ? facts.created : std::max(facts.created, -1 - daysInStage(dice));
    } else {
        const qint64 cycle = facts.renewal ? 15 + dice.below(75) : 10 + dice.skewed(230);
        end = std::min<Day>(-1, facts.created + Day(cycle));
        const Day monthEnd = calendar.lastWorkdayOfMonth(end);
        if (facts.status == StageType::Won && monthEnd < 0 && dice.chance(45))
            end = monthEnd;
    }
    end = std::max(facts.created, calendar.workdayOnOrBefore(end));

    facts.visitCount = count;
    for (int k = 0; k < count; ++k) {
        Day day = k == 0 ? facts.created : end;
        if (k > 0 && k < count - 1)
            day = facts.created
                + Day((end - facts.created) * (k * 100 + dice.between(-35, 35)) / ((count - 1) * 100));
        day = std::max(facts.created, calendar.workdayOnOrBefore(day));
        Instant at = facts.createdAt;
        if (k > 0)
            at = std::max(calendar.at(day, dice.between(8 * 60, 17 * 60)),
                          Instant{facts.visits[size_t(k - 1)].enteredAt.ms + 300'000});
        facts.visits[size_t(k)] = {path[size_t(k)], day, at};
    }
    facts.lastDay = end;
}

void Book::planNext(DealFacts &facts, Dice &dice) const
{
    if (facts.status != StageType::Open)
        return;
    // Some deals had no activity for days, at most since their stage was entered.
    const Day quiet = daysInStage(dice);
    facts.lastDay = std::max(facts.lastDay, calendar.workdayOnOrBefore(-1 - quiet));

    const qint64 draw = dice.below(100);
    const Day overdue = calendar.workdayOnOrBefore(-1 - Day(dice.skewed(14)));
    if (draw < 22)
        return;
    if (draw < 36 && overdue > facts.created) {
        facts.next = Next::Overdue;
        facts.nextDay = overdue;
    } else if (draw < 45) {
        facts.next = Next::Today;
        facts.nextDay = calendar.workdayOnOrAfter(0);
    } else {
        facts.next = Next::Ahead;
        facts.nextDay = calendar.workdayOnOrAfter(Day(1 + dice.skewed(42)));
    }
}

void Book::price(DealFacts &facts, Dice &dice) const
{
    const std::array<Part, 2> parts{facts.kind->main, facts.kind->further};
    const QStringView currency = facts.currency();
    facts.discountPercent = facts.openStage >= 2 && dice.chance(35) ? 5 * dice.between(1, 2) : 0;
    qint64 sum = 0;
    for (size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].item == NoItem)
            continue;
        facts.quantity[i] = dice.between(parts[i].least, parts[i].most);
        sum += facts.quantity[i] * listPrice(parts[i].item, currency);
    }
    // Too early for an amount.
    if (facts.openStage == 0 && facts.status == StageType::Open && dice.chance(15)) {
        facts.quantity[0] = facts.quantity[1] = 0;
        return;
    }
    facts.amount = sum * minorUnits(currency) * (100 - facts.discountPercent) / 100;
}

} // namespace headway::sample
