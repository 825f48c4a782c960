// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filtermoney.h"

#include "domain/query/filtertokens.h"
#include "domain/text/currencytable.h"
#include "domain/text/nearest.h"
#include "domain/text/numbertext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

QStringList codesOf(const QString &typed)
{
    const QString code = typed.toUpper();
    if (currencyDecimals(code))
        return {code};
    return currenciesWithSymbol(typed);
}

bool isNumber(const QString &text)
{
    return parseNumber(text, NumberStyle{u'.', u','}).has_value();
}

// A full stop is not among them: that of "kr.500" is no decimal mark.
bool isOfNumber(QChar c)
{
    return c.isDigit() || c == u'(' || c == u')' || c == u'+' || c == u'-';
}

struct Split {
    QString number = {};
    QStringList codes = {};
};

// A currency before the number or behind it; as it is if there is none.
Split splitAmount(const QString &text)
{
    if (isNumber(text))
        return {text, {}};
    const auto *const first = std::find_if(text.begin(), text.end(), &isOfNumber);
    if (const auto codes = codesOf(text.left(first - text.begin()).trimmed()); !codes.isEmpty())
        return {text.mid(first - text.begin()).trimmed(), codes};
    const auto last = std::find_if(text.rbegin(), text.rend(), &isOfNumber);
    for (qsizetype end = text.rend() - last; end < text.size(); ++end) { // "5k eur": k is of the number
        const QStringList codes = codesOf(text.mid(end).trimmed());
        if (!codes.isEmpty() && isNumber(text.left(end).trimmed()))
            return {text.left(end).trimmed(), codes};
    }
    return {text, {}};
}

} // namespace

Result<QStringList> currenciesNamed(const QStringList &values)
{
    QStringList codes;
    for (const QString &value : values) {
        const QStringList named = codesOf(value.trimmed());
        if (named.isEmpty())
            return failure(ErrorCode::Invalid,
                           Sentence::tr("There is no currency %1.%2")
                               .arg(Quoted{value}, didYouMean(value.toUpper(), currencyCodes())));
        codes += named;
    }
    codes.removeDuplicates();
    return codes;
}

Result<QStringList> takeCurrency(QStringList &values)
{
    QStringList taken;
    bool isFirst = true;
    for (QString &value : values) {
        const QLatin1StringView sign = isFirst ? signAt(value).text : QLatin1StringView();
        isFirst = false;
        QStringList bounds;
        for (const QString &bound : value.mid(sign.size()).split(".."_L1)) {
            const Split split = splitAmount(bound.trimmed());
            if (!split.codes.isEmpty() && split.number.isEmpty())
                return failure(ErrorCode::Invalid,
                               Sentence::tr("The amount goes right behind its currency, or with it into "
                                            "quotation marks."));
            if (!split.codes.isEmpty() && !taken.isEmpty() && taken != split.codes)
                return failure(ErrorCode::Invalid,
                               Sentence::tr("Amounts of one currency only fit into a condition."));
            if (!split.codes.isEmpty())
                taken = split.codes;
            bounds += split.number;
        }
        if (!taken.isEmpty())
            value = sign + bounds.join(".."_L1);
    }
    return taken;
}

} // namespace headway
