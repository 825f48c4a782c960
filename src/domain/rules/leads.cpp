// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/leads.h"

#include "domain/changes/stepwords.h"
#include "domain/records/activity.h"
#include "domain/rules/activities.h"
#include "domain/text/quoted.h"

namespace headway {

Edit disqualify(const Lead &lead, const LostReason &reason, const QString &note, const Actor &actor)
{
    Lead after = lead;
    after.status = LeadStatus::Disqualified;
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

Edit putToSleep(const Lead &lead, QDate until)
{
    Lead after = lead;
    after.status = LeadStatus::Nurture;
    after.recycleOn = until;
    after.disqualifyReason = {};
    return {.label = Sentence(steps::leadPutToSleep).arg(Quoted{lead.name}, until),
            .changes = {update(lead, after)}};
}

Result<> checkSleepUntil(QDate until, QDate today)
{
    if (until.isValid() && until > today)
        return {};
    return failure(ErrorCode::Invalid,
                   Sentence::tr("A lead sleeps until a day to come: tomorrow, +30d, 2027-01-15."));
}

} // namespace headway
