// SPDX-License-Identifier: GPL-3.0-or-later
// Converting leads: what may become of one, and the edit that does it. See actions.h for threads and errors; the rules
// are in domain/rules/conversion.h.
#pragma once

#include "domain/changes/change.h"
#include "domain/result.h"
#include "domain/rules/conversion.h"
#include "domain/rules/leads.h"
#include "sql/connection.h"

namespace headway::store {

// What the lead may become. Sure: for who only takes what is proposed, without the other candidates. Conflict if it was
// converted already.
enum class OfferExtent { All, Sure };
[[nodiscard]] Result<ConversionOffer> conversionOffer(sql::Connection &connection, LeadId lead,
                                                      OfferExtent extent = OfferExtent::All);

// A record as a candidate, whoever found it; NotFound if it is gone. `fromLead` as of rowFromLead().
[[nodiscard]] Result<ConversionCandidate> candidateFor(sql::Connection &connection, EntityRef record,
                                                       const Row &fromLead);

// Converts a lead in one step: makes what is new, fills in what is taken, and gives everything of the lead along, by
// link or, where it has one owner, as a copy: activities to all of them; e-mail addresses, numbers and pages to the
// person, or to the company where there is none; the address to the company, or to the person; tags to the person and
// the deal. A person of another company stays there, and gets a role in this one. What a linked record has already is not
// added again. Invalid if nothing would become of the lead, or something lacks what its kind needs.
[[nodiscard]] Result<Edit> convertLeadEdit(sql::Connection &connection, const Conversion &conversion,
                                           const Actor &actor);

// Puts leads into a status, as one step: with what it asks of those that come from one of another type, and what it plans
// for those that have nothing to do next. Those that are there already stay as they are. Invalid if an answer is lacking,
// and for a status of converted leads, which are what conversions make; Conflict for leads that were converted.
[[nodiscard]] Result<Edit> moveLeadsEdit(sql::Connection &connection, const std::vector<LeadId> &leads,
                                         LeadStatusId to, const LeadTransition &transition,
                                         const Actor &actor);
// Gives a lead up; Invalid if the reason asks for a note and there is none, Conflict if it was converted.
[[nodiscard]] Result<Edit> disqualifyLeadEdit(sql::Connection &connection, LeadId lead, LostReasonId reason,
                                              const QString &note, const Actor &actor);
// Puts a lead to sleep until a day, on which its next step is to be looked at again: `step` is what that is called. One
// that has a step already has it moved there. Invalid for a day that is not to come, and without a step.
[[nodiscard]] Result<Edit> sleepLeadEdit(sql::Connection &connection, LeadId lead, QDate until,
                                         const QString &step, const Actor &actor);

} // namespace headway::store
