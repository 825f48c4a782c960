// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of repair.h's repairBook(); each looks for its own flaws and mends them. Known to repair*.cpp
// only.
#pragma once

#include "store/commit/commit.h"

namespace headway::store {

// Indexes of ours that are not there.
Result<> makeMissingIndexes(sql::Connection &connection);
// What steps say of themselves: how many changes they made, and which of them are taken back.
Result<> recountSteps(sql::Connection &connection);
// A step that says what the history left out, so that it leads to the present.
Result<> completeHistory(sql::Connection &connection, const Actor &actor);
// Links to nothing, and deals that do not agree with their stage or their stage visits: one step.
Result<> mendRecords(sql::Connection &connection, const Actor &actor);
// Fields that follow from others, and the search.
Result<> deriveAgain(sql::Connection &connection);

} // namespace headway::store
