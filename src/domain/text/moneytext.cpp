// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/moneytext.h"

#include "domain/text/quoted.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace headway {
namespace {

constexpr std::array<QStringView, 8> multiplierSuffixes = {u"k",  u"tsd", u"mio", u"mrd",
                                                           u"mn", u"bn",  u"m",   u"b"};

// A text split into what is left for the number, and the currencies written next to it.
struct AmountParts {
    QString number;
    QStringList codes;   // ISO 4217, upper case
    QStringList symbols; // as written
};

bool isCurrencyCharacter(QChar character)
{
    return character.isLetter() || character.isMark() || character.category() == QChar::Symbol_Currency;
}

bool isMultiplier(QStringView word)
{
    for (const QStringView suffix : multiplierSuffixes) {
        if (word.compare(suffix, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

bool takeCurrency(AmountParts &parts, QStringView word)
{
    const QString code = word.toString().toUpper();
    if (currencyDecimals(code)) {
        parts.codes += code;
        return true;
    }
    if (currenciesWithSymbol(word).isEmpty())
        return false;
    parts.symbols += word.toString();
    return true;
}

bool hasDigit(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

// A word after digits may be a multiplier, an exponent, or a multiplier joined with a currency: 5k€.
bool takeWord(AmountParts &parts, QStringView word, QStringView behind)
{
    if (takeCurrency(parts, word))
        return true;
    const QStringView before = QStringView(parts.number).trimmed();
    const bool followsNumber = !before.isEmpty() && (before.back().isDigit() || before.back() == u'.');
    if (!followsNumber)
        return false;
    const bool isExponent = word.compare(u"E", Qt::CaseInsensitive) == 0 && !behind.isEmpty()
        && (behind.front().isDigit() || behind.front() == u'+' || behind.front() == u'-');
    if (isExponent || isMultiplier(word)) {
        parts.number += word;
        return true;
    }
    for (const QStringView suffix : multiplierSuffixes) {
        if (word.startsWith(suffix, Qt::CaseInsensitive) && takeCurrency(parts, word.sliced(suffix.size()))) {
            parts.number += suffix;
            return true;
        }
    }
    return false;
}

Result<AmountParts> takeApart(QStringView text)
{
    AmountParts parts;
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = at;
        while (end < text.size() && isCurrencyCharacter(text[end]))
            ++end;
        if (end == at) {
            parts.number += text[at++];
            continue;
        }
        const QStringView word = text.sliced(at, end - at);
        if (!takeWord(parts, word, text.sliced(end)))
            return failure(ErrorCode::Invalid,
                           hasDigit(text)
                               ? Sentence::tr("%1 in %2 is not a currency: write a code such as EUR.")
                                     .arg(Quoted{word}, Quoted{text})
                               : Sentence::tr("%1 is not an amount of money.").arg(Quoted{text}));
        // 5 EUR 600 is not a number, and must not become one when the currency is removed.
        if (!parts.number.endsWith(word) && hasDigit(parts.number) && hasDigit(text.sliced(end)))
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 is not an amount of money.").arg(Quoted{text}));
        // kr. and Rs. are abbreviations; after a code, a dot begins the decimals.
        const bool isAbbreviation =
            !parts.symbols.isEmpty() && parts.symbols.last() == word && word.back().isLetter();
        at = isAbbreviation && end < text.size() && text[end] == u'.' ? end + 1 : end;
    }
    return parts;
}

// The currency a symbol means, given the one that is expected.
QString currencyOfSymbol(const QString &symbol, const QString &expected)
{
    const QStringList candidates = currenciesWithSymbol(symbol);
    return candidates.contains(expected) ? expected : candidates.first();
}

Result<QString> currencyOf(const AmountParts &parts, QStringView text, const QString &defaultCurrency)
{
    QStringList named = parts.codes;
    const QString expected = named.isEmpty() ? defaultCurrency : named.first();
    for (const QString &symbol : parts.symbols)
        named += currencyOfSymbol(symbol, expected);
    named.removeDuplicates();
    if (named.size() > 1)
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("%1 names two currencies, %2 and %3.").arg(Quoted{text}, named[0], named[1]));
    if (named.isEmpty() && defaultCurrency.isEmpty())
        return failure(ErrorCode::Invalid, Sentence::tr("%1 names no currency.").arg(Quoted{text}));
    return named.isEmpty() ? defaultCurrency : named.first();
}

// Whether no currency that is named has more than two decimals.
bool hasCentsAtMost(const AmountParts &parts)
{
    QStringList currencies = parts.codes;
    for (const QString &symbol : parts.symbols)
        currencies += currenciesWithSymbol(symbol);
    return !currencies.isEmpty()
        && std::all_of(currencies.begin(), currencies.end(), [](const QString &code) {
               const Result<int> decimals = currencyDecimals(code);
               return decimals && *decimals <= 2;
           });
}

// "$1,500": three digits behind a mark are no cents, so that it stands before thousands, as in "1,500.00".
QString withZeroCents(const AmountParts &parts)
{
    static const QRegularExpression thousands(
        uR"(^(?<before>[-+(]?\s?)(?<number>[1-9]\d{0,2}(?<mark>[.,])\d{3})(?<behind>\s?[-)]?)$)"_s);
    const QString number = parts.number.trimmed();
    const auto match = thousands.match(number);
    if (!match.hasMatch() || !hasCentsAtMost(parts))
        return number;
    const QString other = match.captured(u"mark"_s) == u"," ? u"."_s : u","_s;
    return match.captured(u"before"_s) + match.captured(u"number"_s) + other + u"00"_s
        + match.captured(u"behind"_s);
}

} // namespace

Result<Money> parseMoney(QStringView text, NumberStyle style, const QString &defaultCurrency)
{
    HEADWAY_TRY(parts, takeApart(text));
    HEADWAY_TRY(currency, currencyOf(parts, text, defaultCurrency));
    HEADWAY_TRY(decimals, currencyDecimals(currency));
    const Result<ParsedNumber> number = parseNumber(parts.number, style);
    if (!number || number->isPercent)
        return failure(ErrorCode::Invalid, Sentence::tr("%1 is not an amount of money.").arg(Quoted{text}));
    if (number->value.scale > decimals)
        return failure(ErrorCode::Invalid,
                       (decimals == 0 ? Sentence::tr("%1 has decimals, and %3 has none.")
                                      : Sentence::tr("%1 has more decimals than the %2 of %3."))
                           .arg(Quoted{text}, decimals, currency));
    const Result<qint64> minor = toScaledInteger(number->value, decimals);
    if (!minor)
        return failure(ErrorCode::Invalid, Sentence::tr("%1 is too large an amount.").arg(Quoted{text}));
    return Money{*minor, currency};
}

Finding<NumberStyle> detectAmountStyle(const QStringList &samples)
{
    QStringList numbers;
    QStringList withCents; // the same, but what can only be thousands is written so that nobody can doubt it
    for (const QString &sample : samples) {
        if (const Result<AmountParts> parts = takeApart(sample)) {
            numbers += parts->number.trimmed();
            withCents += withZeroCents(*parts);
        }
    }
    const Finding<NumberStyle> finding = detectNumberStyle(numbers);
    if (finding.certainty != Certainty::Ambiguous)
        return finding; // other amounts say more: "99.50" beside "12.345 €"
    const Finding<NumberStyle> other = detectNumberStyle(withCents);
    return other.certainty == Certainty::Certain ? other : finding;
}

Result<QString> formatMinor(qint64 minor, const QString &currency)
{
    HEADWAY_TRY(decimals, currencyDecimals(currency));
    return formatDecimal({minor, decimals});
}

} // namespace headway
