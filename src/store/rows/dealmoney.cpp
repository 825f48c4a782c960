// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows/dealmoney.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace headway::store {

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

QString probabilityExpression()
{
    return u"CASE s.type WHEN 'won' THEN 100 WHEN 'lost' THEN 0"
           " ELSE coalesce(d.probability_override, s.probability) END"_s;
}

QString weightedExpression()
{
    const QString product = u"(d.amount * coalesce(d.probability_override, s.probability))"_s;
    // Half to even: at exactly a half the quotient is even every 200.
    return u"CASE s.type WHEN 'won' THEN d.amount WHEN 'lost' THEN d.amount * 0 ELSE ("_s + product
        + u" + CASE WHEN "_s + product + u" % 200 = 50 THEN 49 WHEN "_s + product
        + u" % 200 = -50 THEN -49 WHEN d.amount < 0 THEN -50 ELSE 50 END) / 100 END"_s;
}

} // namespace headway::store
