// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions/leadstatusactions.h"

#include "domain/records/record.h"
#include "domain/rules/leads.h"
#include "store/actions/activityfields.h"
#include "store/actions/nextstepactions.h"
#include "store/rows/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

Result<std::vector<LeadStatus>> leadStatuses(sql::Connection &connection)
{
    return loadAll<LeadStatus>(connection, {{}, {}, u"position, id"_s});
}

Result<LeadStatus> statusOfType(sql::Connection &connection, LeadState type)
{
    HEADWAY_TRY(statuses, leadStatuses(connection));
    HEADWAY_CHECK(checkLeadStatuses(statuses));
    return *leadStatusOf(type, statuses);
}

Result<> beginLead(sql::Connection &connection, Row &lead)
{
    Value &status = lead[size_t(entityInfo(EntityKind::Lead).indexOf(u"status_id"))];
    if (!isNull(status))
        return {};
    HEADWAY_TRY(statuses, leadStatuses(connection));
    status = Codec<LeadStatusId>::read(beginningStatus(statuses));
    return {};
}

namespace {

bool isStepTyped(const std::vector<FieldDelta> &elsewhere)
{
    const EntityInfo &info = entityInfo(EntityKind::Lead);
    return std::any_of(elsewhere.begin(), elsewhere.end(), [&info](const FieldDelta &delta) {
        return isNextStep(EntityKind::Lead, info.field(delta.field));
    });
}

} // namespace

Result<std::vector<Change>> firstStepChanges(sql::Connection &connection, const Row &row,
                                             const std::vector<FieldDelta> &elsewhere, const Actor &actor)
{
    const Lead lead = fromRow<Lead>(row);
    if (!lead.status || isStepTyped(elsewhere))
        return std::vector<Change>();
    HEADWAY_TRY(status, load<LeadStatus>(connection, lead.status));
    return nextStepChanges(connection, {EntityKind::Lead, -1}, row,
                           stepOnEntry(status, actor.now, zoneOf(actor)), actor);
}

Result<std::vector<Change>> stepOnEntryChanges(sql::Connection &connection, const Record &lead,
                                               const std::vector<FieldDelta> &own,
                                               const std::vector<FieldDelta> &elsewhere, const Actor &actor)
{
    const Lead before = as<Lead>(lead);
    const Lead after = fromRow<Lead>(rowAfter(lead.row, own));
    if (!after.status || before.status == after.status || before.nextActivity || isStepTyped(elsewhere))
        return std::vector<Change>();
    HEADWAY_TRY(status, load<LeadStatus>(connection, after.status));
    return nextStepChanges(connection, lead.ref, toRow(after), stepOnEntry(status, actor.now, zoneOf(actor)),
                           actor);
}

Result<std::vector<Change>> outcomeChanges(sql::Connection &connection, const Activity &done,
                                           const std::vector<EntityRef> &links, FollowUp followUp,
                                           const Actor &actor)
{
    std::vector<Change> changes;
    if (done.state != ActivityState::Done || !done.outcome)
        return changes;
    std::vector<LeadStatus> statuses;
    Outcome outcome;
    for (const EntityRef &link : links) {
        if (link.kind != EntityKind::Lead || link.id <= 0)
            continue;
        if (statuses.empty()) {
            HEADWAY_TRY(all, leadStatuses(connection));
            HEADWAY_TRY(ended, load<Outcome>(connection, done.outcome));
            statuses = std::move(all);
            outcome = std::move(ended);
        }
        HEADWAY_TRY(record, load(connection, link));
        const Lead lead = as<Lead>(record);
        const LeadStatus *to = record.deletedAt ? nullptr : statusAfter(lead, outcome, statuses);
        if (!to)
            continue;
        Lead after = lead;
        after.status = to->id;
        changes.push_back(update(lead, after));
        if (lead.nextActivity || followUp == FollowUp::Planned)
            continue;
        HEADWAY_TRY(step,
                    nextStepChanges(connection, link, toRow(after),
                                    stepOnEntry(*to, actor.now, zoneOf(actor)), actor));
        changes.insert(changes.end(), step.begin(), step.end());
    }
    return changes;
}

} // namespace headway::store
