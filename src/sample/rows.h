// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the records of a planned book, one function per kind, each in the order of ids. Called by
// generateSample() in the order of allEntityKinds(); fails when the writer does.
#pragma once

#include "sample/book.h"
#include "sample/samplewriter.h"

namespace headway::sample {

// listrows.cpp
Result<> writeDefaults(const Book &book, EntityKind kind, SampleWriter &writer);
Result<> writeTeams(const Book &book, SampleWriter &writer);
Result<> writeUsers(const Book &book, SampleWriter &writer);
Result<> writeTags(const Book &book, SampleWriter &writer);
Result<> writeProducts(const Book &book, SampleWriter &writer);
Result<> writeTagLinks(const Book &book, SampleWriter &writer);

// peoplerows.cpp
Result<> writeCompanies(const Book &book, SampleWriter &writer);
Result<> writeContacts(const Book &book, SampleWriter &writer);
Result<> writeLeads(const Book &book, SampleWriter &writer);
Result<> writeAffiliations(const Book &book, SampleWriter &writer);

// contactpointrows.cpp
Result<> writeContactPoints(const Book &book, SampleWriter &writer);
Result<> writeAddresses(const Book &book, SampleWriter &writer);

// dealrows.cpp
Result<> writeDeals(const Book &book, SampleWriter &writer);
Result<> writeDealContacts(const Book &book, SampleWriter &writer);
Result<> writeLineItems(const Book &book, SampleWriter &writer);
Result<> writeStageVisits(const Book &book, SampleWriter &writer);

// activityrows.cpp
Result<> writeActivities(const Book &book, SampleWriter &writer);
Result<> writeActivityLinks(const Book &book, SampleWriter &writer);
Result<> writeParticipants(const Book &book, SampleWriter &writer);

} // namespace headway::sample
