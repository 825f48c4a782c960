// SPDX-License-Identifier: GPL-3.0-or-later
// The book's statuses of leads, and giving a lead up, for good or until a day. Pure functions over loaded values; any
// thread. What a lead becomes otherwise is conversion.h.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"
#include "domain/result.h"
#include "domain/rules/nextstep.h"

#include <QDate>
#include <QTimeZone>

#include <vector>

namespace headway {

// Below, `statuses` are those of the book, in their order.

// The first active one of the type; null if there is none.
const LeadStatus *leadStatusOf(LeadState type, const std::vector<LeadStatus> &statuses);
// The one in which a new lead begins: the first open one; none if there is none.
LeadStatusId beginningStatus(const std::vector<LeadStatus> &statuses);
// The one that other systems call by a word of that code (firstLeadStatuses); null if the book has none of its type.
const LeadStatus *leadStatusCoded(QStringView code, const std::vector<LeadStatus> &statuses);
// Open for one that is not among them.
LeadState stateOf(LeadStatusId status, const std::vector<LeadStatus> &statuses);

// How long a lead has been in its status.
struct LeadStay {
    qint64 days = 0;       // whole ones, by the calendar of `zone`
    bool isRotten = false; // longer than the status allows, without a step to come, though it is not closed
};
// `createdAt` is the lead's; it has been there since then if it was never moved.
LeadStay stayOf(const Lead &lead, Instant createdAt, const LeadStatus &status, Instant now,
                const QTimeZone &zone);

// A book needs an active status of each type that the program itself puts leads into: for new ones, and for those that
// sleep, are given up or converted. Invalid if one is lacking.
Result<> checkLeadStatuses(const std::vector<LeadStatus> &statuses);

// The status into which a call or talk that ended so moves a lead; null if it stays where it is. It goes forward only,
// by the order of the statuses, and moves no lead that is disqualified or converted.
const LeadStatus *statusAfter(const Lead &lead, const Outcome &outcome,
                              const std::vector<LeadStatus> &statuses);

// What is planned for a lead without a next step that gets into the status at `now`; empty if nothing is.
TypedStep stepOnEntry(const LeadStatus &status, Instant now, const QTimeZone &zone);

// A lead that does not fit, with the reason; a note stands in its timeline. It wakes up no more. `status` is one of that
// type; a lead that is in another one of the type stays there.
Edit disqualify(const Lead &lead, const LeadStatus &status, const LostReason &reason, const QString &note,
                const Actor &actor);
// A lead that nobody works on until a day. What brings it back is a step planned for that day, which the caller adds.
Edit putToSleep(const Lead &lead, const LeadStatus &status, QDate until);

// A lead in another status that asks for nothing; it is given up, and sleeps, no more, unless that is of the same type.
Edit moveLead(const Lead &lead, const LeadStatus &status);

// What a status asks of leads that are put there by hand: why they are given up; until when they sleep, and what is to be
// done then.
struct LeadTransition {
    LostReasonId reason = {};
    QString note = {};
    QDate until = {};
    QString step = {};
};
// Whether it asks for anything, of a lead that comes from one of another type.
bool asksOnEntry(const LeadStatus &status, LeadState from);

// Invalid for a day that is not to come.
Result<> checkSleepUntil(QDate until, QDate today);

} // namespace headway
