// SPDX-License-Identifier: GPL-3.0-or-later
// What columns say of each other and of themselves: "Phone 1 - Type" tells what kind of number stands in "Phone 1 -
// Value", 0.4 that probabilities are fractions, "Duration (min)" what 15 is. Pure; any thread; nothing fails.
#pragma once

#include "exchange/plan/importplan.h"

namespace headway::exchange {

// Gives each column of numbers and addresses the column that labels it, which is then imported with it.
void attachLabels(ImportPlan &plan);

// The target of "Phone 3 - Value", "E-mail 4", "Website 2 - Value": the number says nothing. Empty if it is none.
QString numberedReach(const QString &header);

// How columns of percentages and of durations are meant; `rows` are some of the file's.
void detectUnits(ImportPlan &plan, const std::vector<QStringList> &rows, const CellStyle &style);

} // namespace headway::exchange
