// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a lead that is converted: a company, a person and a deal, each of them new, one that is there
// already, or none. Pure functions over loaded values; any thread. docs/decisions/0025-conversion.md says why so.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/alikerecord.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"
#include "domain/result.h"

#include <array>
#include <vector>

namespace headway {

enum class ConversionWay { New, Link, None };

// What becomes of one of the three.
struct ConversionPart {
    ConversionWay way = ConversionWay::None;
    Row row = {};                // New: the record as it will be
    qint64 record = 0;           // Link: its id
    std::vector<int> taken = {}; // Link: its fields that get what the lead says
};

// kinds: what a lead is converted to, in the order in which they are made
inline constexpr std::array conversionKinds{EntityKind::Company, EntityKind::Contact, EntityKind::Deal};

struct Conversion {
    LeadId lead = {};
    std::array<ConversionPart, conversionKinds.size()> parts = {};

    // `kind` is one of conversionKinds.
    ConversionPart &part(EntityKind kind) { return parts[placeOf(kind)]; }
    const ConversionPart &part(EntityKind kind) const { return parts[placeOf(kind)]; }

    static size_t placeOf(EntityKind kind); // in conversionKinds
};

// A record of `kind`, one of conversionKinds, with all that the lead says of it; `custom` are the book's own fields,
// of which one of the same name and type takes the lead's value.
Row rowFromLead(const Lead &lead, EntityKind kind, const std::vector<CustomField> &custom);

// As it is proposed: a company if the lead names one, a person if it names one, and a deal, all of them new.
Conversion proposedConversion(const Lead &lead, const std::vector<CustomField> &custom);

// A field of a record that is there, of which the lead says something else.
struct LeadSays {
    int field = 0;
    bool isLacking = false; // the record says nothing: it is filled unless somebody chooses otherwise

    bool operator==(const LeadSays &) const = default;
};
// `fromLead` is a row of rowFromLead(). Whose the record is and where it came from is offered only if it is not known.
std::vector<LeadSays> leadSays(EntityKind kind, const Row &fromLead, const Row &record);
// Of these the ones that fill what the record lacks.
std::vector<int> lackingIn(const std::vector<LeadSays> &says);

// A record that is there, to which one part of the lead may be linked.
struct ConversionCandidate {
    SearchHit hit = {};
    std::vector<AlikeBy> by = {};    // of people and companies; empty for deals
    std::vector<LeadSays> says = {}; // what it does not say, or otherwise
    Row row = {};                    // as it is
};

// What a lead may become. `proposed` links to who is surely the same (an e-mail address, a number, a web page, the name of
// a company), else makes new records.
struct ConversionOffer {
    Lead lead = {};
    Conversion proposed = {};
    // Of conversionKinds, the likeliest first; of deals the open ones of those companies and people.
    std::array<std::vector<ConversionCandidate>, conversionKinds.size()> candidates = {};

    std::vector<ConversionCandidate> &candidatesOf(EntityKind kind)
    {
        return candidates[Conversion::placeOf(kind)];
    }
    const std::vector<ConversionCandidate> &candidatesOf(EntityKind kind) const
    {
        return candidates[Conversion::placeOf(kind)];
    }
    // The one that `proposed` links to; null if it links to none.
    const ConversionCandidate *linked(EntityKind kind) const;
};

// The change of a record that is there; without fields if nothing is taken, so that it is a conflict if somebody deletes
// it meanwhile. Of what the lead does not say nothing is taken, of own fields only those that the record lacks. A wish not to
// be called or written to is always taken over, and never given up.
Change takenOver(const Record &record, const Row &fromLead, const std::vector<int> &taken);

// Conflict if the lead was converted already.
Result<> checkUnconverted(const Lead &lead);
// Invalid if nothing would become of the lead.
Result<> checkParts(const Conversion &conversion);

// The field of a lead that leads to what one part became.
QString convertedField(EntityKind kind);

// The ids of what became of it, 0 for none; negative ones stand for new records of the same Edit.
struct Converted {
    CompanyId company = {};
    ContactId contact = {};
    DealId deal = {};
};
// `status` is one of the type converted.
Change markedConverted(const Lead &lead, const LeadStatus &status, const Converted &into, Instant now);

} // namespace headway
