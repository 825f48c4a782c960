// SPDX-License-Identifier: GPL-3.0-or-later
// What takes a whole day is found, counted and grouped on that day by whoever looks, wherever they sit.
#include "domain/records/activity.h"
#include "domain/records/lead.h"
#include "domain/rules/today.h"
#include "store/maintenance/check.h"
#include "store/reading/groups.h"
#include "store/reading/lists.h"
#include "support/salesbook.h"

#include <QDateTime>

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;
using test::SalesBook;
using test::valueOf;

namespace {

const QDate december(2026, 12, 1);
const QTimeZone berlin("Europe/Berlin");
const QTimeZone newYork("America/New_York");
const QTimeZone tokyo("Asia/Tokyo");

struct Desk : SalesBook {
    explicit Desk(sql::Engine engine) : SalesBook(engine) {}

    ActivityId plan(EntityRef record, QDate day, const QTimeZone &zone, std::optional<QTime> time = {},
                    ActivityState state = ActivityState::Planned)
    {
        const ActivityId id = add(
            Activity{.kind = ActivityKind::Task,
                     .state = state,
                     .subject = u"Send offer"_s,
                     .at = {(time ? QDateTime(day, *time, zone) : day.startOfDay(zone)).toMSecsSinceEpoch()},
                     .allDay = !time,
                     .timeZone = QString::fromLatin1(zone.id())});
        add(ActivityLink{.activity = id, .recordKind = record.kind, .recordId = record.id});
        return id;
    }

    qint64 found(EntityKind kind, const QString &filter, const QTimeZone &zone)
    {
        const auto parsed = parseFilter(kind, filter, december);
        REQUIRE(parsed);
        return qint64(valueOf(store::ids(connection(), {kind, *parsed}, {ana, zone}, 0)).size());
    }
};

} // namespace

TEST_CASE("A task for a whole day in Berlin is found on that day from New York and Tokyo", "[store]")
{
    Desk desk(GENERATE(test::anyEngine()));
    const DealId deal = desk.deal(u"Renewal"_s, desk.offer);
    desk.plan({EntityKind::Deal, deal.value}, december, berlin);
    for (const QTimeZone &zone : {berlin, newYork, tokyo, QTimeZone("Pacific/Kiritimati")}) {
        CAPTURE(QString::fromLatin1(zone.id()));
        CHECK(desk.found(EntityKind::Activity, u"when:today"_s, zone) == 1);
        CHECK(desk.found(EntityKind::Activity, u"when:2026-11-30"_s, zone) == 0);
        CHECK(desk.found(EntityKind::Activity, u"when:<2026-12-01"_s, zone) == 0);
        CHECK(desk.found(EntityKind::Activity, u"when:<=2026-12-01"_s, zone) == 1);
        CHECK(desk.found(EntityKind::Activity, u"when:>=2026-12-01"_s, zone) == 1);
        CHECK(desk.found(EntityKind::Activity, u"when:>2026-12-01"_s, zone) == 0);
        CHECK(desk.found(EntityKind::Activity, u"-when:today"_s, zone) == 0);
        CHECK(desk.found(EntityKind::Deal, u"next:today"_s, zone) == 1);
        CHECK(desk.found(EntityKind::Deal, u"next:<today"_s, zone) == 0);
        CHECK(desk.found(EntityKind::Deal, u"next:tomorrow"_s, zone) == 0);
    }
}

TEST_CASE("A filter by day finds what is due on that day, in any two zones, all day or at a time", "[store]")
{
    Desk desk(GENERATE(test::anyEngine()));
    const std::vector<QTimeZone> zones{berlin,
                                       newYork,
                                       tokyo,
                                       QTimeZone("Pacific/Kiritimati"),
                                       QTimeZone("Pacific/Pago_Pago"),
                                       QTimeZone("Australia/Lord_Howe")};
    std::vector<Activity> all;
    for (const QTimeZone &zone : zones) {
        for (int offset = -2; offset <= 2; ++offset) {
            for (const std::optional<QTime> &time :
                 {std::optional<QTime>(), std::optional(QTime(0, 30)), std::optional(QTime(23, 30))})
                all.push_back(desk.load<Activity>(
                    desk.plan({EntityKind::Company, desk.acme.value}, december.addDays(offset), zone, time)));
        }
    }
    for (const QTimeZone &zone : zones) {
        const auto due = [&](const auto &holds) {
            return qint64(std::count_if(all.begin(), all.end(), [&](const Activity &activity) {
                return holds(dueDay(activity, zone));
            }));
        };
        CAPTURE(QString::fromLatin1(zone.id()));
        CHECK(desk.found(EntityKind::Activity, u"when:today"_s, zone)
              == due([](QDate day) { return day == december; }));
        CHECK(desk.found(EntityKind::Activity, u"when:<today"_s, zone)
              == due([](QDate day) { return day < december; }));
        CHECK(desk.found(EntityKind::Activity, u"when:>today"_s, zone)
              == due([](QDate day) { return day > december; }));
        CHECK(desk.found(EntityKind::Activity, u"when:2026-11-30..2026-12-02"_s, zone)
              == due([](QDate day) { return december.addDays(-1) <= day && day <= december.addDays(1); }));
    }
}

TEST_CASE("Whoever is to be called says the day of the last and of the next whole day", "[store]")
{
    Desk desk(GENERATE(test::anyEngine()));
    const DealId deal = desk.deal(u"Renewal"_s, desk.offer);
    const LeadId lead = desk.add(Lead{.lastName = u"Cole"_s});
    const std::vector<EntityRef> about{{EntityKind::Deal, deal.value},
                                       {EntityKind::Lead, lead.value},
                                       {EntityKind::Company, desk.acme.value},
                                       {EntityKind::Contact, desk.cara.value}};
    const auto dayOfField = [&](EntityRef ref, QStringView field) {
        return Codec<QDate>::write(desk.record(ref).value(field));
    };
    for (const EntityRef &ref : about) {
        CAPTURE(QString(tableName(ref.kind)));
        desk.plan(ref, december.addDays(-7), berlin, {}, ActivityState::Done);
        const ActivityId task = desk.plan(ref, december, tokyo);
        CHECK(dayOfField(ref, u"last_day") == december.addDays(-7));
        CHECK(dayOfField(ref, u"next_day") == december);
        // At an earlier time there is something else to do.
        const ActivityId call = desk.plan(ref, december.addDays(-1), berlin, QTime(9, 0));
        CHECK_FALSE(dayOfField(ref, u"next_day").isValid());
        Activity cancelled = desk.load<Activity>(call);
        cancelled.state = ActivityState::Cancelled;
        desk.commit({Sentence::verbatim(u"Cancel"_s), {update(desk.load<Activity>(call), cancelled)}});
        CHECK(dayOfField(ref, u"next_day") == december);
        desk.commit(
            valueOf(store::moveActivitiesEdit(desk.connection(), {task}, december.addDays(1), newYork)));
        CHECK(dayOfField(ref, u"next_day") == december.addDays(1));
        desk.undo();
        CHECK(dayOfField(ref, u"next_day") == december);
    }
    CHECK(valueOf(store::checkBook(desk.connection(), store::CheckDepth::Thorough, {})).isSound());
}

TEST_CASE("By month, a whole day counts in the month of its day, whoever looks", "[store]")
{
    Desk desk(GENERATE(test::anyEngine()));
    desk.plan({EntityKind::Company, desk.acme.value}, december, berlin);
    desk.plan({EntityKind::Company, desk.acme.value}, december, berlin,
              QTime(0, 0)); // 30 November in New York
    desk.plan({EntityKind::Company, desk.acme.value}, december.addDays(-1), newYork);
    const int when = entityInfo(EntityKind::Activity).indexOf(u"at");
    const auto grouping = groupingBy(EntityKind::Activity, Subject::Field, when);
    REQUIRE(grouping);
    const auto counts = [&](const QTimeZone &zone) {
        std::map<qint64, qint64> months;
        const auto found = valueOf(store::groupedIds(
            desk.connection(), {{.kind = EntityKind::Activity}, *grouping, 1}, {desk.ana, zone}));
        for (const store::GroupRun &run : found.runs)
            months[integerOf(run.key)] += run.count;
        return months;
    };
    const qint64 month = monthNumber(2026, 12);
    CHECK(counts(berlin) == std::map<qint64, qint64>{{month - 1, 1}, {month, 2}});
    CHECK(counts(newYork) == std::map<qint64, qint64>{{month - 1, 2}, {month, 1}});
}

TEST_CASE("By what is due, a whole day counts on its day, and what is over comes last, whoever looks",
          "[store]")
{
    Desk desk(GENERATE(test::anyEngine()));
    const EntityRef acme{EntityKind::Company, desk.acme.value};
    desk.plan(acme, december.addDays(-1), berlin);
    desk.plan(acme, december, tokyo);               // begins on 30 November in Berlin
    desk.plan(acme, december, berlin, QTime(0, 0)); // 30 November in New York
    desk.plan(acme, december.addDays(1), newYork);
    desk.plan(acme, december.addDays(-20), berlin, QTime(9, 0), ActivityState::Done);
    desk.plan(acme, december.addDays(4), berlin, QTime(9, 0), ActivityState::Cancelled);
    const auto query = [](const QString &filter) {
        return store::GroupedQuery{
            {EntityKind::Activity, parseFilter(EntityKind::Activity, filter, december).value()},
            *groupingByDue(EntityKind::Activity),
            1,
            december};
    };
    using Counts = std::vector<std::pair<qint64, qint64>>;
    const auto counts = [](const store::GroupedIds &found) {
        Counts all;
        for (const store::GroupRun &run : found.runs)
            all.emplace_back(integerOf(run.key), run.count);
        return all;
    };
    const auto seenFrom = [&](const QTimeZone &zone, const QString &filter) {
        const store::Viewer viewer{desk.ana, zone};
        const auto all = valueOf(store::groupedIds(desk.connection(), query(filter), viewer));
        for (const qint64 most : {1, 3, 5, 100}) { // what is shown at once is the beginning of it
            const auto first =
                valueOf(store::firstGroupedIds(desk.connection(), query(filter), viewer, most));
            CAPTURE(most);
            REQUIRE(first.ids.size() <= all.ids.size());
            CHECK(std::equal(first.ids.begin(), first.ids.end(), all.ids.begin()));
            const Counts begun = counts(first);
            const Counts whole = counts(all);
            REQUIRE(begun.size() <= whole.size());
            CHECK(std::equal(begun.begin(), begun.end(), whole.begin()));
        }
        qint64 summed = 0;
        for (const store::GroupTotals &group :
             valueOf(store::groupTotals(desk.connection(), query(filter), viewer)))
            summed += group.totals.count;
        CHECK(summed == qint64(all.ids.size()));
        return counts(all);
    };
    CHECK(seenFrom(berlin, {}) == Counts{{0, 1}, {1, 2}, {2, 1}, {3, 2}});
    CHECK(seenFrom(newYork, {}) == Counts{{0, 2}, {1, 1}, {2, 1}, {3, 2}});
    CHECK(seenFrom(berlin, u"state:done"_s) == Counts{{3, 1}});
    CHECK(seenFrom(berlin, u"state:planned when:>today"_s) == Counts{{2, 1}});
}

TEST_CASE("In a cell, a day typed over a whole day moves it, and a time makes it an appointment", "[store]")
{
    Desk desk(GENERATE(test::anyEngine())); // its user sits in UTC
    const ActivityId task = desk.plan({EntityKind::Company, desk.acme.value}, december, newYork);
    const EntityInfo &info = entityInfo(EntityKind::Activity);
    const auto set = [&](QStringView field, const Value &value) {
        const Edit edit = valueOf(store::setFieldsEdit(desk.connection(), {EntityKind::Activity, task.value},
                                                       {{info.indexOf(field), value}}, desk.actor()));
        if (!edit.isEmpty())
            desk.commit(edit);
        return desk.load<Activity>(task);
    };
    const auto midnight = [](QDate day) { return day.startOfDay(QTimeZone::utc()).toMSecsSinceEpoch(); };
    const Activity before = desk.load<Activity>(task);
    CHECK(set(u"at", midnight(december)) == before); // the same day
    const Activity moved = set(u"at", midnight(december.addDays(3)));
    CHECK(moved.allDay);
    CHECK(moved.day == december.addDays(3));
    const Activity meeting = set(u"at", midnight(december) + 9 * 3'600'000);
    CHECK_FALSE(meeting.allDay);
    CHECK_FALSE(meeting.day.isValid());
    CHECK(meeting.at.ms == midnight(december) + 9 * 3'600'000);
    const Activity whole = set(u"all_day", qint64(1));
    CHECK(whole.day == december);
    CHECK(whole.at.ms == midnight(december));
    CHECK(desk.undo() == u"Changed All day of “Send offer”"_s);
    CHECK(desk.load<Activity>(task).at == meeting.at);
}
