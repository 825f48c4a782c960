// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to a record or stands beside it: the ways to reach it, its tags, the people and products
// of a deal, the deals and contacts of a company. For the detail pane and `show`. On the connection's
// thread; fails as it fails.
#pragma once

#include "domain/records/loadedrecord.h"
#include "domain/result.h"
#include "store/reading/lists.h"

#include <map>
#include <vector>

namespace headway::store {

// At most `most` of each kind.
Result<RelatedRecords> relatedTo(sql::Connection &connection, EntityRef record, int most);

} // namespace headway::store
