// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows/dealmoney.h"

#include "domain/text/currencytable.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr int usualDecimals = 2;

QString currenciesWithDecimals(int decimals)
{
    QStringList quoted;
    for (const QString &code : currencyCodes()) {
        if (currencyDecimals(code).value_or(usualDecimals) == decimals)
            quoted += u'\'' + code + u'\'';
    }
    return quoted.join(u", "_s);
}

// How many of the common unit one minor unit is: "100" for cents.
QString minorUnit(int decimals)
{
    return u'1' + QString(mostCurrencyDecimals - decimals, u'0');
}

// CASE … END: the minor unit of each currency.
QString minorUnits()
{
    QString text = u"CASE"_s;
    for (const int decimals : {0, 3, mostCurrencyDecimals})
        text += u" WHEN %1 IN ("_s + currenciesWithDecimals(decimals) + u") THEN "_s + minorUnit(decimals);
    return text + u" ELSE "_s + minorUnit(usualDecimals) + u" END"_s;
}

} // namespace

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

// As a number of any size: a large amount of yen does not fit into 64 bits.
QString amountExpression(const QString &column, const QString &currency)
{
    static const QString units = minorUnits();
    return u"(CAST("_s + column + u" AS NUMERIC) * "_s + QString(units).replace(u"%1"_s, currency) + u')';
}

} // namespace headway::store
