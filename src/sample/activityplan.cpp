// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the book's plan about activities: when they were, of which kind, how they ended.
#include "sample/book.h"

#include <algorithm>

namespace headway::sample {

namespace {

constexpr qint64 opening = 8 * 60;
constexpr qint64 closing = 17 * 60;
constexpr qint64 quarter = 15;

qint64 quarterOfTheDay(Dice &dice, qint64 from)
{
    return from + quarter * dice.below((closing - from) / quarter);
}

std::optional<qint64> durationOf(ActivityKind kind, Dice &dice)
{
    switch (kind) {
    case ActivityKind::Call: return dice.between(2, 25) * 60;
    case ActivityKind::Meeting: return dice.between(1, 4) * 1800;
    case ActivityKind::Visit: return dice.between(2, 6) * 1800;
    case ActivityKind::TradeShow:
    case ActivityKind::Retail: return dice.between(2, 8) * 300;
    default: return {};
    }
}

OutcomeId outcomeOf(ActivityKind kind, Dice &dice)
{
    if (kind == ActivityKind::Visit || kind == ActivityKind::TradeShow || kind == ActivityKind::Retail)
        return store::defaults::heldMeeting;
    if (kind == ActivityKind::Meeting)
        return dice.chance(15) ? store::defaults::meetingAgreed : store::defaults::heldMeeting;
    if (kind != ActivityKind::Call)
        return {};
    const qint64 draw = dice.below(100);
    if (draw < 62)
        return store::defaults::reached;
    if (draw < 74)
        return store::defaults::meetingAgreed;
    if (draw < 86)
        return store::defaults::noAnswer;
    return draw < 95 ? store::defaults::leftVoicemail : store::defaults::busy;
}

Phase phaseAt(const DealFacts &facts, Instant at)
{
    if (facts.renewal)
        return Phase::Renewal;
    int visit = facts.visitCount - 1;
    while (visit > 0 && facts.visits[size_t(visit)].enteredAt > at)
        --visit;
    const StageId stage = facts.visits[size_t(visit)].stage;
    if (stage == store::defaults::qualified)
        return Phase::Opening;
    if (stage == store::defaults::needsAnalysis)
        return Phase::Analysis;
    return stage == store::defaults::offer ? Phase::Offer : Phase::Closing;
}

void finish(ActivityFacts &facts, Dice &dice)
{
    const ActivityKind kind = facts.script->kind;
    facts.duration = durationOf(kind, dice);
    facts.outcome = outcomeOf(kind, dice);
    if (kind == ActivityKind::Meeting && dice.chance(7)) {
        facts.state = dice.chance(60) ? ActivityState::Cancelled : ActivityState::NoShow;
        facts.outcome = {};
        facts.duration = {};
    }
    if (facts.outcome == store::defaults::noAnswer || facts.outcome == store::defaults::busy)
        facts.duration = 30;
    facts.createdAt = {facts.at.ms + (facts.duration.value_or(0) + 300) * 1000};
}

} // namespace

ActivityFacts Book::dealActivity(qint64 deal, const DealFacts &facts, qint64 nth) const
{
    const qint64 count = m_dealActivities.count(deal);
    const bool isPlanned = facts.next != Next::None && nth == count - 1;
    const qint64 done = facts.next == Next::None ? count : count - 1;
    Dice dice(seed, Stream::Activity, m_dealActivities.first(deal) + nth);
    Dice offset(seed, Stream::ActivityText, deal);
    ActivityFacts result{.planned = isPlanned, .contact = facts.contact};
    if (isPlanned) {
        result.state = ActivityState::Planned;
        result.at = calendar.at(facts.nextDay, quarterOfTheDay(dice, facts.nextDay == 0 ? 11 * 60 : opening));
        result.phase = phaseAt(facts, calendar.at(-1, closing));
        result.script = &offset.pick(plannedScripts(result.phase));
        const Day noted = std::min(facts.nextDay - 1, -1) - Day(dice.below(6));
        result.createdAt = std::max(facts.createdAt, calendar.at(calendar.workdayOnOrBefore(noted), closing));
        if (result.script->kind == ActivityKind::Meeting || result.script->kind == ActivityKind::Visit)
            result.duration = durationOf(result.script->kind, dice);
        return result;
    }
    const Day span = facts.lastDay - facts.created;
    const Day day =
        facts.created + Day(span * (nth * 100 + (nth == done - 1 ? 100 : dice.below(100))) / (done * 100));
    result.at =
        calendar.at(std::max(facts.created, calendar.workdayOnOrBefore(day)), quarterOfTheDay(dice, opening));
    result.at = std::max(result.at, facts.createdAt);
    result.phase = phaseAt(facts, result.at);
    // Consecutive scripts of the table, so that a deal does not repeat one.
    const std::span<const Script> scripts = doneScripts(result.phase);
    result.script = &scripts[size_t(offset.next() + nth) % scripts.size()];
    finish(result, dice);
    return result;
}

ActivityFacts Book::leadActivity(qint64 lead, const LeadFacts &facts, qint64 nth) const
{
    const qint64 count = m_leadActivities.count(lead);
    Dice dice(seed, Stream::LeadActivity, m_leadActivities.first(lead) + nth);
    Dice offset(seed, Stream::LeadActivity, ~lead);
    const bool isWorkedOn = facts.status == store::defaults::newLead
        || facts.status == store::defaults::attempting || facts.status == store::defaults::connected;
    ActivityFacts result{.planned = isWorkedOn && nth == count - 1 && offset.chance(60)};
    if (result.planned) {
        const Day day = dice.chance(12) ? -Day(dice.between(1, 4)) : Day(dice.skewed(20));
        const Day due = day < 0 ? std::max(facts.created, calendar.workdayOnOrBefore(day))
                                : calendar.workdayOnOrAfter(day);
        result.state = ActivityState::Planned;
        result.script = &dice.pick(plannedLeadScripts());
        result.at = calendar.at(due, quarterOfTheDay(dice, due == 0 ? 11 * 60 : opening));
        result.createdAt = facts.createdAt;
        return result;
    }
    const Day span = std::min<Day>(60, facts.lastDay - facts.created);
    const Day day = facts.created + Day(span * (nth * 100 + dice.below(100)) / (count * 100));
    result.at = std::max(facts.createdAt,
                         calendar.at(std::max(facts.created, calendar.workdayOnOrBefore(day)),
                                     quarterOfTheDay(dice, opening)));
    result.script = &leadScripts()[size_t(offset.next() + nth) % leadScripts().size()];
    finish(result, dice);
    return result;
}

} // namespace headway::sample
