// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/numbertext.h"

#include "domain/text/asciitext.h"
#include "domain/text/quoted.h"

#include <QByteArray>
#include <QtNumeric>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace headway {
namespace {

constexpr int greatestScale = 18; // 10^18 is the largest power of ten in 64 bits

struct Multiplier {
    QStringView suffix;
    int power;
};

constexpr std::array multipliers = {
    Multiplier{u"k", 3},   Multiplier{u"tsd", 3}, Multiplier{u"m", 6},  Multiplier{u"mn", 6},
    Multiplier{u"mio", 6}, Multiplier{u"b", 9},   Multiplier{u"bn", 9}, Multiplier{u"mrd", 9},
};

// The digits as written, "0" … "9", the last `scale` of them after the decimal mark; a negative scale
// counts zeros not written.
struct Digits {
    QByteArray text;
    qsizetype scale = 0;
};

bool isMinus(QChar character)
{
    return character == u'-' || character == u'\u2212' || character == u'\u2013';
}

bool isSpaceOrApostrophe(QChar character)
{
    return character.category() == QChar::Separator_Space || character == u'\'' || character == u'\u2019';
}

bool appendDigits(QByteArray &digits, QStringView text)
{
    for (const QChar character : text) {
        if (!character.isDigit())
            return false;
        digits += static_cast<char>('0' + character.digitValue());
    }
    return true;
}

// Groups of three digits; between commas also as in India: 12,34,567.
bool isGroupLength(qsizetype length, QChar mark, bool isLast)
{
    return length == 3 || (length == 2 && mark == u',' && !isLast);
}

std::optional<QByteArray> readWholePart(QStringView text, NumberStyle style)
{
    QByteArray digits;
    QChar mark;
    qsizetype groupStart = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool isLast = i == text.size();
        if (!isLast && text[i].isDigit())
            continue;
        const QStringView group = text.sliced(groupStart, i - groupStart);
        const bool isFirst = groupStart == 0;
        if (isFirst && !isLast && (group.isEmpty() || group.size() > 3 || group.front() == u'0'))
            return std::nullopt;
        if (!isFirst && !isGroupLength(group.size(), mark, isLast))
            return std::nullopt;
        appendDigits(digits, group);
        if (isLast)
            break;
        const bool isMark = text[i] == style.groupMark || isSpaceOrApostrophe(text[i]);
        if (!isMark || (!isFirst && text[i] != mark))
            return std::nullopt;
        mark = text[i];
        groupStart = i + 1;
    }
    return digits;
}

std::optional<Digits> readDigits(QStringView text, NumberStyle style)
{
    const qsizetype decimalMark = text.indexOf(style.decimalMark);
    const QStringView whole = decimalMark < 0 ? text : text.first(decimalMark);
    const QStringView fraction = decimalMark < 0 ? QStringView() : text.sliced(decimalMark + 1);
    const std::optional<QByteArray> wholeDigits = readWholePart(whole, style);
    if (!wholeDigits)
        return std::nullopt;
    Digits digits{*wholeDigits, fraction.size()};
    if (!appendDigits(digits.text, fraction) || digits.text.isEmpty())
        return std::nullopt;
    return digits;
}

// Removes "-", "5-" and "(5)"; nullopt if there are two of them.
std::optional<bool> takeSign(QStringView &text)
{
    const bool inParentheses = text.startsWith(u'(') && text.endsWith(u')') && text.size() > 2;
    if (inParentheses)
        text = text.sliced(1, text.size() - 2).trimmed();
    const bool leads = !text.isEmpty() && (isMinus(text.front()) || text.front() == u'+');
    const bool trails = !text.isEmpty() && isMinus(text.back());
    if (int{inParentheses} + int{leads} + int{trails} > 1)
        return std::nullopt;
    const bool isNegative = inParentheses || trails || (leads && text.front() != u'+');
    if (leads)
        text = text.sliced(1).trimmed();
    if (trails)
        text = text.chopped(1).trimmed();
    return isNegative;
}

// In 1.200,- and 1200.-- the dash means "no cents", not a minus.
QStringView withoutCentDash(QStringView text)
{
    QStringView shorter = text;
    while (!shorter.isEmpty() && (isMinus(shorter.back()) || shorter.back() == u'\u2014'))
        shorter.chop(1);
    const bool endsInMark = shorter.endsWith(u'.') || shorter.endsWith(u',');
    if (shorter.size() < 2 || shorter.size() == text.size() || !endsInMark)
        return text;
    return shorter.chopped(1);
}

bool takePercent(QStringView &text)
{
    if (!text.endsWith(u'%'))
        return false;
    text = text.chopped(1).trimmed();
    return true;
}

int takeMultiplier(QStringView &text)
{
    const bool isAbbreviated = text.endsWith(u'.') && text.size() > 1; // Mio.
    const QStringView word = isAbbreviated ? text.chopped(1) : text;
    qsizetype start = word.size();
    while (start > 0 && word[start - 1].isLetter())
        --start;
    const QStringView suffix = word.sliced(start);
    for (const Multiplier &multiplier : multipliers) {
        if (suffix.compare(multiplier.suffix, Qt::CaseInsensitive) == 0) {
            text = text.first(start).trimmed();
            return multiplier.power;
        }
    }
    return 0;
}

// "E+06", which spreadsheets write for wide numbers in narrow columns.
int takeExponent(QStringView &text)
{
    const qsizetype mark = text.indexOf(u'E', 0, Qt::CaseInsensitive);
    if (mark < 1)
        return 0;
    QStringView exponent = text.sliced(mark + 1);
    const bool isNegative = exponent.startsWith(u'-');
    if (isNegative || exponent.startsWith(u'+'))
        exponent = exponent.sliced(1);
    QByteArray digits;
    if (exponent.isEmpty() || exponent.size() > 2 || !appendDigits(digits, exponent))
        return 0; // not an exponent; the mark is left and makes the number invalid
    text = text.first(mark);
    return isNegative ? -digits.toInt() : digits.toInt();
}

void dropOuterZeros(Digits &digits)
{
    while (digits.text.endsWith('0')) {
        digits.text.chop(1);
        --digits.scale;
    }
    qsizetype leading = 0;
    while (leading < digits.text.size() && digits.text[leading] == '0')
        ++leading;
    digits.text.remove(0, leading);
}

std::optional<Decimal> toDecimal(Digits digits, bool isNegative)
{
    dropOuterZeros(digits);
    if (digits.text.isEmpty())
        return Decimal{};
    if (digits.scale > greatestScale || digits.scale < -greatestScale)
        return std::nullopt;
    if (digits.scale < 0) {
        digits.text.append(-digits.scale, '0');
        digits.scale = 0;
    }
    if (isNegative)
        digits.text.prepend('-');
    bool fits = false;
    const qint64 mantissa = digits.text.toLongLong(&fits);
    if (!fits)
        return std::nullopt;
    return Decimal{mantissa, static_cast<int>(digits.scale)};
}

} // namespace

Result<ParsedNumber> parseNumber(QStringView text, NumberStyle style)
{
    const auto noNumber = [&] {
        return failure(ErrorCode::Invalid,
                       text.trimmed().isEmpty() ? Sentence::tr("A number is missing.")
                                                : Sentence::tr("%1 is not a number.").arg(Quoted{text}));
    };
    QStringView rest = withoutCentDash(text.trimmed());
    ParsedNumber number;
    number.isPercent = takePercent(rest);
    const std::optional<bool> isNegative = takeSign(rest);
    if (!isNegative)
        return noNumber();
    number.isPercent = takePercent(rest) || number.isPercent; // (12%)
    const int power = number.isPercent ? 0 : takeMultiplier(rest) + takeExponent(rest);
    std::optional<Digits> digits = readDigits(rest, style);
    if (!digits)
        return noNumber();
    digits->scale -= power;
    const std::optional<Decimal> value = toDecimal(*std::move(digits), *isNegative);
    if (!value)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 has more digits than can be kept.").arg(Quoted{text}));
    number.value = *value;
    return number;
}

Finding<NumberStyle> detectNumberStyle(const QStringList &samples)
{
    constexpr std::array styles = {NumberStyle{u'.', u','}, NumberStyle{u',', u'.'}};
    return findReading(styles, samples,
                       [](const QString &sample, NumberStyle style) { return parseNumber(sample, style); });
}

namespace {

Sentence tooFine(const Quoted &number, int scale)
{
    if (scale == 0)
        return Sentence::tr("%1 is not a whole number.").arg(number);
    return (scale == 1 ? Sentence::tr("%1 has more than one decimal.")
                       : Sentence::tr("%1 has more than %2 decimals."))
        .arg(number, scale);
}

} // namespace

Result<qint64> toScaledInteger(Decimal value, int scale)
{
    qint64 scaled = value.mantissa;
    for (int i = value.scale; i < scale; ++i) {
        if (qMulOverflow(scaled, qint64{10}, &scaled))
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 is too large.").arg(Quoted{formatDecimal(value)}));
    }
    for (int i = scale; i < value.scale; ++i) {
        if (scaled % 10 != 0)
            return failure(ErrorCode::Invalid, tooFine(Quoted{formatDecimal(value)}, scale));
        scaled /= 10;
    }
    return scaled;
}

QString formatDecimal(Decimal value)
{
    std::array<char, longestDecimal> text = {};
    const char *end = putDecimal(text.data(), value);
    return QString::fromLatin1(text.data(), end - text.data());
}

} // namespace headway
