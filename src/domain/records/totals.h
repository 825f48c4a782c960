// SPDX-License-Identifier: GPL-3.0-or-later
// How many records there are and what they add up to, in each currency by itself: amounts of two currencies
// are never added. Pure values; any thread; nothing fails.
#pragma once

#include <QString>

#include <vector>

namespace headway {

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

} // namespace headway
