// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/activities.h"

#include "domain/records/inenglish.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

// "create activity -1", one per line.
QStringList outline(const Edit &edit)
{
    QStringList lines;
    for (const Change &change : edit.changes)
        lines += QString::fromLatin1(Choices<ChangeKind>::list[size_t(change.kind)].code) + u' '
            + tableName(change.ref.kind) + u' ' + QString::number(change.ref.id);
    return lines;
}

Value after(const Change &change, QStringView field)
{
    const FieldDelta *delta = deltaOf(change, field);
    return delta ? delta->after : Value();
}

} // namespace

TEST_CASE("A call with its follow-up is logged in one step, on every record it belongs to", "[domain]")
{
    LoggedActivity logged;
    logged.activity = {.kind = ActivityKind::Call, .state = ActivityState::Done, .note = u"Wants an offer"_s};
    logged.links = {{EntityKind::Deal, 7}, {EntityKind::Company, 3}};
    logged.participants = {{EntityKind::Contact, 5}};
    logged.followUp = Activity{.kind = ActivityKind::Meeting, .state = ActivityState::Done, .at = {9000}};
    const Edit edit = logActivity(logged, u"Renewal"_s);

    CHECK(inEnglish(edit.label) == u"Logged a call on “Renewal”, planned a meeting"_s);
    CHECK(outline(edit)
          == QStringList{u"create activity -1"_s, u"create activity_link 0"_s, u"create activity_link 0"_s,
                         u"create participant 0"_s, u"create activity -2"_s, u"create activity_link 0"_s,
                         u"create activity_link 0"_s});
    CHECK(after(edit.changes[1], u"activity_id") == Value(qint64(-1)));
    CHECK(after(edit.changes[1], u"record_id") == Value(qint64(7)));
    CHECK(after(edit.changes[3], u"record_id") == Value(qint64(5)));
    CHECK(after(edit.changes[4], u"state") == Value(u"planned"_s)); // whatever the form contains
    CHECK(after(edit.changes[4], u"follow_up_of_id") == Value(qint64(-1)));
    CHECK(after(edit.changes[6], u"activity_id") == Value(qint64(-2)));
    CHECK(after(edit.changes[6], u"record_id") == Value(qint64(3)));
}

TEST_CASE("What was done is logged, what is ahead is planned", "[domain]")
{
    LoggedActivity logged;
    logged.activity = {.kind = ActivityKind::TradeShow, .state = ActivityState::Planned, .at = {1}};
    CHECK(inEnglish(logActivity(logged, u"Acme"_s).label) == u"Planned a trade-show talk on “Acme”"_s);
    logged.activity = {.kind = ActivityKind::Note};
    CHECK(inEnglish(logActivity(logged, QString()).label) == u"Logged a note"_s);
    logged.activity = {.kind = ActivityKind::Email};
    CHECK(inEnglish(logActivity(logged, QString()).label) == u"Logged an e-mail"_s);
}

TEST_CASE("A planned call is ticked off with what comes next", "[domain]")
{
    const Activity planned{.id = {4},
                           .kind = ActivityKind::Call,
                           .state = ActivityState::Planned,
                           .subject = u"Ask for the order"_s,
                           .at = {1000}};
    Activity done = planned;
    done.state = ActivityState::Done;
    done.outcome = {2};
    const Edit edit = completeActivity(planned, done, {{EntityKind::Deal, 7}},
                                       Activity{.kind = ActivityKind::Task, .at = {5000}});
    CHECK(inEnglish(edit.label) == u"Done: “Ask for the order”, planned a task"_s);
    CHECK(outline(edit)
          == QStringList{u"update activity 4"_s, u"create activity -2"_s, u"create activity_link 0"_s});
    CHECK(after(edit.changes[0], u"state") == Value(u"done"_s));
    CHECK(after(edit.changes[0], u"outcome_id") == Value(qint64(2)));
    CHECK(after(edit.changes[1], u"follow_up_of_id") == Value(qint64(4)));

    Activity nameless = planned;
    nameless.subject.clear();
    CHECK(inEnglish(completeActivity(nameless, done, {}, {}).label) == u"Done: “call”"_s);
}

TEST_CASE("A call happens when it is made, a meeting when it was to be", "[domain]")
{
    const Instant now{1'000'000};
    const auto done = [now](ActivityKind kind, qint64 at, bool allDay) {
        return tickedOff({.kind = kind, .state = ActivityState::Planned, .at = {at}, .allDay = allDay}, now);
    };
    for (const ActivityKind kind : {ActivityKind::Call, ActivityKind::Email, ActivityKind::Letter,
                                    ActivityKind::Message, ActivityKind::Task}) {
        CHECK(done(kind, 1'000, true).at == now); // overdue
        CHECK_FALSE(done(kind, 1'000, true).allDay);
        CHECK(done(kind, 2'000'000, false).at == now); // before its time
    }
    for (const ActivityKind kind :
         {ActivityKind::Meeting, ActivityKind::Visit, ActivityKind::TradeShow, ActivityKind::Retail}) {
        CHECK(done(kind, 1'000, true).at == Instant{1'000});
        CHECK(done(kind, 1'000, true).allDay);
        CHECK(done(kind, 2'000'000, false).at == now); // held earlier than planned
    }
    CHECK(done(ActivityKind::Visit, 1'000, false).doneAt == now);
    CHECK(done(ActivityKind::Visit, 1'000, false).state == ActivityState::Done);
}

TEST_CASE("Each kind of activity is offered its own outcomes, in their order", "[domain]")
{
    const std::vector<Outcome> all{
        {.id = {1}, .name = u"Reached"_s, .activityKinds = u"call visit"_s, .position = 3},
        {.id = {2}, .name = u"Any"_s, .position = 2},
        {.id = {3}, .name = u"Retired"_s, .position = 1, .active = false},
        {.id = {4}, .name = u"Voicemail"_s, .activityKinds = u"call"_s, .position = 1},
        {.id = {5}, .name = u"Also second"_s, .position = 2}};
    const auto names = [&all](ActivityKind kind) {
        QStringList list;
        for (const Outcome &outcome : outcomesFor(kind, all))
            list += outcome.name;
        return list;
    };
    CHECK(names(ActivityKind::Call) == QStringList{u"Voicemail"_s, u"Any"_s, u"Also second"_s, u"Reached"_s});
    CHECK(names(ActivityKind::Visit) == QStringList{u"Any"_s, u"Also second"_s, u"Reached"_s});
    CHECK(names(ActivityKind::Task) == QStringList{u"Any"_s, u"Also second"_s});
}

namespace {

const QTimeZone utc = QTimeZone::utc();
constexpr qint64 day = 24 * 3'600'000;
constexpr Instant noon{20'000 * day + day / 2};

Activity plannedFor(qint64 id, ActivityKind kind, Instant at)
{
    return {.id = {id}, .kind = kind, .state = ActivityState::Planned, .at = at};
}

qint64 finished(ActivityKind kind, const std::vector<Activity> &planned, ActivityId aim = {})
{
    const Activity *const found = finishedBy(kind, planned, aim, noon, utc);
    return found ? found->id.value : 0;
}

} // namespace

TEST_CASE("A call finishes the planned call that is due first, or the one that is pointed at", "[domain]")
{
    const std::vector<Activity> planned{plannedFor(1, ActivityKind::Task, {noon.ms - 9 * day}),
                                        plannedFor(2, ActivityKind::Call, {noon.ms + day}),
                                        plannedFor(3, ActivityKind::Call, {noon.ms - day}),
                                        plannedFor(4, ActivityKind::Call, {noon.ms - day})};
    CHECK(finished(ActivityKind::Call, planned) == 3);
    CHECK(finished(ActivityKind::Call, planned, {2}) == 2);
    CHECK(finished(ActivityKind::Call, planned, {1}) == 3); // a task is no call
    CHECK(finished(ActivityKind::Email, planned) == 0);
    CHECK(finished(ActivityKind::Call, {}) == 0);
    std::vector<Activity> done{planned[2]};
    done[0].state = ActivityState::Cancelled;
    CHECK(finished(ActivityKind::Call, done) == 0);
}

TEST_CASE("A call ahead is finished by an earlier one, a meeting ahead is still to take place", "[domain]")
{
    CHECK(finished(ActivityKind::Call, {plannedFor(1, ActivityKind::Call, {noon.ms + 3 * day})}) == 1);
    for (const ActivityKind kind :
         {ActivityKind::Meeting, ActivityKind::Visit, ActivityKind::TradeShow, ActivityKind::Retail}) {
        CHECK(finished(kind, {plannedFor(1, kind, {noon.ms + day})}) == 0);
        CHECK(finished(kind, {plannedFor(1, kind, {noon.ms + 3'600'000})}) == 1); // today
        CHECK(finished(kind, {plannedFor(1, kind, {noon.ms - day})}) == 1);
    }
}

TEST_CASE("Tasks and notes are written anew, whatever is planned", "[domain]")
{
    for (const ActivityKind kind : {ActivityKind::Task, ActivityKind::Note})
        CHECK(finished(kind, {plannedFor(1, kind, {noon.ms - day})}) == 0);
}

TEST_CASE("Who else took part is added as a planned meeting is done", "[domain]")
{
    const Activity planned = plannedFor(4, ActivityKind::Meeting, noon);
    Activity done = planned;
    done.state = ActivityState::Done;
    const Edit edit = completeActivity(planned, done, {}, {}, {{EntityKind::Contact, 5}});
    CHECK(outline(edit) == QStringList{u"update activity 4"_s, u"create participant 0"_s});
    CHECK(after(edit.changes[1], u"activity_id") == Value(qint64(4)));
    CHECK(after(edit.changes[1], u"record_id") == Value(qint64(5)));
}
