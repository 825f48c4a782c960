// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/summaries/today.h"

#include "domain/records/loadedrecord.h"
#include "store/reading/lists.h"
#include "support/queryplan.h"
#include "support/salesbook.h"

#include <QDateTime>

using namespace headway;
using namespace Qt::StringLiterals;
using test::SalesBook;
using test::valueOf;

namespace {

const QTimeZone berlin("Europe/Berlin");
const QDate day(2026, 3, 10);

struct Desk : SalesBook {
    explicit Desk(sql::Engine engine) : SalesBook(engine) {}

    // Midnight means the whole day, in local time of `zone`.
    ActivityId plan(const QString &subject, QDate due, QTime time = {0, 0}, UserId owner = {},
                    const QTimeZone &zone = berlin)
    {
        Activity activity{.state = ActivityState::Planned,
                          .subject = subject,
                          .allDay = time == QTime(0, 0),
                          .timeZone = QString::fromLatin1(zone.id()),
                          .owner = owner ? owner : ana};
        activity.at = {QDateTime(due, time, zone).toMSecsSinceEpoch()};
        return add(activity);
    }

    store::Today today(Whose whose = Whose::Me, int most = 100)
    {
        return valueOf(store::today(connection(), {whose, day, most}, {ana, berlin}));
    }
    qint64 ownDue() { return valueOf(store::ownDue(connection(), day, {ana, berlin})); }
};

QStringList subjects(const store::PlannedPart &part)
{
    QStringList list;
    for (const LoadedRecord &row : part.rows)
        list += textOf(row.record.value(u"subject"));
    return list;
}

QStringList names(const std::vector<LoadedRecord> &rows)
{
    QStringList list;
    for (const LoadedRecord &row : rows)
        list += textOf(row.record.value(u"name"));
    return list;
}

} // namespace

TEST_CASE("Today holds what is overdue, due and next, each in its order", "[store]")
{
    Desk desk(GENERATE(test::anyEngine()));
    desk.plan(u"tomorrow"_s, day.addDays(1));
    desk.plan(u"at two"_s, day, {14, 0});
    desk.plan(u"some time today"_s, day);
    desk.plan(u"at nine"_s, day, {9, 0});
    desk.plan(u"late"_s, day.addDays(-1), {23, 59});
    desk.plan(u"very late"_s, day.addDays(-30));
    desk.plan(u"in a week"_s, day.addDays(7), {23, 59});
    desk.plan(u"in eight days"_s, day.addDays(8));
    desk.plan(u"Ben's"_s, day, {9, 0}, desk.ben);
    const ActivityId done = desk.plan(u"done"_s, day);
    Activity after = desk.load<Activity>(done);
    after.state = ActivityState::Done;
    desk.commit({Sentence::verbatim(u"Done"_s), {update(desk.load<Activity>(done), after)}});
    desk.commit({Sentence::verbatim(u"Delete"_s),
                 {remove({EntityKind::Activity, desk.plan(u"deleted"_s, day).value})}});

    const store::Today today = desk.today();
    CHECK(subjects(today.overdue) == QStringList{u"very late"_s, u"late"_s});
    CHECK(subjects(today.today) == QStringList{u"at nine"_s, u"at two"_s, u"some time today"_s});
    CHECK(subjects(today.next) == QStringList{u"tomorrow"_s, u"in a week"_s});
    CHECK(today.overdue.count == 2);
    CHECK(today.today.count == 3);
    CHECK(today.next.count == 2);
    CHECK(today.ownDue == 5);
    CHECK(desk.ownDue() == 5);
}

TEST_CASE("Of many only the first are read, and all are counted", "[store]")
{
    Desk desk(GENERATE(test::anyEngine()));
    Edit edit{Sentence::verbatim(u"Plan"_s)};
    for (int i = 0; i < 300; ++i) {
        edit.changes.push_back(
            create(Activity{.state = ActivityState::Planned,
                            .subject = QString::number(i),
                            .at = {QDateTime(day.addDays(-1 - i), QTime(8, 0), berlin).toMSecsSinceEpoch()},
                            .owner = i % 2 ? desk.ana : desk.ben}));
    }
    desk.commit(edit);
    const store::Today mine = desk.today(Whose::Me, 10);
    CHECK(mine.overdue.count == 150);
    REQUIRE(mine.overdue.rows.size() == 10);
    CHECK(subjects(mine.overdue).front() == u"299"_s); // the oldest
    const store::Today all = desk.today(Whose::Everyone, 10);
    CHECK(all.overdue.count == 300);
    CHECK(subjects(all.overdue).first(3) == QStringList{u"299"_s, u"298"_s, u"297"_s});
    CHECK(all.ownDue == 150);
    CHECK(desk.ownDue() == 150);
}

TEST_CASE("My team's day is that of its members, everyone's also that of nobody", "[store]")
{
    Desk desk(GENERATE(test::anyEngine()));
    const UserId cem = desk.add(User{.name = u"Cem"_s, .team = desk.north});
    desk.plan(u"Ana's"_s, day, {9, 0});
    desk.plan(u"Cem's"_s, day, {10, 0}, cem);
    desk.plan(u"Ben's"_s, day, {11, 0}, desk.ben);
    Activity nobodys = desk.load<Activity>(desk.plan(u"nobody's"_s, day, {12, 0}));
    Activity without = nobodys;
    without.owner = {};
    desk.commit({Sentence::verbatim(u"Give away"_s), {update(nobodys, without)}});
    CHECK(subjects(desk.today(Whose::Me).today) == QStringList{u"Ana's"_s});
    CHECK(subjects(desk.today(Whose::MyTeam).today) == QStringList{u"Ana's"_s, u"Cem's"_s});
    CHECK(subjects(desk.today(Whose::Everyone).today)
          == QStringList{u"Ana's"_s, u"Cem's"_s, u"Ben's"_s, u"nobody's"_s});
    CHECK(desk.today(Whose::Everyone).ownDue == 1);
}

TEST_CASE("A whole day planned on another clock stands on its day, and is counted there", "[store]")
{
    Desk desk(GENERATE(test::anyEngine()));
    const QTimeZone honolulu("Pacific/Honolulu"); // its midnight is 11 in the morning in Berlin
    const QTimeZone tokyo("Asia/Tokyo");          // 16 on the day before
    desk.plan(u"today in Tokyo"_s, day, {0, 0}, {}, tokyo);
    desk.plan(u"tomorrow in Tokyo"_s, day.addDays(1), {0, 0}, {}, tokyo);
    desk.plan(u"yesterday in Honolulu"_s, day.addDays(-1), {0, 0}, {}, honolulu);
    desk.plan(u"yesterday in Tokyo"_s, day.addDays(-1), {0, 0}, {}, tokyo);
    for (const int most : {100, 1}) {
        const store::Today today = desk.today(Whose::Me, most);
        CHECK(today.overdue.count == 2);
        CHECK(today.today.count == 1);
        CHECK(today.next.count == 1);
        CHECK(subjects(today.today) == QStringList{u"today in Tokyo"_s});
        CHECK(subjects(today.next) == QStringList{u"tomorrow in Tokyo"_s});
        CHECK(int(today.overdue.rows.size()) == std::min(most, 2));
    }
    CHECK(desk.ownDue() == 3);
}

TEST_CASE("An activity names the deal, company and person it belongs to, in this order", "[store]")
{
    Desk desk(GENERATE(test::anyEngine()));
    const DealId deal = desk.deal({.name = u"Renewal"_s, .company = desk.acme, .contact = desk.cara});
    const Edit edit = valueOf(store::logActivityEdit(
        desk.connection(),
        {.activity = {.state = ActivityState::Planned,
                      .subject = u"Call"_s,
                      .at = {QDateTime(day, QTime(9, 0), berlin).toMSecsSinceEpoch()},
                      .owner = desk.ana},
         .links = {{EntityKind::Contact, desk.cara.value}, {EntityKind::Deal, deal.value}}},
        desk.actor()));
    desk.commit(edit);
    const auto linked = desk.today().today.rows.at(0).linked;
    QStringList titles;
    for (const LinkedRecord &each : linked)
        titles += each.title;
    CHECK(titles == QStringList{u"Renewal"_s, u"Acme"_s, u"Cara Diaz"_s});
    CHECK(linked.front().record == EntityRef{EntityKind::Deal, deal.value});
}

TEST_CASE("Open deals with nothing planned are listed, the longest untouched first", "[store]")
{
    Desk desk(GENERATE(test::anyEngine()));
    const auto own = [&](const QString &name) {
        return desk.deal({.name = name, .amount = 100'000, .currency = u"EUR"_s, .owner = desk.ana});
    };
    const DealId touched = own(u"touched"_s);
    own(u"left alone"_s);
    const DealId planned = own(u"planned"_s);
    const DealId won = own(u"won"_s);
    desk.move(won, {desk.won}, {.on = day});
    desk.deal({.name = u"Ben's"_s, .owner = desk.ben});
    const auto log = [&](DealId deal, ActivityState state) {
        const Instant at = state == ActivityState::Done ? desk.actor().now : Instant{1'900'000'000'000};
        desk.commit(valueOf(store::logActivityEdit(
            desk.connection(),
            {.activity = {.state = state, .at = at}, .links = {{EntityKind::Deal, deal.value}}},
            desk.actor())));
    };
    log(planned, ActivityState::Planned);
    log(touched, ActivityState::Done);
    const store::Today today = desk.today();
    CHECK(names(today.unplanned) == QStringList{u"left alone"_s, u"touched"_s});
    CHECK(today.unplannedCount == 2);
    REQUIRE(today.unplannedSums.size() == 1);
    CHECK(today.unplannedSums.front().minor == 200'000);
    CHECK(names(desk.today(Whose::Me, 1).unplanned) == QStringList{u"left alone"_s});
    CHECK(names(desk.today(Whose::Everyone).unplanned).contains(u"Ben's"_s));
}

TEST_CASE("How long today takes is the sum of all that is due, also of what is not shown", "[store]")
{
    Desk desk(GENERATE(test::anyEngine()));
    const auto plan = [&desk](QDate due, std::optional<qint64> seconds, UserId owner = {},
                              bool allDay = false, const QTimeZone &zone = berlin) {
        desk.add(Activity{.state = ActivityState::Planned,
                          .at = {QDateTime(due, QTime(allDay ? 0 : 9, 0), zone).toMSecsSinceEpoch()},
                          .allDay = allDay,
                          .timeZone = QString::fromLatin1(zone.id()),
                          .duration = seconds,
                          .owner = owner ? owner : desk.ana});
    };
    CHECK(desk.today().todaySeconds == 0);
    for (int i = 0; i < 4; ++i)
        plan(day, 1'800);
    plan(day, {});
    plan(day.addDays(-1), 7'200);
    plan(day.addDays(1), 7'200);
    plan(day, 600, desk.ben);
    plan(day, 60, desk.ana, true, QTimeZone("America/New_York")); // begins on a day that is today there
    CHECK(desk.today(Whose::Me, 2).todaySeconds == 7'260);
    CHECK(desk.today(Whose::Me, 100).todaySeconds == 7'260);
    CHECK(desk.today(Whose::Everyone, 2).todaySeconds == 7'860);
}

TEST_CASE("Activities are put on another day as one step, which undo takes back", "[store]")
{
    Desk desk(GENERATE(test::anyEngine()));
    const ActivityId call = desk.plan(u"Call"_s, day.addDays(-3), {9, 30});
    const ActivityId task = desk.plan(u"Task"_s, day);
    desk.commit(valueOf(store::moveActivitiesEdit(desk.connection(), {call, task}, day.addDays(3), berlin)));
    CHECK(subjects(desk.today().next) == QStringList{u"Call"_s, u"Task"_s});
    CHECK(desk.today().ownDue == 0);
    CHECK(desk.undo() == u"Moved 2 activities to Fri 13 Mar 2026"_s);
    CHECK(subjects(desk.today().overdue) == QStringList{u"Call"_s});
    CHECK(subjects(desk.today().today) == QStringList{u"Task"_s});

    Activity done = desk.load<Activity>(call);
    done.state = ActivityState::Done;
    desk.commit(valueOf(store::completeActivityEdit(desk.connection(), done, {}, desk.actor())));
    const auto again = store::moveActivitiesEdit(desk.connection(), {call}, day, berlin);
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().code == ErrorCode::Conflict);
}

TEST_CASE("Every part of one's own day is read from an index, counted without looking at rows", "[store]")
{
    Desk desk(sql::Engine::Sqlite);
    QStringList statements;
    desk.connection().setProbe([&](const QString &text, const sql::Values &) -> Result<> {
        if (text.startsWith(u"SELECT"_s) && text.contains(u"FROM activity WHERE"_s))
            statements += text;
        return {};
    });
    (void)desk.today();
    desk.connection().setProbe({});
    REQUIRE(statements.size() >= 6);
    for (const QString &statement : std::as_const(statements)) {
        const QString plan =
            test::planOf(desk.connection(), statement, sql::Values(size_t(statement.count(u'?')), qint64(1)));
        CAPTURE(statement, plan);
        CHECK(plan.contains(u"INDEX activity_by_state (owner_id=? AND state=?"_s));
        const bool looksAtRows =
            statement.contains(u"all_day"_s) || statement.contains(u"duration"_s); // of a day
        CHECK(plan.contains(u"COVERING"_s) != looksAtRows);
        CHECK(plan.contains(u"TEMP B-TREE"_s) == statement.contains(u"ORDER BY all_day"_s));
    }
}
