// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/amounttext.h"

#include "domain/text/quoted.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr qsizetype mostDecimals = 13; // four of a currency, nine of billions

// The mark before the decimals: behind those of groups, and not the point of "Mio.".
qsizetype markIn(const QString &text, QChar mark)
{
    qsizetype at = text.lastIndexOf(mark);
    while (at >= 0 && (at + 1 == text.size() || !text[at + 1].isDigit()))
        at = at > 0 ? text.lastIndexOf(mark, at - 1) : -1;
    return at;
}

// The amount without the decimals that are too many, and those.
struct Cut {
    QString text = {};
    QString spare = {};
};
// "1.234567k" has five that are not: how many there may be is tried with one in the last place.
std::optional<Cut> spareOf(const QString &text, const CellStyle &style)
{
    const qsizetype mark = markIn(text, style.number.decimalMark);
    if (mark < 0)
        return std::nullopt;
    const qsizetype begin = mark + 1;
    qsizetype end = begin;
    while (end < text.size() && text[end].isDigit())
        ++end;
    for (qsizetype decimals = std::min(end - begin - 1, mostDecimals); decimals >= 0; --decimals) {
        const QString head = text.left(decimals == 0 ? mark : begin);
        const QString rest = text.mid(end);
        const QString least = decimals == 0 ? QString() : QString(decimals - 1, u'0') + u'1';
        if (readAmount(head + least + rest, style))
            return Cut{head + text.mid(begin, decimals) + rest,
                       text.mid(begin + decimals, end - begin - decimals)};
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
    const bool hasSign = text.contains(u'-') || text.contains(u'−') || text.contains(u'(');
    const bool isNegative = money.minor < 0 || (money.minor == 0 && hasSign); // 1.2345E-02 is more than zero
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
