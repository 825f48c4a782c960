// SPDX-License-Identifier: GPL-3.0-or-later
// The child and related records of a record: its contact points, its tags, the people and products of a
// deal, the deals and contacts of a company. For the detail pane and `show`. On the connection's thread;
// fails as the connection fails.
#pragma once

#include "domain/records/loadedrecord.h"
#include "domain/result.h"
#include "store/reading/lists.h"

#include <map>
#include <vector>

namespace headway::store {

// At most `most` of each kind.
Result<RelatedRecords> relatedTo(sql::Connection &connection, EntityRef record, int most);

// The contacts of a company with a name in which each typed word begins one, by name.
Result<std::vector<EntityRef>> contactsNamed(sql::Connection &connection, CompanyId company,
                                             const QString &typed, int most);

} // namespace headway::store
