// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/activities.h"

#include "domain/changes/stepwords.h"
#include "domain/records/wholeday.h"
#include "domain/rules/today.h"
#include "domain/text/text.h"

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

constexpr qint64 mainId = -1;
constexpr qint64 followUpId = -2;

void addLinks(Edit &edit, ActivityId activity, const std::vector<EntityRef> &links)
{
    for (const EntityRef &record : links)
        edit.changes.push_back(
            create(ActivityLink{.activity = activity, .recordKind = record.kind, .recordId = record.id}));
}

void addParticipants(Edit &edit, ActivityId activity, const std::vector<EntityRef> &people)
{
    for (const EntityRef &person : people)
        edit.changes.push_back(
            create(Participant{.activity = activity, .recordKind = person.kind, .recordId = person.id}));
}

void addFollowUp(Edit &edit, Activity next, ActivityId after, const std::vector<EntityRef> &links)
{
    next.state = ActivityState::Planned;
    next.followUpOf = after;
    edit.changes.push_back(create(next, followUpId));
    addLinks(edit, {followUpId}, links);
    edit.label = Sentence(steps::activityFollowed).arg(edit.label, Sentence(withArticle(next.kind)));
}

} // namespace

QString nounOf(ActivityKind kind)
{
    return QString::fromLatin1(Choices<ActivityKind>::list[size_t(kind)].label).toLower();
}

bool isAppointment(ActivityKind kind)
{
    switch (kind) {
    case ActivityKind::Meeting:
    case ActivityKind::Visit:
    case ActivityKind::TradeShow:
    case ActivityKind::Retail: return true;
    case ActivityKind::Call:
    case ActivityKind::Email:
    case ActivityKind::Letter:
    case ActivityKind::Message:
    case ActivityKind::Task:
    case ActivityKind::Note: break;
    }
    return false;
}

Activity tickedOff(Activity planned, Instant now)
{
    planned.state = ActivityState::Done;
    planned.doneAt = now;
    const bool tookPlace = isAppointment(planned.kind) && planned.at <= now;
    return tookPlace ? planned : happenedAt(std::move(planned), now);
}

Activity happenedAt(Activity activity, Instant moment)
{
    activity.at = moment;
    activity.allDay = false;
    return activity;
}

Result<> checkDoneBy(const std::optional<Activity> &before, const Activity &after, const Actor &actor)
{
    const bool isSame = before && before->state == after.state && before->at == after.at;
    const QDate day = after.allDay ? wholeDayAt(after.at, after.timeZone) : QDate();
    const bool hasCome = after.at <= actor.now || (day.isValid() && day <= actor.today());
    if (isSame || after.state != ActivityState::Done || hasCome)
        return {};
    return failure(ErrorCode::Invalid,
                   Sentence::tr("What is done cannot be ahead: %1 is still to come.")
                       .arg(day.isValid() ? SentencePart(day) : SentencePart(after.at)));
}

Edit logActivity(const LoggedActivity &logged, const QString &about)
{
    const bool planned = logged.activity.state == ActivityState::Planned;
    const Sentence what = withArticle(logged.activity.kind);
    Edit edit;
    if (about.isEmpty())
        edit.label = Sentence(planned ? steps::activityPlanned : steps::activityLogged).arg(what);
    else
        edit.label = Sentence(planned ? steps::activityPlannedOn : steps::activityLoggedOn)
                         .arg(what, RecordName{{}, beginning(about, 80)});
    edit.changes.push_back(create(logged.activity, mainId));
    addLinks(edit, {mainId}, logged.links);
    addParticipants(edit, {mainId}, logged.participants);
    if (logged.followUp)
        addFollowUp(edit, *logged.followUp, {mainId}, logged.links);
    return edit;
}

Edit completeActivity(const Activity &planned, const Activity &done, const std::vector<EntityRef> &links,
                      const std::optional<Activity> &followUp, const std::vector<EntityRef> &newParticipants)
{
    const QString subject = planned.subject.isEmpty() ? nounOf(planned.kind) : planned.subject;
    Edit edit{.label = Sentence(steps::activityDone)
                           .arg(RecordName{{EntityKind::Activity, planned.id.value}, beginning(subject, 80)}),
              .changes = {update(planned, done)}};
    addParticipants(edit, planned.id, newParticipants);
    if (followUp)
        addFollowUp(edit, *followUp, planned.id, links);
    return edit;
}

const Activity *finishedBy(ActivityKind kind, const std::vector<Activity> &planned, ActivityId aim,
                           Instant now, const QTimeZone &zone)
{
    if (kind == ActivityKind::Task || kind == ActivityKind::Note)
        return nullptr;
    const auto isFinished = [&](const Activity &each) {
        const bool isStillAhead = isAppointment(kind) && dueMark(each, now, zone) == DueState::Later;
        return each.kind == kind && each.state == ActivityState::Planned && !isStillAhead;
    };
    const Activity *found = nullptr;
    for (const Activity &each : planned) {
        if (!isFinished(each))
            continue;
        if (each.id == aim)
            return &each;
        if (!found || std::tuple(each.at, each.id) < std::tuple(found->at, found->id))
            found = &each;
    }
    return found;
}

bool hasDirection(ActivityKind kind)
{
    switch (kind) {
    case ActivityKind::Call:
    case ActivityKind::Email:
    case ActivityKind::Letter:
    case ActivityKind::Message: return true;
    case ActivityKind::Meeting:
    case ActivityKind::Visit:
    case ActivityKind::TradeShow:
    case ActivityKind::Retail:
    case ActivityKind::Task:
    case ActivityKind::Note: break;
    }
    return false;
}

bool hasParticipants(ActivityKind kind)
{
    return hasDirection(kind) || isAppointment(kind);
}

std::vector<Outcome> outcomesFor(ActivityKind kind, const std::vector<Outcome> &all)
{
    const QString code = QString::fromLatin1(Choices<ActivityKind>::list[size_t(kind)].code);
    std::vector<Outcome> fitting;
    std::copy_if(all.begin(), all.end(), std::back_inserter(fitting), [&](const Outcome &outcome) {
        return outcome.active
            && (outcome.activityKinds.isEmpty() || outcome.activityKinds.split(u' ').contains(code));
    });
    std::stable_sort(fitting.begin(), fitting.end(),
                     [](const Outcome &a, const Outcome &b) { return a.position < b.position; });
    return fitting;
}

} // namespace headway
