// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/today/todaymodel.h"

#include "app/edits/recordedits.h"
#include "domain/records/company.h"
#include "domain/records/deal.h"
#include "support/await.h"
#include "support/openbook.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace headway;
using namespace headway::app;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;

struct Desk {
    OpenBook book{OpenBook::Content::Defaults};
    CompanyId acme = book.add(Company{.name = u"Acme"_s});
    std::unique_ptr<TodayModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;

    void open()
    {
        model = std::make_unique<TodayModel>(
            book.workspace(), Display(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()));
        tester = std::make_unique<QAbstractItemModelTester>(
            model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        REQUIRE(await([&] { return model->isLoaded(); }));
    }

    // `fromNow` in milliseconds.
    ActivityId plan(const QString &subject, qint64 fromNow, ActivityKind kind = ActivityKind::Call)
    {
        EntityRef made;
        logActivity(book.workspace(), qApp,
                    {.activity = {.kind = kind,
                                  .state = ActivityState::Planned,
                                  .subject = subject,
                                  .at = {testNow.ms + fromNow}},
                     .links = {{EntityKind::Company, acme.value}}},
                    [&](const Result<ChangeSet> &set) {
                        REQUIRE(set);
                        made = createdIn(*set, EntityKind::Activity);
                    });
        REQUIRE(await([&] { return made.id > 0; }));
        return {made.id};
    }

    QStringList texts() const
    {
        QStringList found;
        for (int row = 0; row < model->rowCount(); ++row)
            found += model->at(row).text;
        return found;
    }

    QString spoken(const QString &text) const
    {
        const auto row = texts().indexOf(text);
        REQUIRE(row >= 0);
        return model->index(int(row)).data(Qt::AccessibleTextRole).toString();
    }
};

} // namespace

TEST_CASE("Today stands under headings, the coming days each under its own", "[app]")
{
    Desk desk;
    desk.plan(u"Send offer"_s, -3 * day);
    desk.plan(u"Ask"_s, -hour);
    desk.plan(u"Visit"_s, 2 * hour);
    desk.plan(u"Demo"_s, day);
    desk.plan(u"Talk"_s, 4 * day);
    desk.book.add(Deal{.name = u"Renewal"_s,
                       .pipeline = {1},
                       .stage = {1},
                       .amount = 1'250'000,
                       .currency = u"EUR"_s,
                       .owner = desk.book.user(),
                       .stageEnteredAt = testNow});
    desk.open();
    CHECK(desk.texts()
          == QStringList{u"Overdue"_s, u"Send offer"_s, u"Today"_s, u"Ask"_s, u"Visit"_s, u"Next 7 days"_s,
                         u"Tomorrow, Tuesday, 24 November"_s, u"Demo"_s, u"Friday, 27 November"_s, u"Talk"_s,
                         u"Deals with no next step"_s, u"Renewal"_s});
    CHECK(desk.model->ownDue() == 3);
    CHECK(desk.model->at(0).count == u"1"_s);
    CHECK(desk.model->at(10).amount == u"€12,500"_s);
    CHECK(desk.model->at(3).when == u"09:00 · 1 hour ago"_s);
    CHECK(desk.model->summary().isEmpty()); // the headings have said it all
    for (int row = 0; row < desk.model->rowCount(); ++row)
        CHECK(desk.model->flags(desk.model->index(row)).testFlag(Qt::ItemIsEnabled)
              == desk.model->at(row).isRow());
}

TEST_CASE("A screen reader hears of each row why it is there", "[app]")
{
    Desk desk;
    desk.plan(u"Send renewal offer"_s, -3 * day);
    desk.plan(u"Yesterday's"_s, -day, ActivityKind::Task);
    desk.plan({}, 2 * hour, ActivityKind::Visit);
    desk.plan(u"Demo"_s, day, ActivityKind::Meeting);
    desk.book.add(Deal{.name = u"Renewal"_s,
                       .company = desk.acme,
                       .pipeline = {1},
                       .stage = {1},
                       .amount = 1'250'000,
                       .currency = u"EUR"_s,
                       .owner = desk.book.user(),
                       .stageEnteredAt = testNow});
    desk.open();
    CHECK(desk.spoken(u"Send renewal offer"_s) == u"Overdue, Call, Send renewal offer, Acme, 3 days late"_s);
    CHECK(desk.spoken(u"Yesterday's"_s) == u"Overdue, Task, Yesterday's, Acme, 1 day late"_s);
    CHECK(desk.spoken(u"Visit"_s) == u"Today, Visit, Acme, 12:00"_s);
    CHECK(desk.spoken(u"Demo"_s) == u"Next, Meeting, Demo, Acme, Tuesday, 24 November 2026, 10:00"_s);
    CHECK(desk.spoken(u"Renewal"_s).startsWith(u"Deals with no next step, Renewal, "_s));
    CHECK(desk.spoken(u"Renewal"_s).endsWith(u", Acme, €12,500, touched today"_s));
    CHECK(desk.spoken(u"Overdue"_s) == u"Overdue, 2"_s);
}

TEST_CASE("A deal that nobody touches says for how long, and when that is too long", "[app]")
{
    Desk desk;
    desk.book.add(Deal{.name = u"Renewal"_s,
                       .pipeline = {1},
                       .stage = {1},
                       .owner = desk.book.user(),
                       .stageEnteredAt = testNow});
    desk.open();
    const auto deal = [&] { return desk.model->at(desk.model->rowOf(TodayItem::Type::Deal, 1)); };
    CHECK_FALSE(deal().isRotten);
    desk.book.passTime(23 * day);
    desk.model->lookAtClock();
    REQUIRE(await([&] { return deal().when == u"23 days untouched"_s; }));
    const Stage stage = desk.book.load<Stage>(StageId{1});
    CHECK(deal().isRotten == (stage.rotDays && *stage.rotDays < 23));
}

TEST_CASE("At midnight what was for today is overdue, and the count follows", "[app]")
{
    Desk desk;
    desk.plan(u"Ask"_s, hour);
    desk.plan(u"Demo"_s, day);
    desk.open();
    CHECK(desk.model->ownDue() == 1);
    desk.book.passTime(14 * hour);
    desk.model->lookAtClock();
    REQUIRE(await([&] { return desk.model->ownDue() == 2; }));
    CHECK(desk.texts().first(4) == QStringList{u"Overdue"_s, u"Ask"_s, u"Today"_s, u"Demo"_s});
}

TEST_CASE("While nobody looks at Today only the number due is read, and its rows when somebody does", "[app]")
{
    Desk desk;
    desk.plan(u"Ask"_s, hour);
    desk.open();
    const QSignalSpy loads(desk.model.get(), &TodayModel::loaded);
    desk.model->read(TodayModel::Extent::NumberDue);
    desk.plan(u"Call"_s, 2 * hour);
    REQUIRE(await([&] { return desk.model->ownDue() == 2; }));
    CHECK(loads.isEmpty());
    CHECK(desk.model->rowOf(TodayItem::Type::Activity, 2) < 0);
    desk.model->read(TodayModel::Extent::Rows);
    REQUIRE(await([&] { return loads.size() == 1; }));
    CHECK(desk.model->rowOf(TodayItem::Type::Activity, 2) >= 0);
    desk.model->read(TodayModel::Extent::NumberDue);
    desk.model->read(TodayModel::Extent::Rows); // nothing happened meanwhile
    desk.plan(u"Visit"_s, 3 * hour);
    REQUIRE(await([&] { return desk.model->ownDue() == 3; }));
    CHECK(loads.size() == 2);
}

TEST_CASE("The minutes go by without the book being read", "[app]")
{
    Desk desk;
    desk.plan(u"Ask"_s, hour);
    desk.open();
    const QSignalSpy loads(desk.model.get(), &TodayModel::loaded);
    CHECK(desk.model->at(1).when == u"11:00"_s);
    desk.book.passTime(90 * 60'000);
    desk.model->lookAtClock();
    CHECK(desk.model->at(1).when == u"11:00 · 30 minutes ago"_s);
    CHECK(loads.isEmpty());
}

TEST_CASE("What is done leaves by its own row, what is planned enters by one, without a reset", "[app]")
{
    Desk desk;
    desk.plan(u"First"_s, hour);
    const ActivityId second = desk.plan(u"Second"_s, 2 * hour);
    desk.plan(u"Third"_s, 3 * hour);
    desk.open();
    const QSignalSpy resets(desk.model.get(), &QAbstractItemModel::modelReset);
    const QSignalSpy removals(desk.model.get(), &QAbstractItemModel::rowsRemoved);
    const QSignalSpy inserts(desk.model.get(), &QAbstractItemModel::rowsInserted);
    Activity done = desk.book.load<Activity>(second);
    done.state = ActivityState::Done;
    completeActivity(desk.book.workspace(), qApp, done, {}, [](const Result<ChangeSet> &set) { CHECK(set); });
    REQUIRE(await([&] { return !desk.texts().contains(u"Second"_s); }));
    REQUIRE(removals.size() == 1);
    CHECK(removals.front().at(1) == removals.front().at(2));
    desk.plan(u"Fourth"_s, 4 * hour);
    REQUIRE(await([&] { return desk.texts().contains(u"Fourth"_s); }));
    CHECK(inserts.size() == 1);
    CHECK(resets.isEmpty());
}

TEST_CASE("A call put off by three days goes from one part to the other, and back with undo", "[app]")
{
    Desk desk;
    const ActivityId call = desk.plan(u"Ask"_s, -2 * day);
    desk.open();
    const auto part = [&] {
        return desk.model->at(desk.model->rowOf(TodayItem::Type::Activity, call.value)).part;
    };
    REQUIRE(part() == TodayPart::Overdue);
    moveActivities(desk.book.workspace(), qApp, {call}, QDate(2026, 11, 26),
                   [](const Result<ChangeSet> &set) { CHECK(set); });
    REQUIRE(await([&] { return part() == TodayPart::Next; }));
    CHECK(desk.book.lastStep() == u"Moved “Ask” to Thu 26 Nov 2026"_s);
    CHECK(desk.book.load<Activity>(call).at.ms == testNow.ms + 3 * day); // at the same time
    desk.book.workspace().undo();
    REQUIRE(await([&] { return part() == TodayPart::Overdue; }));
}

TEST_CASE("A day with nothing due says so, and where to look", "[app]")
{
    Desk desk;
    desk.open();
    CHECK(desk.model->rowCount() == 0); // the page itself shows what to do
    desk.plan(u"Demo"_s, day);
    REQUIRE(await([&] { return desk.texts().contains(u"Nothing due. What comes next is below."_s); }));
    desk.book.add(Deal{.name = u"Renewal"_s, .pipeline = {1}, .stage = {1}, .owner = desk.book.user()});
    REQUIRE(
        await([&] { return desk.texts().contains(u"Nothing due. Deals without a next step are below."_s); }));
    desk.plan(u"Late"_s, -day);
    REQUIRE(await([&] { return desk.texts().contains(u"Nothing else is due today."_s); }));
}

TEST_CASE("Ten thousand overdue activities are counted; a hundred are shown, and the way to all", "[app]")
{
    Desk desk;
    Edit edit{Sentence::verbatim(u"Plan"_s)};
    for (int i = 0; i < 10'000; ++i)
        edit.changes.push_back(create(Activity{.state = ActivityState::Planned,
                                               .subject = QString::number(i),
                                               .at = {testNow.ms - day - i * 60'000},
                                               .owner = desk.book.user()}));
    desk.book.commit(edit);
    desk.open();
    CHECK(desk.model->ownDue() == 10'000);
    CHECK(desk.model->at(0).count == u"10,000"_s);
    CHECK(desk.model->at(101).type == TodayItem::Type::More);
    CHECK(desk.model->at(101).text == u"Show all 10,000 as a list"_s);
    CHECK(desk.model->rowCount() < 110);
}

TEST_CASE("What others have to do is shown when asked for, and does not count as mine", "[app]")
{
    Desk desk;
    desk.plan(u"Mine"_s, hour);
    Activity theirs{.state = ActivityState::Planned, .subject = u"Ben's"_s, .at = {testNow.ms + 2 * hour}};
    theirs.owner = {2};
    desk.book.add(theirs);
    desk.open();
    CHECK_FALSE(desk.texts().contains(u"Ben's"_s));
    desk.model->show(Whose::Everyone);
    REQUIRE(await([&] { return desk.texts().contains(u"Ben's"_s); }));
    CHECK(desk.model->ownDue() == 1);
    CHECK(desk.model->at(2).initials == u"BO"_s); // the owner's
}

TEST_CASE("The time planned for a full day counts also what is not shown", "[app]")
{
    Desk desk;
    Edit edit{Sentence::verbatim(u"Plan"_s)};
    for (int i = 0; i < 150; ++i)
        edit.changes.push_back(create(Activity{.state = ActivityState::Planned,
                                               .subject = QString::number(i),
                                               .at = {testNow.ms},
                                               .duration = 600,
                                               .owner = desk.book.user()}));
    desk.book.commit(edit);
    desk.open();
    CHECK(desk.model->summary() == u"25 h planned today"_s);
}
