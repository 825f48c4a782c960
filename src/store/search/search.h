// SPDX-License-Identifier: GPL-3.0-or-later
// Search as you type over every kind: each typed word has to occur in a record, or begin one of its words; those that
// are called so come before those that are found by what stands beside their names (city, company, tags, own fields).
// "id:zoho-17" finds what the system zoho calls 17 (externalids.h). On the connection's thread, interruptible;
// fails as the connection fails.
#pragma once

#include "domain/fields/entity.h"
#include "domain/records/searchhit.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <QString>

#include <vector>

namespace headway::store {

// The best `most` hits among contacts, companies, leads and deals, then activities: those whose title
// begins with the words first, then the newest.
Result<std::vector<SearchHit>> search(sql::Connection &connection, const QString &typed, int most);

// The same by kinds, for a window: of each kind the best `most` and how many there are beside them, of the
// newest matches if there are very many. The kind with the best hit comes first; those that are alike in the
// order deals, people, companies, leads. Activities come last.
Result<std::vector<SearchGroup>> searchGroups(sql::Connection &connection, const QString &typed, int most);

// The same for one kind, contact, company, lead or deal, and only of those that are called so: who fills in a field
// takes the first hit, and who types the name of a new company does not mean one that is in a town of that name.
Result<std::vector<SearchHit>> searchKind(sql::Connection &connection, EntityKind kind, const QString &typed,
                                          int most);

// What a search would show of these records, a few dozen, in their order; removed ones are left out.
Result<std::vector<SearchHit>> hitsOf(sql::Connection &connection, const std::vector<EntityRef> &records);

} // namespace headway::store
