// SPDX-License-Identifier: GPL-3.0-or-later
// How many records there are and what they sum up to, separately for each currency: amounts of different
// currencies are never added. Pure values; any thread; nothing fails.
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

// Whether `a` comes before `b`: as they are written, since there are no rates, and as lists are sorted by an amount:
// 5,000 euros are more than 1,000 Kuwaiti dinars. Equal ones by currency.
bool isLarger(const MoneySum &a, const MoneySum &b);

// Adds to the sum of that currency. The sums stay ordered, the largest first. Sums that overflow, in a book whose
// amounts break validate(), are capped at the largest number.
void addSum(std::vector<MoneySum> &sums, const MoneySum &sum);

// Totals of all records that match the filter, not only of those loaded.
struct Totals {
    qint64 count = 0;
    std::vector<MoneySum> sums = {}; // one per currency, the largest first; kinds with an amount only

    bool operator==(const Totals &) const = default;
};

} // namespace headway
