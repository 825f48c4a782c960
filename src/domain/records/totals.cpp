// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/totals.h"

#include "domain/text/currencytable.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace headway {

namespace {

qint64 sumOf(qint64 a, qint64 b)
{
    qint64 sum = 0;
    if (!__builtin_add_overflow(a, b, &sum))
        return sum;
    return a < 0 ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
}

// Whole units, and the rest in units of 10^-mostCurrencyDecimals.
std::pair<qint64, qint64> asWritten(const MoneySum &sum)
{
    constexpr int usualDecimals = 2;
    const int decimals = currencyDecimals(sum.currency).value_or(usualDecimals);
    qint64 unit = 1;
    qint64 rest = 1;
    for (int i = 0; i < mostCurrencyDecimals; ++i)
        (i < decimals ? unit : rest) *= 10;
    return {sum.minor / unit, sum.minor % unit * rest};
}

} // namespace

bool isLarger(const MoneySum &a, const MoneySum &b)
{
    const auto one = asWritten(a);
    const auto other = asWritten(b);
    return one != other ? one > other : a.currency < b.currency;
}

void addSum(std::vector<MoneySum> &sums, const MoneySum &sum)
{
    const auto same = std::find_if(sums.begin(), sums.end(),
                                   [&](const MoneySum &each) { return each.currency == sum.currency; });
    if (same == sums.end()) {
        sums.push_back(sum);
    } else {
        same->minor = sumOf(same->minor, sum.minor);
        same->weighted = sumOf(same->weighted, sum.weighted);
    }
    std::sort(sums.begin(), sums.end(), isLarger);
}

} // namespace headway
