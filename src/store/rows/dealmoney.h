// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts, and the value of a deal, as SQL. Pure values; nothing fails.
#pragma once

#include <QString>

namespace headway::store {

// SQL for a deal's effective probability, and its weighted value: `d` is the deal, `s` its stage. The same
// rules, and the same rounding, as in domain/rules/deals.h.
QString probabilityExpression();
QString weightedExpression();

// SQL for an amount as it is written, in units of 10^-mostCurrencyDecimals whatever its currency: by it, amounts are
// sorted and compared until there are rates. 5,000 euros are more than 1,000 Kuwaiti dinars, and 10,000 yen more than
// either. Of deals it is in the index deal_by_amount, in these words.
QString amountExpression(const QString &column, const QString &currency);

} // namespace headway::store
