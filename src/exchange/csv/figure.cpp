// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv/figure.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace headway::exchange {

// A span of days is written by boards below a column of days.
bool isFigure(const QString &cell)
{
    // Most cells are told before the expression is asked: it takes three times three letters at most.
    constexpr int mostLetters = 9;
    int letters = 0;
    bool hasDigit = false;
    for (const QChar c : cell) {
        letters += c.isLetter() ? 1 : 0;
        hasDigit = hasDigit || c.isDigit();
    }
    if (!hasDigit || letters > mostLetters)
        return false;
    static const QRegularExpression figure(
        u"^(?:[A-Z]{3} ?|[A-Z]{1,3}(?=\\$))?[\\d\\s.,:/+()\\p{Sc}%'’−–-]*\\d[\\d\\s.,:/+()\\p{Sc}%'’−–-]*"
        "(?: ?[A-Z]{3}| ?[kKM]| ?(?:zł|Kč|kr\\.?|Ft|lei|лв\\.?))?"
        "(?:\\s(?:to|bis|–|-|→)\\s[\\d\\s./:-]+)?$"_s);
    return figure.match(cell.trimmed()).hasMatch();
}

} // namespace headway::exchange
