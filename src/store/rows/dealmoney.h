// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of money by currency, and what a deal is worth as SQL. Pure values; nothing fails.
#pragma once

#include <QString>

#include <vector>

namespace headway::store {

struct MoneySum {
    QString currency = {};
    qint64 minor = 0;
    qint64 weighted = 0; // deals only

    bool operator==(const MoneySum &) const = default;
};

// Adds to the sum of that currency. The largest stay first, equal ones by currency. Amounts beyond what a record
// may hold, in a book that breaks that rule, end at the largest number there is.
void addSum(std::vector<MoneySum> &sums, const MoneySum &sum);

// The truth of the whole filter, not of what is loaded.
struct Totals {
    qint64 count = 0;
    std::vector<MoneySum> sums = {}; // one per currency, the largest first; kinds with an amount only

    bool operator==(const Totals &) const = default;
};

// SQL for a deal's probability in force, and its weighted value: `d` is the deal, `s` its stage. The same
// rules, and the same rounding, as in domain/rules/deals.h.
QString probabilityExpression();
QString weightedExpression();

} // namespace headway::store
