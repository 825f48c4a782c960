// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input/activityinput.h"

#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "support/await.h"
#include "support/catch_qt.h"
#include "support/openbook.h"

using namespace headway;
using namespace headway::app;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk {
    OpenBook book{OpenBook::Content::Defaults};
    Drafts drafts{book.folderPath(u"drafts.json"_s)};
    InputRules rules{{QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()},
                     [this] { return book.workspace().now(); },
                     DateOrder::DayMonthYear,
                     u"EUR"_s};
    DealId deal = book.add(Deal{.name = u"Renewal"_s, .pipeline = {1}, .stage = {1}});
    ActivityInput input{book.workspace(), rules, drafts};

    LogSubject subject() const { return {{EntityKind::Deal, deal.value}, u"Renewal"_s}; }
    QDate today() const { return rules.today(); }
    std::vector<Activity> activities()
    {
        std::vector<Activity> found;
        for (const Record &record : book.all(EntityKind::Activity))
            found.push_back(as<Activity>(record));
        return found;
    }
    QString problem(const LogLines &lines) const
    {
        const Result<Activity> activity = input.activity(lines);
        return activity ? QString() : inEnglish(activity.error().text);
    }
    // The first outcome of a call that suggests a day.
    int suggesting() const
    {
        const auto &outcomes = input.outcomes();
        for (size_t i = 0; i < outcomes.size(); ++i) {
            if (outcomes[i].followUpDays)
                return int(i);
        }
        FAIL("no outcome suggests a day");
        return -1;
    }
};

} // namespace

TEST_CASE("A call is called after what it is about until somebody types a title", "[app]")
{
    Desk desk;
    desk.input.begin(ActivityKind::Call, {{EntityKind::Deal, desk.deal.value}});
    CHECK(desk.input.firstLines().title == u"Call: "_s);
    desk.input.learn(desk.subject());
    CHECK(desk.input.firstLines().title == u"Call: Renewal"_s);
    CHECK(desk.input.ending() == ActivityInput::Ending::Save);
    desk.input.time().type(u"tomorrow 9:00"_s);
    CHECK(desk.input.ending() == ActivityInput::Ending::Plan);
    CHECK(desk.input.activity({})->state == ActivityState::Planned);
    desk.input.time().type(u"9:00"_s);
    CHECK(desk.input.activity({})->state == ActivityState::Done);
}

TEST_CASE("An outcome suggests the next day, unless one was chosen", "[app]")
{
    Desk desk;
    desk.input.begin(ActivityKind::Call, desk.subject());
    CHECK_FALSE(desk.input.day().isValid());
    desk.input.chooseOutcome(desk.suggesting());
    CHECK(desk.input.day() > desk.today());
    desk.input.chooseOutcome(-1);
    CHECK_FALSE(desk.input.day().isValid());
    desk.input.chooseDay(desk.today().addDays(7));
    desk.input.chooseOutcome(desk.suggesting());
    CHECK(desk.input.day() == desk.today().addDays(7));
}

TEST_CASE("A day that is going to be typed is missed until it can be read", "[app]")
{
    Desk desk;
    desk.input.begin(ActivityKind::Call, desk.subject());
    desk.input.awaitDay();
    CHECK(desk.problem({}) == u"On which day is the follow-up?"_s);
    CHECK_FALSE(desk.input.typeDay(u"someday"_s));
    CHECK(desk.problem({}) == u"On which day is the follow-up?"_s);
    CHECK(desk.input.typeDay(u"+2d"_s));
    CHECK(desk.input.day() == desk.today().addDays(2));
    CHECK(desk.problem({}).isEmpty());
    desk.input.chooseDay({});
    CHECK(desk.problem({}).isEmpty());
}

TEST_CASE("A task wants a line and a day, a note wants words", "[app]")
{
    Desk desk;
    desk.input.begin(ActivityKind::Task, desk.subject());
    CHECK(desk.input.time().choice() == ActivityTime::Choice::Tomorrow);
    CHECK(desk.input.outcomes().empty());
    CHECK_FALSE(desk.problem({}).isEmpty());
    CHECK(desk.problem({.title = u"Send the sample"_s}).isEmpty());
    CHECK(desk.input.activity({.title = u"Send the sample"_s})->allDay);
    desk.input.time().type(u"someday"_s);
    CHECK(desk.problem({.title = u"Send the sample"_s}) == u"“someday” is not a date."_s);
    desk.input.begin(ActivityKind::Note, desk.subject());
    CHECK(desk.problem({.title = u"About"_s, .text = u"  "_s}) == u"The note is empty."_s);
    CHECK(desk.problem({.text = u"Prefers mornings"_s}).isEmpty());
}

TEST_CASE("What was measured is the duration, unless one is typed", "[app]")
{
    Desk desk;
    desk.input.begin(ActivityKind::Call, desk.subject());
    desk.input.startWatch();
    desk.book.passTime(200'000);
    CHECK(desk.input.activity({})->duration == 200);
    CHECK(desk.input.activity({.duration = u"20"_s})->duration == 1200);
    CHECK(desk.input.stopWatch() == 3);
    CHECK_FALSE(desk.input.activity({})->duration.has_value());
}

TEST_CASE("What is typed about one record waits there, with its outcome and day", "[app]")
{
    Desk desk;
    desk.input.begin(ActivityKind::Call, desk.subject());
    desk.input.keepDraft({.title = u"Call: Renewal"_s}); // nothing typed by the user yet
    CHECK(desk.drafts.keys().isEmpty());
    desk.input.chooseOutcome(1);
    desk.input.chooseDay(desk.today().addDays(3));
    desk.input.keepDraft({.title = u"Call: Renewal"_s, .text = u"Half a thought"_s});
    desk.input.begin(ActivityKind::Meeting, desk.subject());
    CHECK_FALSE(desk.input.takeUpDraft());
    desk.input.begin(ActivityKind::Call, desk.subject());
    const auto lines = desk.input.takeUpDraft();
    REQUIRE(lines);
    CHECK(lines->text == u"Half a thought"_s);
    CHECK(desk.input.outcome() == 1);
    CHECK(desk.input.day() == desk.today().addDays(3));
}

TEST_CASE("A call planned for last week and made today happened today, unless somebody says it was then",
          "[app]")
{
    Desk desk;
    const Instant lastWeek{desk.rules.now().ms - qint64(7) * 24 * 3600 * 1000};
    const Activity call{.kind = ActivityKind::Call,
                        .state = ActivityState::Planned,
                        .at = lastWeek,
                        .timeZone = u"Asia/Tokyo"_s};
    using Choice = ActivityTime::Choice;

    desk.input.beginDone(call, desk.subject());
    CHECK(desk.input.time().offered() == std::vector{Choice::Now, Choice::AsPlanned, Choice::Typed});
    CHECK(desk.input.time().choice() == Choice::Now);
    CHECK(desk.input.activity({})->at == desk.rules.now());
    CHECK(desk.input.activity({})->timeZone == u"Asia/Tokyo"_s); // nobody changed it
    desk.input.time().choose(Choice::AsPlanned);
    CHECK(desk.input.activity({})->at == lastWeek);
    desk.input.time().type(u"yesterday 14:30"_s);
    CHECK(desk.input.activity({})->at > lastWeek);
    desk.input.time().type(u"tomorrow"_s);
    CHECK(desk.problem({}) == u"That is still ahead. When did it happen?"_s);

    Activity meeting = call;
    meeting.kind = ActivityKind::Meeting;
    desk.input.beginDone(meeting, desk.subject());
    CHECK(desk.input.time().choice() == Choice::AsPlanned);
    CHECK(desk.input.activity({})->at == lastWeek);

    Activity later = call;
    later.at.ms += qint64(14) * 24 * 3600 * 1000;
    desk.input.beginDone(later, desk.subject());
    CHECK(desk.input.time().offered() == std::vector{Choice::Now, Choice::Typed});
    CHECK(desk.input.activity({})->at == desk.rules.now());
}

TEST_CASE("A planned call that is done is saved with what follows, as one step", "[app]")
{
    Desk desk;
    desk.input.begin(ActivityKind::Call, desk.subject());
    desk.input.chooseDay(desk.today().addDays(1));
    QString refusal;
    const auto told = [&](const Result<ChangeSet> &set) {
        refusal = set ? QString() : inEnglish(set.error().text);
    };
    REQUIRE(desk.input.save(&desk.book.workspace(), {.text = u"Calls again"_s}, told));
    REQUIRE(await([&] { return desk.activities().size() == 2; }));
    const Activity planned = desk.activities().back();
    REQUIRE(planned.state == ActivityState::Planned);

    desk.input.beginDone(planned, desk.subject());
    CHECK(desk.input.firstLines().title == planned.subject);
    CHECK(desk.input.ending() == ActivityInput::Ending::Done);
    desk.input.chooseDay(desk.today().addDays(3));
    REQUIRE(desk.input.save(&desk.book.workspace(), {.title = planned.subject, .text = u"Yes"_s}, told));
    REQUIRE(await([&] { return desk.activities().size() == 3; }));
    CHECK(refusal.isEmpty());
    CHECK(desk.book.load<Activity>(planned.id).state == ActivityState::Done);
    CHECK(desk.activities().back().subject == u"Follow up: Renewal"_s);
}

namespace {

constexpr qint64 hour = 3'600'000;

// A planned call and a planned meeting, both of yesterday.
LogSubject withPlans(const Desk &desk)
{
    LogSubject subject = desk.subject();
    const Instant yesterday{desk.rules.now().ms - 24 * hour};
    subject.planned = {{.id = {7},
                        .kind = ActivityKind::Call,
                        .state = ActivityState::Planned,
                        .subject = u"Call Rubén Ferrer"_s,
                        .note = u"Ask for the size"_s,
                        .at = yesterday},
                       {.id = {8},
                        .kind = ActivityKind::Meeting,
                        .state = ActivityState::Planned,
                        .subject = u"Walk through the hall"_s,
                        .at = yesterday}};
    subject.isRead = true;
    return subject;
}

} // namespace

TEST_CASE("Logging a call finishes the one that was planned, unless it is logged separately", "[app]")
{
    Desk desk;
    desk.input.begin(ActivityKind::Call, withPlans(desk));
    REQUIRE(desk.input.finishes());
    CHECK(desk.input.ending() == ActivityInput::Ending::Done);
    CHECK(desk.input.ownTitle() == u"Call Rubén Ferrer"_s);
    CHECK(desk.input.ownText() == u"Ask for the size"_s);
    CHECK(desk.input.activity({})->id == ActivityId{7});
    CHECK(desk.input.activity({})->at == desk.rules.now()); // a call happens when it is made
    desk.input.logSeparately();
    CHECK_FALSE(desk.input.finishes());
    CHECK(desk.input.ownTitle() == u"Call: Renewal"_s);
    CHECK(desk.input.activity({})->id == ActivityId{});
    CHECK(desk.input.time().choice() == ActivityTime::Choice::Now);
}

TEST_CASE("How long a planned call was to take is said of no other call that is logged beside it", "[app]")
{
    Desk desk;
    LogSubject subject = withPlans(desk);
    subject.planned.front().duration = 1800;
    desk.input.begin(ActivityKind::Call, subject);
    CHECK(desk.input.firstLines().duration == u"30"_s);
    CHECK(desk.input.firstLines().ownDuration == u"30"_s);
    desk.input.logSeparately();
    CHECK(desk.input.ownDuration().isEmpty());
    CHECK(desk.input.firstLines().duration.isEmpty());
}

TEST_CASE("That a call was when it was planned stays said when its kind is chosen once more", "[app]")
{
    Desk desk;
    using Choice = ActivityTime::Choice;
    desk.input.begin(ActivityKind::Call, withPlans(desk));
    REQUIRE(desk.input.time().choice() == Choice::Now);
    desk.input.time().choose(Choice::AsPlanned);
    const Instant planned = desk.input.activity({})->at;
    desk.input.changeKind(ActivityKind::Call);
    CHECK(desk.input.time().choice() == Choice::AsPlanned);
    CHECK(desk.input.activity({})->at == planned);
    desk.input.logSeparately(); // of nothing that was planned
    CHECK(desk.input.time().choice() == Choice::Now);
    desk.input.begin(ActivityKind::Call, withPlans(desk));
    CHECK(desk.input.time().choice() == Choice::Now);
}

TEST_CASE("Planning another meeting does not finish the one before", "[app]")
{
    Desk desk;
    desk.input.begin(ActivityKind::Meeting, withPlans(desk));
    REQUIRE(desk.input.finishes());
    CHECK(desk.input.time().choice() == ActivityTime::Choice::AsPlanned);
    for (const QString &typed : {u"fri"_s, u"fri 14:"_s, u"fri 14:00"_s}) { // as it is typed
        desk.input.time().type(typed);
        CHECK_FALSE(desk.input.finishes());
        CHECK(desk.input.ending() == ActivityInput::Ending::Plan);
    }
    CHECK(desk.input.activity({})->state == ActivityState::Planned);
    CHECK(desk.input.activity({})->id == ActivityId{});
    desk.input.time().choose(ActivityTime::Choice::Now);
    CHECK(desk.input.finishes());
}

TEST_CASE("What is read of the record after the form opened tells what is finished, once", "[app]")
{
    Desk desk;
    desk.input.begin(ActivityKind::Call, {{EntityKind::Deal, desk.deal.value}});
    CHECK_FALSE(desk.input.finishes());
    desk.input.learn(desk.subject());
    CHECK_FALSE(desk.input.finishes());
    desk.input.learn(withPlans(desk));
    CHECK(desk.input.finishes());

    desk.input.begin(ActivityKind::Call, desk.subject());
    LogSubject without = desk.subject();
    without.isRead = true;
    desk.input.learn(without);
    desk.input.learn(withPlans(desk)); // planned by somebody else since
    CHECK_FALSE(desk.input.finishes());
}

TEST_CASE("A meeting on Friday from two to half past three is typed as said", "[app]")
{
    Desk desk; // a Monday, 10:00
    desk.input.begin(ActivityKind::Meeting, desk.subject());
    using Choice = ActivityTime::Choice;
    CHECK(desk.input.time().offered()
          == std::vector{Choice::Now, Choice::LaterToday, Choice::Tomorrow, Choice::Typed});
    CHECK(desk.input.time().echo(Choice::LaterToday) == u"Mon, 23 Nov, 11:00"_s);
    desk.input.time().type(u"fri 14-15:30"_s);
    CHECK(desk.input.time().echo(Choice::Typed) == u"Fri, 27 Nov, 14:00–15:30"_s);
    CHECK(desk.input.hasPlace());
    CHECK_FALSE(desk.input.asksOutcome());
    CHECK_FALSE(desk.input.hasFollowUp());
    const Activity meeting = *desk.input.activity({.text = u"The offer"_s, .place = u"Hamburg"_s});
    CHECK(meeting.state == ActivityState::Planned);
    CHECK(meeting.duration == 90 * 60);
    CHECK(meeting.location == u"Hamburg"_s);
    CHECK(meeting.note == u"The offer"_s);
    CHECK_FALSE(meeting.allDay);
}

TEST_CASE("What happened has no place to be asked for, and a meeting no direction", "[app]")
{
    Desk desk;
    desk.input.begin(ActivityKind::Meeting, desk.subject());
    CHECK_FALSE(desk.input.hasPlace());
    CHECK_FALSE(desk.input.hasDirection());
    desk.input.changeKind(ActivityKind::Call);
    CHECK(desk.input.hasDirection());
    desk.input.time().choose(ActivityTime::Choice::Tomorrow);
    CHECK_FALSE(desk.input.hasDirection());
    desk.input.changeKind(ActivityKind::Task);
    CHECK(desk.input.time().choice() == ActivityTime::Choice::Tomorrow); // still offered
    CHECK_FALSE(desk.input.hasParticipants());
}

TEST_CASE("An activity belongs to somebody", "[app]")
{
    Desk desk;
    desk.input.beginAnew(ActivityKind::Call);
    CHECK(desk.problem({.text = u"Asked for a price"_s})
          == u"With whom? Choose a deal, a contact, a company or a lead."_s);
    CHECK(desk.input.fault({})->part == LogFault::Part::Subject);
    desk.input.concern({EntityKind::Deal, desk.deal.value}, u"Renewal"_s);
    CHECK(desk.problem({.text = u"Asked for a price"_s}).isEmpty());

    desk.input.keepDraft({.text = u"Asked for a price"_s});
    desk.input.beginAnew(ActivityKind::Meeting);
    const auto lines = desk.input.takeUpDraft();
    REQUIRE(lines);
    CHECK(lines->text == u"Asked for a price"_s);
    CHECK(desk.input.kind() == ActivityKind::Call);
    CHECK(desk.input.subject().record == EntityRef{EntityKind::Deal, desk.deal.value});
}

TEST_CASE("The time that was chosen waits in the draft as itself", "[app]")
{
    Desk desk;
    desk.input.begin(ActivityKind::Meeting, desk.subject());
    desk.input.time().choose(ActivityTime::Choice::LaterToday); // 11:00
    desk.input.keepDraft({.text = u"The offer"_s});
    desk.book.passTime(2 * hour);
    desk.input.begin(ActivityKind::Meeting, desk.subject());
    REQUIRE(desk.input.takeUpDraft());
    CHECK(desk.input.time().choice() == ActivityTime::Choice::Typed);
    CHECK(desk.input.time().echo(ActivityTime::Choice::Typed) == u"Mon, 23 Nov, 11:00"_s);
}

TEST_CASE("Late in the evening there is no further full hour today", "[app]")
{
    Desk desk;
    desk.book.passTime(13 * hour + 60'000); // 23:01
    desk.input.begin(ActivityKind::Meeting, desk.subject());
    using Choice = ActivityTime::Choice;
    CHECK(desk.input.time().offered() == std::vector{Choice::Now, Choice::Tomorrow, Choice::Typed});
}

TEST_CASE("What begins as a plan for later today is saved as one, though its hour has come meanwhile",
          "[app]")
{
    Desk desk;
    using Choice = ActivityTime::Choice;
    desk.book.passTime(3 * hour + 40 * hour / 60); // 13:40
    desk.input.begin(ActivityKind::Meeting, desk.subject());
    CHECK(desk.input.time().echo(Choice::LaterToday) == u"Mon, 23 Nov, 14:00"_s);
    desk.input.time().choose(Choice::LaterToday);
    desk.book.passTime(21 * hour / 60);
    CHECK(desk.input.ending() == ActivityInput::Ending::Plan);
    CHECK(desk.input.activity({})->state == ActivityState::Planned);

    desk.input.time().type(u"14:30"_s); // it is 14:01
    desk.book.passTime(hour);
    CHECK(desk.input.ending() == ActivityInput::Ending::Plan);
    CHECK(desk.input.activity({})->state == ActivityState::Planned);
    desk.input.time().type(u"14:30"_s); // said once more, it has been
    CHECK(desk.input.activity({})->state == ActivityState::Done);
}

TEST_CASE("Later today is not in a few minutes", "[app]")
{
    Desk desk;
    using Choice = ActivityTime::Choice;
    const auto later = [&desk] {
        desk.input.begin(ActivityKind::Meeting, desk.subject());
        return desk.input.time().echo(Choice::LaterToday);
    };
    desk.book.passTime(3 * hour + 44 * hour / 60); // 13:44
    CHECK(later() == u"Mon, 23 Nov, 14:00"_s);
    desk.book.passTime(14 * hour / 60); // 13:58
    CHECK(later() == u"Mon, 23 Nov, 15:00"_s);
    desk.book.passTime(9 * hour); // 22:58
    desk.input.begin(ActivityKind::Meeting, desk.subject());
    CHECK(desk.input.time().offered() == std::vector{Choice::Now, Choice::Tomorrow, Choice::Typed});
}

TEST_CASE("That a planned meeting happens now is remembered when the form is opened again", "[app]")
{
    Desk desk;
    using Choice = ActivityTime::Choice;
    const LogSubject unread{{EntityKind::Deal, desk.deal.value}};
    const auto reopened = [&](ActivityKind kind) {
        desk.input.begin(kind, unread);
        REQUIRE(desk.input.takeUpDraft());
        desk.input.learn(withPlans(desk)); // it is read only now
        return desk.input.time().choice();
    };
    desk.input.begin(ActivityKind::Meeting, withPlans(desk));
    REQUIRE(desk.input.time().choice() == Choice::AsPlanned);
    desk.input.keepDraft({.text = u"Too warm"_s});
    CHECK(reopened(ActivityKind::Meeting) == Choice::AsPlanned); // nobody said otherwise
    desk.input.time().choose(Choice::Now);
    desk.input.keepDraft({.text = u"Too warm"_s});
    CHECK(reopened(ActivityKind::Meeting) == Choice::Now);

    desk.input.begin(ActivityKind::Call, withPlans(desk));
    desk.input.time().choose(Choice::AsPlanned);
    desk.input.keepDraft({.text = u"Reached him"_s});
    CHECK(reopened(ActivityKind::Call) == Choice::AsPlanned);
    CHECK(desk.input.finishes());
}

TEST_CASE("What was planned waits, be it only a subject, a time, a follow-up day or a duration", "[app]")
{
    Desk desk;
    const auto waits = [&desk](const LogLines &lines) {
        desk.input.keepDraft(lines);
        const bool isKept = !desk.drafts.keys().isEmpty();
        desk.input.discardDraft(desk.input.draftKey());
        return isKept;
    };
    desk.input.begin(ActivityKind::Meeting, desk.subject());
    CHECK_FALSE(waits(desk.input.firstLines()));
    LogLines lines = desk.input.firstLines();
    lines.title = u"Walk through the hall"_s;
    CHECK(waits(lines));
    lines = desk.input.firstLines();
    lines.duration = u"45"_s;
    CHECK(waits(lines));
    desk.input.time().type(u"fri 14:00"_s);
    CHECK(waits(desk.input.firstLines()));
    desk.input.begin(ActivityKind::Call, desk.subject());
    CHECK(desk.input.typeDay(u"+2d"_s));
    desk.input.keepDraft(desk.input.firstLines());
    desk.input.begin(ActivityKind::Call, desk.subject());
    REQUIRE(desk.input.takeUpDraft());
    CHECK(desk.input.day() == desk.today().addDays(2));
    desk.input.chooseOutcome(desk.suggesting());
    CHECK(desk.input.day() == desk.today().addDays(2)); // it was chosen
}
