// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/amountcell.h"

#include "exchange/cells/vocabulary.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr auto unicode = QRegularExpression::UseUnicodePropertiesOption;

// Wide forms of the signs of ASCII, as keyboards of East Asia write them.
bool isWide(QChar c)
{
    return (c >= u'\uFF01' && c <= u'\uFF5E') || c == u'\u3000';
}

QString withNarrowSigns(QString text)
{
    if (std::none_of(text.begin(), text.end(), isWide))
        return text;
    for (QChar &c : text) {
        if (c == u'\u3000')
            c = u' ';
        else if (isWide(c))
            c = QChar(char16_t(c.unicode() - u'\uFF01' + u'!'));
    }
    return text;
}

bool isDash(QChar c)
{
    return c == u'-' || c == u'–' || c == u'—' || c == u'−';
}

// "1.200,--" and "Fr. 1200.–": the mark before the dash is that of the decimals.
QString withCents(const QString &text)
{
    static const QRegularExpression dash(uR"((?<=\d[.,])\s?[-–—−]{1,2}(?![-–—−\d]))"_s, unicode);
    if (std::none_of(text.begin(), text.end(), isDash))
        return text;
    return QString(text).replace(dash, u"00"_s);
}

qsizetype behindDigits(const QString &text)
{
    for (qsizetype i = text.size(); i > 0; --i) {
        if (text[i - 1].isDigit())
            return i;
    }
    return 0;
}

// Where the words begin that are no part of the amount; the length of the text if there are none.
qsizetype endOfAmount(const QString &text)
{
    const Vocabulary &words = Vocabulary::own();
    for (qsizetype i = behindDigits(text); i > 0 && i < text.size(); ++i) {
        const QStringView rest = QStringView(text).sliced(i);
        const bool isBoundary = text[i].isSpace() || QStringView(u"/,+(").contains(text[i]);
        const bool hasCurrency = std::any_of(rest.begin(), rest.end(),
                                             [](QChar c) { return c.category() == QChar::Symbol_Currency; });
        if (isBoundary && !hasCurrency && words.has(u"amount_beside", rest))
            return i;
    }
    return text.size();
}

} // namespace

AmountCell amountIn(const QString &text)
{
    const QString typed = withCents(withNarrowSigns(text).trimmed());
    const bool isPlain = typed.isEmpty() || typed.back().isDigit();
    const qsizetype end = isPlain ? typed.size() : endOfAmount(typed);
    return {typed.left(end).trimmed(), typed.mid(end).trimmed()};
}

bool hasMultiplier(const QString &text)
{
    static const QRegularExpression multiplier(
        uR"((?<=\d|\d\s)(?:tsd|mio|mrd|mn|bn|k|m|b)\.?(?=$|[^\p{L}]|eur|usd|chf|gbp))"_s,
        unicode | QRegularExpression::CaseInsensitiveOption);
    return multiplier.match(text).hasMatch();
}

std::optional<QString> hundredths(const QString &text, QChar decimalMark)
{
    QString digits = text.trimmed();
    const bool isNegative = digits.startsWith(u'-');
    if (isNegative)
        digits.remove(0, 1);
    const bool isWhole = !digits.isEmpty()
        && std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isWhole)
        return std::nullopt;
    digits = digits.rightJustified(3, u'0');
    digits.insert(digits.size() - 2, decimalMark);
    return isNegative ? u'-' + digits : digits;
}

QString scaledAmount(const QString &text, int power)
{
    const qsizetype end = behindDigits(text);
    const QString multiplier = power == 3 ? u"k"_s : power == 6 ? u"m"_s : power == 9 ? u"bn"_s : QString();
    return text.left(end) + multiplier + text.mid(end);
}

QString quantityIn(const QString &text)
{
    static const QRegularExpression times(uR"(^\s*(?:[x×]\s*(?<a>\d[\d.,]*)|(?<b>\d[\d.,]*)\s*[x×])\s*$)"_s,
                                          unicode | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression pieces(uR"(^\s*(?<a>\d[\d.,]*)\s*(?<word>\p{L}[\p{L}.]*)\s*$)"_s,
                                           unicode);
    if (const auto match = times.match(text); match.hasMatch())
        return match.captured(u"a"_s) + match.captured(u"b"_s);
    const auto match = pieces.match(text);
    const bool isCounted = match.hasMatch() && Vocabulary::own().has(u"piece", match.captured(u"word"_s));
    return isCounted ? match.captured(u"a"_s) : text;
}

} // namespace headway::exchange
