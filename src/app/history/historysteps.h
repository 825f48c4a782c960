// SPDX-License-Identifier: GPL-3.0-or-later
// Steps of a book as the history lists them. On a reader's thread; fails as the connection fails.
#pragma once

#include "store/commit/changelog.h"

#include <vector>

namespace headway::app {

struct HistoryStep {
    Operation operation = {};
    int lines = 0; // that a user changed; more than mostHistoryLines: too many to count
};

// At most `most` steps before `before` (0: the very newest), newest first, in two statements.
Result<std::vector<HistoryStep>> historySteps(sql::Connection &connection, const store::StepFilter &filter,
                                              qint64 before, int most);

} // namespace headway::app
