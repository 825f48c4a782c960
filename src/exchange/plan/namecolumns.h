// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of a column of people tell about how names are written in it. Pure; any thread; nothing fails.
#pragma once

#include "exchange/plan/importplan.h"

#include <vector>

namespace headway::exchange {

// Of the columns that name people other than the row's own: whether commas stand within names or between them.
void detectCommas(ImportPlan &plan, const std::vector<QStringList> &rows);

} // namespace headway::exchange
