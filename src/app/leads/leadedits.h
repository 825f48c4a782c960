// SPDX-License-Identifier: GPL-3.0-or-later
// A window's way to what may become of a lead, and to making it so. GUI thread; `then` is called there.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/rules/conversion.h"

#include <functional>

namespace headway::app {

// Who is there already is looked for on a reader's thread; a ticket that is dropped forgets it.
Ticket readConversion(Workspace &workspace, QObject *context, LeadId lead,
                      std::function<void(Result<ConversionOffer>)> then);
// A record that was chosen beside those that are offered; `fromLead` as of rowFromLead().
Ticket readCandidate(Workspace &workspace, QObject *context, EntityRef record, const Row &fromLead,
                     std::function<void(Result<ConversionCandidate>)> then);

// As one step. Conflict if somebody was faster, or deleted what it should be linked to.
void convertLead(Workspace &workspace, QObject *context, const Conversion &conversion,
                 Workspace::Committed then);
// A lead that is given up, for good or until a day: see store/actions/leadactions.h.
void disqualifyLead(Workspace &workspace, QObject *context, LeadId lead, LostReasonId reason,
                    const QString &note, Workspace::Committed then);
void putLeadToSleep(Workspace &workspace, QObject *context, LeadId lead, QDate until, const QString &step,
                    Workspace::Committed then);
// What the lead became by such a step: the deal, else the person, else the company.
EntityRef convertedIn(const ChangeSet &set);

} // namespace headway::app
