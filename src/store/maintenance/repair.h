// SPDX-License-Identifier: GPL-3.0-or-later
// Mends what a check finds, as far as that loses nothing: what is derived is derived again, an index that
// is missing is made, the history is completed where it does not lead to the present, and what changes
// records is one step that can be taken back. The writer's thread; fails as the connection fails or when
// cancelled, keeping what was mended by then.
#pragma once

#include "domain/changes/change.h"
#include "store/commit/commit.h"
#include "store/maintenance/check.h"

namespace headway::store {

struct RepairReport {
    std::vector<Sentence> done = {}; // a sentence for each sort of flaw that is gone
    CheckReport left = {};           // what the check finds now
};

// `progress` hears parts done of all, of each check by itself.
Result<RepairReport> repairBook(sql::Connection &connection, const Actor &actor, const Progress &progress);

} // namespace headway::store
