// SPDX-License-Identifier: GPL-3.0-or-later
// What columns say of each other and of themselves: "Phone 1 - Type" tells what kind of number stands in "Phone 1 -
// Value", 0.4 that probabilities are fractions, "Duration (min)" what 15 is. Pure; any thread; nothing fails.
#pragma once

#include "exchange/plan/importplan.h"

namespace headway::exchange {

// Gives each column of numbers, of addresses (of mail and of places) and of links to any record the column that labels
// it ("Phone 1 - Type", "Parent Type"), which is then imported with it.
void attachLabels(ImportPlan &plan);

// "Phone 3 - Value", "Mobil 4", "E-mail 2 Address": what stands before the number, which says nothing. Empty if there is
// none, or something else behind it.
[[nodiscard]] QString beforeNumber(const QString &header);

// How columns of percentages and of durations are meant; `rows` are some of the file's.
void detectUnits(ImportPlan &plan, const std::vector<QStringList> &rows, const CellStyle &style);

} // namespace headway::exchange
