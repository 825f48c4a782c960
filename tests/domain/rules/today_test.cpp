// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/today.h"

#include "domain/query/filter.h"
#include "domain/records/inenglish.h"
#include "support/catch_qt.h"

#include <QDateTime>

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone berlin("Europe/Berlin");
const QTimeZone tokyo("Asia/Tokyo");
const QTimeZone honolulu("Pacific/Honolulu");
const QTimeZone kiritimati("Pacific/Kiritimati"); // UTC+14: the first zone to begin a day

Instant at(const QTimeZone &zone, QDate day, QTime time = {0, 0})
{
    return {QDateTime(day, time, zone).toMSecsSinceEpoch()};
}

Activity timed(const QTimeZone &zone, QDate day, QTime time)
{
    return {.id = {1}, .at = at(zone, day, time), .timeZone = QString::fromLatin1(zone.id())};
}

Activity wholeDay(const QTimeZone &zone, QDate day)
{
    return {.id = {1}, .at = at(zone, day), .allDay = true, .timeZone = QString::fromLatin1(zone.id())};
}

QDateTime wall(const Activity &activity, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(activity.at.ms, zone);
}

} // namespace

TEST_CASE("A call is due on the day that it then is where one sits", "[domain]")
{
    const Activity call = timed(berlin, {2026, 3, 4}, {23, 30});
    CHECK(dueDay(call, berlin) == QDate(2026, 3, 4));
    CHECK(dueDay(call, tokyo) == QDate(2026, 3, 5));
    CHECK(dueDay(call, honolulu) == QDate(2026, 3, 4));
}

TEST_CASE("A task for a day is due on that day, wherever it is read", "[domain]")
{
    const QDate friday(2026, 3, 6);
    for (const QTimeZone &written : {berlin, tokyo, honolulu, kiritimati}) {
        for (const QTimeZone &read : {berlin, tokyo, honolulu, kiritimati, QTimeZone::utc()})
            CHECK(dueDay(wholeDay(written, friday), read) == friday);
    }
    Activity nowhere = wholeDay(berlin, friday);
    nowhere.timeZone = u"Mars/Olympus"_s; // an unknown zone: the reader's is used
    CHECK(dueDay(nowhere, berlin) == friday);
    nowhere.timeZone.clear();
    CHECK(dueDay(nowhere, berlin) == friday);
}

TEST_CASE("A day begins and ends at midnight, also where the clocks change", "[domain]")
{
    const QDate change(2026, 3, 29); // 23 hours in Berlin
    const auto partAt = [&](Instant moment) { return partOf(dueDay({.at = moment}, berlin), change); };
    const qint64 start = change.startOfDay(berlin).toMSecsSinceEpoch();
    CHECK(partAt({start - 1}) == TodayPart::Overdue);
    CHECK(partAt({start}) == TodayPart::Today);
    CHECK(partAt({start + 23 * 3'600'000 - 1}) == TodayPart::Today);
    CHECK(partAt({start + 23 * 3'600'000}) == TodayPart::Next);
    const QDate autumn(2026, 10, 25); // 25 hours
    const qint64 long_ = autumn.startOfDay(berlin).toMSecsSinceEpoch();
    CHECK(partOf(dueDay({.at = {long_ + 25 * 3'600'000 - 1}}, berlin), autumn) == TodayPart::Today);
}

TEST_CASE("The coming week is next, and what is later is not shown", "[domain]")
{
    const QDate today(2026, 3, 10);
    CHECK(partOf(today.addDays(-1), today) == TodayPart::Overdue);
    CHECK(partOf(today, today) == TodayPart::Today);
    CHECK(partOf(today.addDays(1), today) == TodayPart::Next);
    CHECK(partOf(today.addDays(daysAhead), today) == TodayPart::Next);
    CHECK_FALSE(partOf(today.addDays(daysAhead + 1), today).has_value());
    CHECK_FALSE(partOf({}, today).has_value());
    CHECK(daysAhead >= 7); // an item postponed by a week stays visible
}

TEST_CASE("The mark of an activity follows the day it is due, and what has none has no mark", "[domain]")
{
    const Instant now = at(berlin, {2026, 3, 10}, {12, 0});
    CHECK(dueMark(timed(berlin, {2026, 3, 9}, {23, 59}), now, berlin) == DueState::Overdue);
    CHECK(dueMark(timed(berlin, {2026, 3, 10}, {8, 0}), now, berlin) == DueState::Today);
    CHECK(dueMark(wholeDay(tokyo, {2026, 3, 10}), now, berlin) == DueState::Today);
    CHECK(dueMark(wholeDay(tokyo, {2026, 3, 11}), now, berlin) == DueState::Later);
    CHECK(dueMark(Activity{}, now, berlin) == DueState::None);
}

TEST_CASE("A day begins with what has a time, in order of time; then comes what has none", "[domain]")
{
    const QDate day(2026, 3, 10);
    std::vector<Activity> list{wholeDay(berlin, day), timed(berlin, day, {14, 0}),
                               timed(berlin, day.addDays(1), {8, 0}), timed(berlin, day, {9, 0}),
                               wholeDay(berlin, day.addDays(-1))};
    for (size_t i = 0; i < list.size(); ++i)
        list[i].id = {qint64(i)};
    std::sort(list.begin(), list.end(),
              [](const Activity &a, const Activity &b) { return isDueBefore(a, b, berlin); });
    std::vector<qint64> ids;
    for (const Activity &each : list)
        ids.push_back(each.id.value);
    CHECK(ids == std::vector<qint64>{4, 3, 1, 0, 2});
}

TEST_CASE("What is moved keeps its time on the clock, also when the clocks change in between", "[domain]")
{
    const Activity call = timed(berlin, {2026, 3, 27}, {9, 30});
    const Activity moved = movedTo(call, {2026, 3, 30}, berlin);
    CHECK(wall(moved, berlin) == QDateTime(QDate(2026, 3, 30), QTime(9, 30), berlin));
    CHECK(moved.at.ms - call.at.ms == (3 * 24 - 1) * 3'600'000);
    CHECK(movedTo(moved, {2026, 3, 27}, berlin).at == call.at);
}

TEST_CASE("A time that a day does not have becomes one an hour later", "[domain]")
{
    const Activity early = timed(berlin, {2026, 3, 27}, {2, 30});
    CHECK(wall(movedTo(early, {2026, 3, 29}, berlin), berlin)
          == QDateTime(QDate(2026, 3, 29), QTime(3, 30), berlin));
}

TEST_CASE("A talk planned in Tokyo stays at its hour in Tokyo when somebody in Berlin moves it", "[domain]")
{
    const Activity talk = timed(tokyo, {2026, 3, 27}, {15, 0}); // 07:00 in Berlin
    const Activity moved = movedTo(talk, {2026, 3, 31}, berlin);
    CHECK(wall(moved, tokyo).time() == QTime(15, 0));
    CHECK(dueDay(moved, berlin) == QDate(2026, 3, 31));
}

TEST_CASE("A task for a whole day goes to the whole of the other day", "[domain]")
{
    for (const QTimeZone &zone : {berlin, tokyo, honolulu}) {
        const Activity moved = movedTo(wholeDay(zone, {2026, 3, 27}), {2026, 3, 29}, berlin);
        CHECK(moved.allDay);
        CHECK(dueDay(moved, berlin) == QDate(2026, 3, 29));
        CHECK(dueDay(moved, zone) == QDate(2026, 3, 29));
    }
}

TEST_CASE("A day typed over a whole day is the whole of that day, a time makes it an appointment", "[domain]")
{
    const QDate day(2026, 3, 27);
    const Activity task = wholeDay(tokyo, day);
    const Activity moved = setTo(task, at(berlin, day.addDays(2)), berlin); // somebody in Berlin types it
    CHECK(moved.allDay);
    CHECK(dueDay(moved, tokyo) == day.addDays(2));
    CHECK(dueDay(moved, honolulu) == day.addDays(2));
    CHECK(setTo(task, at(berlin, day), berlin) == task); // the same day
    const Activity meeting = setTo(task, at(berlin, day, {14, 0}), berlin);
    CHECK_FALSE(meeting.allDay);
    CHECK(meeting.at == at(berlin, day, {14, 0}));
    CHECK(meeting.timeZone == u"Europe/Berlin"_s);
    const Activity later = setTo(timed(berlin, day, {9, 30}), at(berlin, day.addDays(1)), berlin);
    CHECK(later.at == at(berlin, day.addDays(1), {9, 30})); // a day alone keeps the time of day
    CHECK_FALSE(later.allDay);
}

TEST_CASE("A new activity for which a day alone was typed takes the whole of it", "[domain]")
{
    const QDate day(2026, 3, 27);
    const Activity task = typedAnew({.at = at(honolulu, day)}, honolulu);
    CHECK(task.allDay);
    CHECK(dueDay(task, tokyo) == day);
    CHECK_FALSE(typedAnew({.at = at(honolulu, day, {0, 30})}, honolulu).allDay);
    CHECK_FALSE(typedAnew({}, honolulu).allDay);
}

TEST_CASE("Moving several activities is one step, named after what it did", "[domain]")
{
    Activity offer = timed(berlin, {2026, 3, 9}, {9, 0});
    offer.subject = u"Send offer"_s;
    Activity visit = wholeDay(berlin, {2026, 3, 10});
    visit.id = {2};
    visit.kind = ActivityKind::Visit;
    const QDate day(2026, 3, 11);
    CHECK(inEnglish(moveActivities({offer}, day, berlin).label)
          == u"Moved “Send offer” to Wed 11 Mar 2026"_s);
    CHECK(inEnglish(moveActivities({visit}, day, berlin).label) == u"Moved Visit to Wed 11 Mar 2026"_s);
    const Edit both = moveActivities({offer, visit}, day, berlin);
    CHECK(inEnglish(both.label) == u"Moved 2 activities to Wed 11 Mar 2026"_s);
    CHECK(both.changes.size() == 2);
    CHECK(moveActivities({movedTo(offer, day, berlin)}, day, berlin).isEmpty());
    CHECK(moveActivities({}, day, berlin).isEmpty());
}

TEST_CASE("Every part of Today can be opened as a filtered list", "[domain]")
{
    const QDate today(2026, 3, 10);
    for (const TodayPart part :
         {TodayPart::Overdue, TodayPart::Today, TodayPart::Next, TodayPart::NoNextStep}) {
        for (const Whose whose : {Whose::Me, Whose::MyTeam, Whose::Everyone}) {
            const QString text = filterOf(part, whose, u"North \"A\""_s, today);
            CAPTURE(text);
            const auto kind = part == TodayPart::NoNextStep ? EntityKind::Deal : EntityKind::Activity;
            const auto filter = parseFilter(kind, text, today);
            REQUIRE(filter.has_value());
            CHECK(filter->words.isEmpty());
            CHECK(filter->conditions.size() == (whose == Whose::Everyone ? 2 : 3));
        }
    }
    CHECK(filterOf(TodayPart::Overdue, Whose::Me, {}, today) == u"owner:me state:planned when:<2026-03-10"_s);
}
