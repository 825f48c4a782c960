// SPDX-License-Identifier: GPL-3.0-or-later
// Search as you type over every kind: each typed word has to occur in a record, or begin one of its words.
// On the connection's thread, interruptible; fails as the connection fails.
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

// The same for one kind: contact, company, lead or deal.
Result<std::vector<SearchHit>> searchKind(sql::Connection &connection, EntityKind kind, const QString &typed,
                                          int most);

} // namespace headway::store
