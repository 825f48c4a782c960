// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/nextstep.h"

#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "domain/records/record.h"
#include "support/catch_qt.h"

#include <QDateTime>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone zone = QTimeZone("Europe/Berlin");
const QDate today(2026, 11, 23);
const Instant now{QDateTime(today, QTime(10, 0), zone).toMSecsSinceEpoch()};

Instant at(QDate day, QTime time = QTime(0, 0))
{
    return {QDateTime(day, time, zone).toMSecsSinceEpoch()};
}

template <class E>
std::optional<DueState> markOf(const E &entity)
{
    return nextStepMark({.ref = {Table<E>::kind, 1}, .row = toRow(entity)}, now, zone);
}

Activity plannedCall()
{
    return {.id = {7},
            .kind = ActivityKind::Call,
            .state = ActivityState::Planned,
            .subject = u"Ring"_s,
            .at = at(today, QTime(14, 0)),
            .timeZone = u"Europe/Berlin"_s};
}

StepPlace place(const std::optional<Activity> &present = {})
{
    return {.record = {EntityKind::Deal, 5},
            .links = {{EntityKind::Deal, 5}, {EntityKind::Company, 2}},
            .present = present,
            .owner = {3},
            .now = now,
            .zone = zone};
}

Activity made(const std::vector<Change> &changes)
{
    REQUIRE_FALSE(changes.empty());
    return fromRow<Activity>(rowAfter(toRow(Activity{}), changes.front().fields));
}

} // namespace

TEST_CASE("A deal is marked by its earliest planned activity; an open one without is marked, too", "[domain]")
{
    CHECK(markOf(Deal{.nextActivity = at(today.addDays(-1))}) == DueState::Overdue);
    CHECK(markOf(Deal{.nextActivity = at(today, QTime(9, 0))}) == DueState::Today); // an hour ago
    CHECK(markOf(Deal{.nextActivity = at(today.addDays(1))}) == DueState::Later);
    CHECK(markOf(Deal{}) == DueState::None);
    CHECK(markOf(Deal{.notedStep = u"Call them"_s}) == DueState::None); // a note plans nothing
}

TEST_CASE("What is over expects no next step, but shows one that is planned", "[domain]")
{
    for (const StageType closed : {StageType::Won, StageType::Lost}) {
        CHECK(markOf(Deal{.status = closed}) == std::nullopt);
        CHECK(markOf(Deal{.status = closed, .nextActivity = at(today)}) == DueState::Today);
    }
    CHECK(markOf(Lead{}) == DueState::None);
    CHECK(markOf(Lead{.state = LeadState::Nurture}) == DueState::None);
    CHECK(markOf(Lead{.state = LeadState::Disqualified}) == std::nullopt);
    CHECK(markOf(Lead{.state = LeadState::Converted}) == std::nullopt);
}

TEST_CASE("A typed step becomes a task for its day, else for today, in the timelines of all it is about",
          "[domain]")
{
    const std::vector<Change> changes = stepChanges({.text = u" Send the offer "_s}, place());
    const Activity task = made(changes);
    CHECK(task.kind == ActivityKind::Task);
    CHECK(task.state == ActivityState::Planned);
    CHECK(task.subject == u"Send the offer"_s);
    CHECK(task.owner == UserId{3});
    CHECK(task.allDay);
    CHECK(task.at == at(today));
    CHECK(changes.size() == 3); // with two links

    const Activity onFriday =
        made(stepChanges({.text = u"Visit"_s, .at = at(today.addDays(4), QTime(14, 30))}, place()));
    CHECK_FALSE(onFriday.allDay);
    CHECK(onFriday.at == at(today.addDays(4), QTime(14, 30)));
    CHECK(stepChanges({.text = u"  "_s}, place()).empty());
    CHECK(stepChanges({}, place()).empty());
}

TEST_CASE("What is typed over a planned step changes that one: its words, its day; nothing at all cancels it",
          "[domain]")
{
    const auto after = [](const TypedStep &typed) {
        const std::vector<Change> changes = stepChanges(typed, place(plannedCall()));
        REQUIRE(changes.size() == 1);
        CHECK(changes.front().ref == EntityRef{EntityKind::Activity, 7});
        return fromRow<Activity>(rowAfter(toRow(plannedCall()), changes.front().fields));
    };
    CHECK(after({.text = u"Ring Ana"_s}).subject == u"Ring Ana"_s);
    const Activity moved = after({.at = at(today.addDays(2))});
    CHECK(moved.at == at(today.addDays(2), QTime(14, 0))); // another day, the same time
    CHECK(after({.at = at(today, QTime(16, 0))}).at == at(today, QTime(16, 0)));
    CHECK(after({.text = u""_s}).state == ActivityState::Cancelled);
    CHECK(stepChanges({.text = u"Ring"_s}, place(plannedCall())).empty());
}

TEST_CASE("The time that a step has changes nothing; a day on its own clock moves it to that day", "[domain]")
{
    CHECK(stepChanges({.at = at(today, QTime(14, 0))}, place(plannedCall())).empty());
    Activity inNewYork = plannedCall();
    inNewYork.timeZone = u"America/New_York"_s;
    inNewYork.allDay = true;
    const auto startThere = [](QDate day) -> Instant {
        return {day.startOfDay(QTimeZone("America/New_York")).toMSecsSinceEpoch()};
    };
    inNewYork.at = startThere(today);
    CHECK(stepChanges({.text = u"Ring"_s, .at = inNewYork.at}, place(inNewYork)).empty());
    const std::vector<Change> moved = stepChanges({.at = startThere(today.addDays(2))}, place(inNewYork));
    REQUIRE(moved.size() == 1);
    const Activity after = fromRow<Activity>(rowAfter(toRow(inNewYork), moved.front().fields));
    CHECK(after.at == startThere(today.addDays(2)));
    CHECK(after.allDay);
    CHECK(after.timeZone == u"America/New_York"_s);
}

TEST_CASE("A step for the whole first of December is due on that day in New York, too", "[domain]")
{
    const QDate december(2026, 12, 1);
    const QTimeZone newYork("America/New_York");
    const Deal deal{.nextStep = u"Send offer"_s, .nextActivity = at(december), .nextDay = december};
    const Record record{.ref = {EntityKind::Deal, 1}, .row = toRow(deal)};
    const auto markAt = [&](QDate day, QTime time) {
        return nextStepMark(record, {QDateTime(day, time, newYork).toMSecsSinceEpoch()}, newYork);
    };
    CHECK(markAt({2026, 11, 30}, {23, 59}) == DueState::Later);
    CHECK(markAt(december, {9, 0}) == DueState::Today);
    CHECK(markAt(december, {23, 59}) == DueState::Today);
    CHECK(markAt({2026, 12, 2}, {0, 0}) == DueState::Overdue);
    CHECK(nextStepDay(record, newYork) == december);
}
