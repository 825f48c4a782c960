// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a cell holds figures: what is no name of a column, and may stand in a row of sums. Pure; any thread; nothing
// fails.
#pragma once

#include <QString>

namespace headway::exchange {

// A number, an amount in any currency, a percentage, a day, a span of days.
[[nodiscard]] bool isFigure(const QString &cell);

} // namespace headway::exchange
