// SPDX-License-Identifier: GPL-3.0-or-later
// disqualify, sleep: a lead that is given up, for good or until a day
#include "ctl/commands.h"

#include "ctl/kinds.h"
#include "ctl/step.h"
#include "ctl/typed.h"
#include "ctl/words.h"
#include "domain/records/record.h"
#include "store/actions/leadactions.h"

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

// "lead:17", "lead:Ada Byron"
Result<LeadId> leadNamed(sql::Connection &book, const QString &word)
{
    HEADWAY_TRY(ref, recordNamed(book, word));
    if (ref.kind != EntityKind::Lead)
        return failure(ErrorCode::Invalid, Sentence::tr("%1 is not a lead.").arg(wordOf(ref)));
    return LeadId{ref.id};
}

} // namespace

Result<ExitStatus> runDisqualify(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
    HEADWAY_TRY(actor, session.actor());
    HEADWAY_TRY(lead, leadNamed(*book, arguments.word(0)));
    if (!arguments.has(u"--reason"_s))
        return failure(ErrorCode::Invalid, Sentence::tr("Say why: --reason NAME."));
    HEADWAY_TRY(reason, recordNamed(*book, EntityKind::LostReason, arguments.value(u"--reason"_s)));
    HEADWAY_TRY(
        edit,
        store::disqualifyLeadEdit(*book, lead, LostReasonId{reason.id}, arguments.value(u"--note"_s), actor));
    return commitEdit(session, edit, actor);
}

Result<ExitStatus> runSleep(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
    HEADWAY_TRY(actor, session.actor());
    HEADWAY_TRY(lead, leadNamed(*book, arguments.word(0)));
    const EntityInfo &info = entityInfo(EntityKind::Lead);
    HEADWAY_TRY(day, typedDay(session, info.field(info.indexOf(u"recycle_on")), arguments.word(1)));
    const QString step =
        arguments.has(u"--step"_s) ? arguments.value(u"--step"_s) : Words::tr("Look at it again");
    HEADWAY_TRY(edit, store::sleepLeadEdit(*book, lead, day, step, actor));
    return commitEdit(session, edit, actor);
}

} // namespace headway::ctl
