// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/totals.h"

#include <algorithm>
#include <limits>

namespace headway {

namespace {

qint64 sumOf(qint64 a, qint64 b)
{
    qint64 sum = 0;
    if (!__builtin_add_overflow(a, b, &sum))
        return sum;
    return a < 0 ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
}

} // namespace

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
    std::sort(sums.begin(), sums.end(), [](const MoneySum &a, const MoneySum &b) {
        return a.minor != b.minor ? a.minor > b.minor : a.currency < b.currency;
    });
}

} // namespace headway
