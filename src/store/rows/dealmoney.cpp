// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows/dealmoney.h"

using namespace Qt::StringLiterals;

namespace headway::store {

QString probabilityExpression()
{
    return u"CASE s.type WHEN 'won' THEN 100 WHEN 'lost' THEN 0"
           " ELSE coalesce(d.probability_override, s.probability) END"_s;
}

QString weightedExpression()
{
    const QString product = u"(d.amount * coalesce(d.probability_override, s.probability))"_s;
    // Half to even: exactly at a half, the quotient is even every 200.
    return u"CASE s.type WHEN 'won' THEN d.amount WHEN 'lost' THEN d.amount * 0 ELSE ("_s + product
        + u" + CASE WHEN "_s + product + u" % 200 = 50 THEN 49 WHEN "_s + product
        + u" % 200 = -50 THEN -49 WHEN d.amount < 0 THEN -50 ELSE 50 END) / 100 END"_s;
}

} // namespace headway::store
