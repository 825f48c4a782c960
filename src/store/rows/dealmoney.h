// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of money by currency, and the value of a deal as SQL. Pure values; nothing fails.
#pragma once

#include <QString>

namespace headway::store {

// SQL for a deal's effective probability, and its weighted value: `d` is the deal, `s` its stage. The same
// rules, and the same rounding, as in domain/rules/deals.h.
QString probabilityExpression();
QString weightedExpression();

} // namespace headway::store
