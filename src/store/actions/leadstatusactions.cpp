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

Result<std::vector<Change>> stepOnEntryChanges(sql::Connection &connection, const Record &lead,
                                               const std::vector<FieldDelta> &own,
                                               const std::vector<FieldDelta> &elsewhere, const Actor &actor)
{
    const Lead before = as<Lead>(lead);
    const Lead after = fromRow<Lead>(rowAfter(lead.row, own));
    const bool isTyped = std::any_of(elsewhere.begin(), elsewhere.end(), [&lead](const FieldDelta &delta) {
        return isNextStep(EntityKind::Lead, lead.info().field(delta.field));
    });
    if (before.status == after.status || before.nextActivity || isTyped)
        return std::vector<Change>();
    if (!after.status)
        return std::vector<Change>();
    HEADWAY_TRY(status, load<LeadStatus>(connection, after.status));
    return nextStepChanges(connection, lead.ref, toRow(after), stepOnEntry(status, actor.now, zoneOf(actor)),
                           actor);
}

Result<std::vector<Change>> outcomeChanges(sql::Connection &connection, const Activity &done,
                                           const std::vector<EntityRef> &links)
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
    }
    return changes;
}

} // namespace headway::store
