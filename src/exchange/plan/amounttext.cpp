// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/amounttext.h"

#include "domain/text/quoted.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

// The amount cut to `decimals`, and the digits that were cut off; none if there are no more of them.
struct Cut {
    QString text = {};
    QString spare = {};
};
std::optional<Cut> cutTo(const QString &text, QChar mark, int decimals)
{
    const qsizetype at = text.lastIndexOf(mark);
    if (at < 0)
        return std::nullopt;
    qsizetype end = at + 1;
    while (end < text.size() && text[end].isDigit())
        ++end;
    const qsizetype keep = at + 1 + decimals;
    if (end <= keep)
        return std::nullopt;
    const QString before = text.left(decimals == 0 ? at : keep);
    return Cut{before + text.mid(end), text.mid(keep, end - keep)};
}

std::optional<Cut> spareOf(const QString &text, const CellStyle &style)
{
    // 4, 3, 2, 0: the currency may be named in the text itself.
    for (const int decimals : {3, 2, 0}) {
        const auto cut = cutTo(text, style.number.decimalMark, decimals);
        if (cut && readAmount(cut->text, style))
            return cut;
    }
    return std::nullopt;
}

qint64 powerOfTen(int exponent)
{
    qint64 power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

} // namespace

bool hasSpareDecimals(const QString &text, const CellStyle &style)
{
    return !readAmount(text, style) && spareOf(text, style);
}

Result<Money> readRoundedAmount(const QString &text, const CellStyle &style, Rounding rounding)
{
    auto exact = readAmount(text, style);
    if (exact)
        return exact;
    const std::optional<Cut> cut = spareOf(text, style);
    if (!cut)
        return exact;
    HEADWAY_TRY(money, readAmount(cut->text, style));
    const bool isMore =
        std::any_of(cut->spare.begin(), cut->spare.end(), [](QChar c) { return c.digitValue() > 0; });
    const bool isUp =
        rounding == Rounding::Up ? isMore : rounding == Rounding::Nearest && cut->spare[0].digitValue() >= 5;
    const bool isNegative = text.contains(u'-') || text.contains(u'−') || text.contains(u'(');
    if (isUp)
        money.minor += isNegative ? -1 : 1;
    return Money{money.minor, money.currency};
}

PercentScale percentScaleOf(const QStringList &samples, NumberStyle style)
{
    bool hasPart = false;
    bool hasOne = false;
    for (const QString &sample : samples) {
        const auto number = parseNumber(sample, style);
        if (!number)
            continue;
        if (number->isPercent)
            return PercentScale::Percent;
        const qint64 one = powerOfTen(number->value.scale);
        const qint64 share = number->value.mantissa; // of `one`
        if (share > one)
            return PercentScale::Percent;
        hasPart = hasPart || (share > 0 && share < one);
        hasOne = hasOne || share == one;
    }
    if (hasPart)
        return PercentScale::Fraction;
    return hasOne ? PercentScale::Unclear : PercentScale::Percent;
}

Result<qint64> readPercentCell(const QString &text, NumberStyle style, PercentScale scale)
{
    HEADWAY_TRY(number, parseNumber(text, style));
    const int more = scale == PercentScale::Fraction && !number.isPercent ? 2 : 0;
    qint64 divisor = powerOfTen(number.value.scale);
    qint64 mantissa = number.value.mantissa;
    for (int i = 0; i < more; ++i) {
        if (divisor > 1)
            divisor /= 10;
        else
            mantissa *= 10;
    }
    const qint64 percent =
        divisor > 1 ? mantissa / divisor + (mantissa % divisor * 2 >= divisor ? 1 : 0) : mantissa;
    if (mantissa < 0 || percent > 100)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 is no percentage from 0 to 100.").arg(Quoted{text}));
    return percent;
}

} // namespace headway::exchange
