// SPDX-License-Identifier: GPL-3.0-or-later
// Sums in several currencies for narrow places. Pure; GUI thread.
#pragma once

#include "app/text/display.h"
#include "domain/records/totals.h"

#include <QStringList>

namespace headway::ui {

enum class Sum { Whole, Weighted };

// "€1.2 M + $300 k": one short sum for each of the first `most` currencies; for the others only their number,
// "€1.2 M and 3 more". Currencies that sum up to nothing are left out, unless all do.
QString compactAmounts(const app::Display &display, const std::vector<MoneySum> &sums, Sum sum, size_t most);

// The same, and then the same in shorter and shorter forms: "€24,700 + $900", "€24.7 k + $900", "€25 k + $900".
QStringList compactForms(const app::Display &display, const std::vector<MoneySum> &sums, Sum sum,
                         size_t most);

} // namespace headway::ui
