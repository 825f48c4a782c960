// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the records of a planned book, one function a kind, each in the order of ids. Called by
// generateSample() in the order of allEntityKinds(); fails when the outlet does.
#pragma once

#include "sample/book.h"
#include "sample/samplewriter.h"

namespace headway::sample {

// listrows.cpp
Result<> writeDefaults(const Book &book, EntityKind kind, Outlet &outlet);
Result<> writeTeams(const Book &book, Outlet &outlet);
Result<> writeUsers(const Book &book, Outlet &outlet);
Result<> writeTags(const Book &book, Outlet &outlet);
Result<> writeProducts(const Book &book, Outlet &outlet);
Result<> writeTagLinks(const Book &book, Outlet &outlet);

// partyrows.cpp
Result<> writeCompanies(const Book &book, Outlet &outlet);
Result<> writeContacts(const Book &book, Outlet &outlet);
Result<> writeLeads(const Book &book, Outlet &outlet);
Result<> writeAffiliations(const Book &book, Outlet &outlet);

// reachrows.cpp
Result<> writeContactPoints(const Book &book, Outlet &outlet);
Result<> writeAddresses(const Book &book, Outlet &outlet);

// dealrows.cpp
Result<> writeDeals(const Book &book, Outlet &outlet);
Result<> writeDealContacts(const Book &book, Outlet &outlet);
Result<> writeLineItems(const Book &book, Outlet &outlet);
Result<> writeStageVisits(const Book &book, Outlet &outlet);

// activityrows.cpp
Result<> writeActivities(const Book &book, Outlet &outlet);
Result<> writeActivityLinks(const Book &book, Outlet &outlet);
Result<> writeParticipants(const Book &book, Outlet &outlet);

} // namespace headway::sample
