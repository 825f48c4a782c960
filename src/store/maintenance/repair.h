// SPDX-License-Identifier: GPL-3.0-or-later
// Repairs what a check finds, as far as nothing is lost by that: derived fields are recomputed, a missing
// index is created, the history is completed if it does not lead to the present, and changes of records are
// one step that can be undone. The writer's thread; fails as the connection fails or when cancelled,
// keeping the repairs made so far.
#pragma once

#include "domain/changes/change.h"
#include "store/commit/commit.h"
#include "store/maintenance/check.h"

namespace headway::store {

struct RepairReport {
    std::vector<Sentence> done = {}; // a sentence for each kind of flaw that was repaired
    CheckReport left = {};           // the flaws found after the repair
};

// `progress` gets the parts done of all, starting again for each check.
Result<RepairReport> repairBook(sql::Connection &connection, const Actor &actor, const Progress &progress);

} // namespace headway::store
