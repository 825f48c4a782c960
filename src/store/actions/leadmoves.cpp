// SPDX-License-Identifier: GPL-3.0-or-later
// Leads that get into another status by hand: moved on a board, given up, put to sleep.
#include "store/actions/leadactions.h"

#include "domain/changes/stepwords.h"
#include "domain/records/record.h"
#include "domain/rules/deals.h"
#include "store/actions/actionparts.h"
#include "store/actions/activityfields.h"
#include "store/actions/leadstatusactions.h"
#include "store/actions/nextstepactions.h"
#include "store/rows/records.h"

namespace headway::store {

namespace {

Result<LostReason> reasonFor(sql::Connection &connection, LostReasonId reason, const QString &note)
{
    if (!reason)
        return failure(ErrorCode::Invalid, Sentence::tr("Say why it is given up."));
    HEADWAY_TRY(why, loadLive<LostReason>(connection, reason));
    HEADWAY_CHECK(checkNote(why, note));
    return std::move(why);
}

Result<Edit> sleepEdit(sql::Connection &connection, const Lead &lead, const LeadStatus &status,
                       const LeadTransition &transition, const Actor &actor)
{
    Edit edit = putToSleep(lead, status, transition.until);
    const EntityRef ref{EntityKind::Lead, lead.id.value};
    TypedStep typed{.at = Instant{transition.until.startOfDay(zoneOf(actor)).toMSecsSinceEpoch()}};
    HEADWAY_TRY(planned, nextStepOf(connection, ref));
    if (!planned) {
        if (transition.step.trimmed().isEmpty())
            return failure(ErrorCode::Invalid,
                           Sentence::tr("Say what is to be done then, or nothing wakes it up."));
        typed.text = transition.step.trimmed();
    }
    HEADWAY_TRY(changes, nextStepChanges(connection, ref, toRow(lead), typed, actor));
    edit.changes.insert(edit.changes.end(), changes.begin(), changes.end());
    return edit;
}

// With what the status plans.
Result<Edit> enterEdit(sql::Connection &connection, const Record &lead, const LeadStatus &status,
                       const Actor &actor)
{
    Edit edit = moveLead(as<Lead>(lead), status);
    HEADWAY_TRY(step, stepOnEntryChanges(connection, lead, edit.changes.front().fields, {}, actor));
    edit.changes.insert(edit.changes.end(), step.begin(), step.end());
    return edit;
}

} // namespace

Result<Edit> moveLeadsEdit(sql::Connection &connection, const std::vector<LeadId> &leads, LeadStatusId to,
                           const LeadTransition &transition, const Actor &actor)
{
    HEADWAY_TRY(status, loadLive<LeadStatus>(connection, to));
    if (!status.active)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 is out of use: no lead is put there.").arg(Quoted{status.name}));
    HEADWAY_TRY(records, loadManyLive(connection, EntityKind::Lead, numbersOf(leads)));
    Edit edit;
    qsizetype moved = 0;
    for (const Record &record : records) {
        const auto lead = as<Lead>(record);
        if (lead.status == status.id)
            continue;
        HEADWAY_CHECK(checkUnconverted(lead));
        if (status.type == LeadState::Converted)
            return failure(
                ErrorCode::Invalid,
                Sentence::tr("%1 gets to %2 by converting it.").arg(Quoted{lead.name}, status.name));
        Edit one;
        if (!asksOnEntry(status, lead.state)) {
            HEADWAY_TRY(entered, enterEdit(connection, record, status, actor));
            one = std::move(entered);
        } else if (status.type == LeadState::Disqualified) {
            HEADWAY_TRY(why, reasonFor(connection, transition.reason, transition.note));
            one = disqualify(lead, status, why, transition.note, actor);
        } else {
            HEADWAY_CHECK(checkSleepUntil(transition.until, actor.today()));
            HEADWAY_TRY(slept, sleepEdit(connection, lead, status, transition, actor));
            one = std::move(slept);
        }
        edit.label = ++moved == 1 ? one.label : Sentence(steps::leadsMoved).arg(moved, status.name);
        edit.changes.insert(edit.changes.end(), one.changes.begin(), one.changes.end());
    }
    return edit;
}

Result<Edit> disqualifyLeadEdit(sql::Connection &connection, LeadId lead, LostReasonId reason,
                                const QString &note, const Actor &actor)
{
    HEADWAY_TRY(present, loadLive<Lead>(connection, lead));
    HEADWAY_CHECK(checkUnconverted(present));
    HEADWAY_TRY(why, reasonFor(connection, reason, note));
    HEADWAY_TRY(status, statusOfType(connection, LeadState::Disqualified));
    return disqualify(present, status, why, note, actor);
}

Result<Edit> sleepLeadEdit(sql::Connection &connection, LeadId lead, QDate until, const QString &step,
                           const Actor &actor)
{
    HEADWAY_TRY(present, loadLive<Lead>(connection, lead));
    HEADWAY_CHECK(checkUnconverted(present));
    HEADWAY_CHECK(checkSleepUntil(until, actor.today()));
    HEADWAY_TRY(status, statusOfType(connection, LeadState::Nurture));
    return sleepEdit(connection, present, status, {.until = until, .step = step}, actor);
}

} // namespace headway::store
