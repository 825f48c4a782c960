// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leads/leadedits.h"

#include "store/actions/leadactions.h"

namespace headway::app {

Ticket readConversion(Workspace &workspace, QObject *context, LeadId lead,
                      std::function<void(Result<ConversionOffer>)> then)
{
    return workspace.read<ConversionOffer>(
        context, [lead](sql::Connection &connection) { return store::conversionOffer(connection, lead); },
        std::move(then));
}

Ticket readCandidate(Workspace &workspace, QObject *context, EntityRef record, const Row &fromLead,
                     std::function<void(Result<ConversionCandidate>)> then)
{
    return workspace.read<ConversionCandidate>(
        context,
        [record, fromLead](sql::Connection &connection) {
            return store::candidateFor(connection, record, fromLead);
        },
        std::move(then));
}

void convertLead(Workspace &workspace, QObject *context, const Conversion &conversion,
                 Workspace::Committed then)
{
    workspace.submit(
        context,
        [conversion, actor = workspace.actor()](sql::Connection &connection) {
            return store::convertLeadEdit(connection, conversion, actor);
        },
        std::move(then));
}

void disqualifyLead(Workspace &workspace, QObject *context, LeadId lead, LostReasonId reason,
                    const QString &note, Workspace::Committed then)
{
    workspace.submit(
        context,
        [lead, reason, note, actor = workspace.actor()](sql::Connection &connection) {
            return store::disqualifyLeadEdit(connection, lead, reason, note, actor);
        },
        std::move(then));
}

void putLeadToSleep(Workspace &workspace, QObject *context, LeadId lead, QDate until, const QString &step,
                    Workspace::Committed then)
{
    workspace.submit(
        context,
        [lead, until, step, actor = workspace.actor()](sql::Connection &connection) {
            return store::sleepLeadEdit(connection, lead, until, step, actor);
        },
        std::move(then));
}

EntityRef convertedIn(const ChangeSet &set)
{
    EntityRef into;
    for (const Change &change : set.changes) {
        if (change.ref.kind != EntityKind::Lead)
            continue;
        for (const EntityKind kind : conversionKinds) { // the deal comes last
            const FieldDelta *delta = deltaOf(change, convertedField(kind));
            if (delta && integerOf(delta->after))
                into = {kind, integerOf(delta->after)};
        }
    }
    return into;
}

} // namespace headway::app
