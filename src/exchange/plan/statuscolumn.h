// SPDX-License-Identifier: GPL-3.0-or-later
// Deals whose only column of the kind is "Status", with the names of stages in it, as in tables that people draw up
// themselves. Pure; any thread; nothing fails.
#pragma once

#include "exchange/plan/importplan.h"

namespace headway::exchange {

// Takes such a column as the stage, if no column is that. `rows` are some of the file's: more words of it have to be
// unknown than mean that a deal is open or waits, since won and lost are stages as well. Not what `map` says.
void takeStatusAsStage(ImportPlan &plan, const std::vector<MapRule> &map,
                       const std::vector<QStringList> &rows);

} // namespace headway::exchange
