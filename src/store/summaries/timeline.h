// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a record and what is planned: its activities. Its changes are in changelog.h. On the
// connection's thread; fails as the connection fails.
#pragma once

#include "domain/records/loadedrecord.h"
#include "domain/result.h"
#include "store/reading/lists.h"

#include <vector>

namespace headway::store {

struct Timeline {
    std::vector<LoadedRecord> planned = {}; // soonest first
    std::vector<LoadedRecord> past = {};    // newest first
};

// The activities planned on a record, soonest first.
Result<std::vector<LoadedRecord>> plannedOn(sql::Connection &connection, EntityRef record, int most);

Result<Timeline> timeline(sql::Connection &connection, EntityRef record, int most);

} // namespace headway::store
