// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of repairBook() in repair.h; each looks for its own flaws and repairs them. Used by repair*.cpp
// only.
#pragma once

#include "store/commit/commit.h"

namespace headway::store {

// Creates the missing indexes of our schema.
Result<> makeMissingIndexes(sql::Connection &connection);
// Corrects the number of changes of each step, and the marks of those that are undone.
Result<> recountSteps(sql::Connection &connection);
// Adds a step with the changes that are missing from the history, so that it leads to the present.
Result<> completeHistory(sql::Connection &connection, const Actor &actor);
// Removes links to nothing, and corrects deals that do not agree with their stage or their visits: one
// step.
Result<> mendRecords(sql::Connection &connection, const Actor &actor);
// Recomputes derived fields and the search text.
Result<> deriveAgain(sql::Connection &connection);

} // namespace headway::store
