// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/leads.h"

#include "domain/changes/stepwords.h"
#include "domain/records/activity.h"
#include "domain/rules/activities.h"
#include "domain/rules/today.h"
#include "domain/text/quoted.h"

#include <algorithm>

namespace headway {

namespace {

void enter(Lead &lead, const LeadStatus &status)
{
    if (lead.state != status.type)
        lead.status = status.id;
}

} // namespace

const LeadStatus *leadStatusOf(LeadState type, const std::vector<LeadStatus> &statuses)
{
    const auto found = std::find_if(statuses.begin(), statuses.end(), [type](const LeadStatus &each) {
        return each.active && each.type == type;
    });
    return found == statuses.end() ? nullptr : &*found;
}

LeadStatusId beginningStatus(const std::vector<LeadStatus> &statuses)
{
    const LeadStatus *open = leadStatusOf(LeadState::Open, statuses);
    return open ? open->id : LeadStatusId{};
}

const LeadStatus *leadStatusCoded(QStringView code, const std::vector<LeadStatus> &statuses)
{
    const auto *const first = std::find_if(firstLeadStatuses.begin(), firstLeadStatuses.end(),
                                           [code](const FirstLeadStatus &each) { return each.code == code; });
    if (first == firstLeadStatuses.end())
        return nullptr;
    const LeadStatusId id{first - firstLeadStatuses.begin() + 1};
    const auto same = std::find_if(statuses.begin(), statuses.end(), [&](const LeadStatus &each) {
        return each.id == id && each.active && each.type == first->type;
    });
    return same != statuses.end() ? &*same : leadStatusOf(first->type, statuses);
}

LeadState stateOf(LeadStatusId status, const std::vector<LeadStatus> &statuses)
{
    const auto found = std::find_if(statuses.begin(), statuses.end(),
                                    [status](const LeadStatus &each) { return each.id == status; });
    return found == statuses.end() ? LeadState::Open : found->type;
}

LeadStay stayOf(const Lead &lead, Instant createdAt, const LeadStatus &status, Instant now,
                const QTimeZone &zone)
{
    const Instant since = lead.statusEnteredAt ? lead.statusEnteredAt : createdAt;
    const qint64 days = std::max(qint64(0), dayOf(since, zone).daysTo(dayOf(now, zone)));
    const bool isCaredFor =
        lead.nextDay.isValid() ? lead.nextDay > dayOf(now, zone) : lead.nextActivity > now;
    const bool isLong = status.rotDays && days > *status.rotDays;
    return {days, isLong && !isCaredFor && !isClosed(lead.state)};
}

Result<> checkLeadStatuses(const std::vector<LeadStatus> &statuses)
{
    if (!leadStatusOf(LeadState::Open, statuses))
        return failure(ErrorCode::Invalid, Sentence::tr("New leads need an active status of the type open."));
    if (!leadStatusOf(LeadState::Nurture, statuses))
        return failure(ErrorCode::Invalid,
                       Sentence::tr("Leads that sleep need an active status of the type nurture."));
    if (!leadStatusOf(LeadState::Disqualified, statuses))
        return failure(ErrorCode::Invalid,
                       Sentence::tr("Leads that do not fit need an active status of the type disqualified."));
    if (!leadStatusOf(LeadState::Converted, statuses))
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("Leads that became customers need an active status of the type converted."));
    return {};
}

const LeadStatus *statusAfter(const Lead &lead, const Outcome &outcome,
                              const std::vector<LeadStatus> &statuses)
{
    const auto placeOf = [&statuses](LeadStatusId id) {
        return std::find_if(statuses.begin(), statuses.end(),
                            [id](const LeadStatus &each) { return each.id == id; });
    };
    const auto to = placeOf(outcome.leadStatus);
    if (to == statuses.end() || !to->active || isClosed(lead.state))
        return nullptr;
    const auto from = placeOf(lead.status);
    return from == statuses.end() || from < to ? &*to : nullptr;
}

TypedStep stepOnEntry(const LeadStatus &status, Instant now, const QTimeZone &zone)
{
    if (status.plannedStep.trimmed().isEmpty())
        return {};
    const QDate day = dayOf(now, zone).addDays(status.plannedDays.value_or(0));
    return {.text = status.plannedStep.trimmed(),
            .at = Instant{day.startOfDay(zone).toMSecsSinceEpoch()},
            .kind = status.plannedKind};
}

Edit disqualify(const Lead &lead, const LeadStatus &status, const LostReason &reason, const QString &note,
                const Actor &actor)
{
    Lead after = lead;
    enter(after, status);
    after.disqualifyReason = reason.id;
    after.recycleOn = QDate();
    Edit edit{.label = Sentence(steps::leadDisqualified).arg(Quoted{lead.name}),
              .changes = {update(lead, after)}};
    if (note.trimmed().isEmpty())
        return edit;
    const Activity said{.kind = ActivityKind::Note,
                        .note = note.trimmed(),
                        .at = actor.now,
                        .owner = actor.user,
                        .doneAt = actor.now};
    const Edit logged =
        logActivity({.activity = said, .links = {{EntityKind::Lead, lead.id.value}}}, lead.name);
    edit.changes.insert(edit.changes.end(), logged.changes.begin(), logged.changes.end());
    return edit;
}

Edit putToSleep(const Lead &lead, const LeadStatus &status, QDate until)
{
    Lead after = lead;
    enter(after, status);
    after.recycleOn = until;
    after.disqualifyReason = {};
    return {.label = Sentence(steps::leadPutToSleep).arg(Quoted{lead.name}, until),
            .changes = {update(lead, after)}};
}

Edit moveLead(const Lead &lead, const LeadStatus &status)
{
    Lead after = lead;
    after.status = status.id;
    if (lead.state != status.type) {
        after.recycleOn = QDate();
        after.disqualifyReason = {};
    }
    return {.label = Sentence(steps::leadMoved).arg(Quoted{lead.name}, status.name),
            .changes = {update(lead, after)}};
}

bool asksOnEntry(const LeadStatus &status, LeadState from)
{
    return status.type != from
        && (status.type == LeadState::Disqualified || status.type == LeadState::Nurture);
}

Result<> checkSleepUntil(QDate until, QDate today)
{
    if (until.isValid() && until > today)
        return {};
    return failure(ErrorCode::Invalid,
                   Sentence::tr("A lead sleeps until a day to come: tomorrow, +30d, 2027-01-15."));
}

} // namespace headway
