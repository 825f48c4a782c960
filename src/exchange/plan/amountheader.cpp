// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/amountheader.h"

#include "domain/text/currencytable.h"
#include "domain/text/text.h"
#include "exchange/cells/vocabulary.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr auto unicode = QRegularExpression::UseUnicodePropertiesOption;
constexpr int lengthOfCode = 3;
constexpr qsizetype longestHeader = 200; // a longer one is a text

// How surely a text is a unit: in brackets and behind "in" nearly anything is, in the open only what nobody takes for
// a word.
enum class Place { Marked, Open };

bool hasSign(QStringView text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.category() == QChar::Symbol_Currency; });
}

// Currencies that are words as well: "Amount won", "Revenue all".
bool isWord(const QString &text)
{
    return Vocabulary::own().has(u"currency_word", text);
}

bool isCurrency(const QString &text, Place place)
{
    if (hasSign(text))
        return !currenciesWithSymbol(text).isEmpty();
    const bool isMarked = place == Place::Marked;
    if (text.size() == lengthOfCode && currencyDecimals(text.toUpper())) {
        const bool isUpper = text == text.toUpper();
        if (isMarked && isUpper)
            return text != "ALL"_L1;
        return !isWord(text) && (isMarked || isUpper);
    }
    if (isWord(text) || currenciesWithSymbol(text).isEmpty())
        return false;
    return isMarked || Vocabulary::own().has(u"plain_currency", text);
}

// "k", "Mio.", "thousands"; less for letters that mean one thing or another.
std::optional<int> powerNamed(const QString &text)
{
    if (hasSign(text))
        return std::nullopt; // the vocabulary compares letters alone
    const auto code = Vocabulary::own().code(u"multiplier", text);
    return code ? std::optional(code->toInt()) : std::nullopt;
}

constexpr int powerOfM = 1; // a million beside a currency
constexpr int powerOfT = 2; // a thousand beside one; of dollars it may be a trillion

struct Reading {
    AmountUnit unit = {};
    bool isUnit = true;

    void take(int power)
    {
        isUnit = isUnit && unit.power == 0;
        unit.power = power;
    }
    void take(const QString &currency)
    {
        isUnit = isUnit && unit.currency.isEmpty();
        unit.currency = currency;
    }
};

// One word: a currency, a multiplier, or both at once ("k€", "TEUR", "USDk").
void takeWord(const QString &word, Place place, Reading &reading)
{
    if (isCurrency(word, place))
        return reading.take(word);
    if (const auto power = powerNamed(word))
        return reading.take(*power);
    for (qsizetype i = 1; i < word.size(); ++i) {
        const auto before = powerNamed(word.left(i));
        const auto behind = powerNamed(word.mid(i));
        const bool isBefore = before && isCurrency(word.mid(i), place);
        const bool isBehind = behind && isCurrency(word.left(i), place);
        if (!isBefore && !isBehind)
            continue;
        reading.take(isBefore ? *before : *behind);
        return reading.take(isBefore ? word.mid(i) : word.left(i));
    }
    const Vocabulary &words = Vocabulary::own();
    const bool isBeside = words.has(u"amount_join", word) || words.has(u"amount_beside", word);
    reading.isUnit = reading.isUnit && isBeside;
}

void decide(Reading &reading)
{
    AmountUnit &unit = reading.unit;
    if (unit.power != powerOfM && unit.power != powerOfT)
        return;
    const bool isT = unit.power == powerOfT;
    const bool isDollar = unit.currency.contains(u'$') || unit.currency.contains("USD"_L1);
    unit.isUnclear = unit.currency.isEmpty() || (isT && isDollar);
    unit.power = unit.isUnclear ? 0 : isT ? 3 : 6;
}

std::optional<AmountUnit> unitIn(const QString &text, Place place)
{
    static const QRegularExpression token(
        uR"((?<zeros>['’]?000(?:['’]?s)?|1[.,' ]?000(?:[.,' ]?000)?)(?!\d)|(?<word>\p{L}*\p{Sc}\p{L}*|\p{L}[\p{L}]*\.?)|(?<other>\S))"_s,
        unicode);
    Reading reading;
    QRegularExpressionMatchIterator found = token.globalMatch(text);
    while (found.hasNext() && reading.isUnit) {
        const QRegularExpressionMatch match = found.next();
        if (match.hasCaptured(u"zeros"_s))
            reading.take(match.captured(u"zeros"_s).count(u'0') > lengthOfCode ? 6 : 3);
        else if (match.hasCaptured(u"word"_s)) {
            QString word = match.captured(u"word"_s);
            if (word.endsWith(u'.'))
                word.chop(1);
            takeWord(word, place, reading);
        } else {
            reading.isUnit = QStringView(u"*×/.,-").contains(match.captured(u"other"_s).front());
        }
    }
    decide(reading);
    const bool isSure = place == Place::Marked || !reading.unit.currency.isEmpty();
    const bool isAny = !reading.unit.currency.isEmpty() || reading.unit.isScaled();
    return reading.isUnit && isSure && isAny ? std::optional(reading.unit) : std::nullopt;
}

std::optional<AmountHeader> matched(const QRegularExpressionMatch &match, Place place)
{
    if (!match.hasMatch())
        return std::nullopt;
    const QString name =
        QString(match.captured(u"before"_s) + u' ' + match.captured(u"behind"_s)).simplified();
    const auto unit = name.isEmpty() ? std::nullopt : unitIn(match.captured(u"unit"_s).simplified(), place);
    return unit ? std::optional(AmountHeader{name, *unit}) : std::nullopt;
}

// A file may have thousands of columns: of nearly all names it is clear at a glance that they have no unit.
bool mayHaveUnit(const QString &text)
{
    qsizetype capitals = 0;
    for (const QChar c : text) {
        capitals = c.isUpper() ? capitals + 1 : 0;
        if (capitals == lengthOfCode || c == u'(' || c == u'[' || c == u'{'
            || c.category() == QChar::Symbol_Currency || c.unicode() > u'\u3000')
            return true;
    }
    const bool isSnake = text.size() > lengthOfCode && text[text.size() - lengthOfCode - 1] == u'_';
    static const QStringList words{u" in "_s, u"_in_"_s, u" en "_s, u" em "_s,
                                   u"euro"_s, u" kr"_s,  u"zł"_s,   u"kč"_s};
    return isSnake || std::any_of(words.begin(), words.end(), [&](const QString &word) {
               return text.contains(word, Qt::CaseInsensitive);
           });
}

} // namespace

std::optional<AmountHeader> amountHeader(const QString &header)
{
    struct Shape {
        QRegularExpression pattern = {};
        Place place = Place::Open;
    };
    static const std::array shapes{
        Shape{QRegularExpression(uR"(^(?<before>[^(\[{]*)[(\[{](?<unit>[^()\[\]{}]+)[)\]}](?<behind>.*)$)"_s,
                                 unicode),
              Place::Marked},
        Shape{QRegularExpression(uR"(^(?<before>.*\S)[\s_,;/-]+(?:in|en|em)[\s_]+(?<unit>.+)$)"_s,
                                 unicode | QRegularExpression::CaseInsensitiveOption),
              Place::Marked},
        Shape{QRegularExpression(uR"(^(?<before>.*\p{L})_(?<unit>\p{Lu}{3}|\p{Ll}{3})$)"_s, unicode),
              Place::Marked},
        Shape{QRegularExpression(uR"(^(?<before>.*[^\s,;/-])[\s,;/-]+(?<unit>\S+\s+\S+)$)"_s, unicode)},
        Shape{QRegularExpression(uR"(^(?<before>.*[^\s,;/-])[\s,;/-]+(?<unit>\S+)$)"_s, unicode)},
        Shape{QRegularExpression(uR"(^(?<unit>\S+)\s+(?<behind>\S.*)$)"_s, unicode)},
        Shape{QRegularExpression(uR"(^(?<before>.*\p{L})(?<unit>\p{Sc})$)"_s, unicode)},
        Shape{QRegularExpression(uR"(^(?<before>.*\p{Ll})(?<unit>\p{Lu}{3})$)"_s, unicode)},
    };
    const QString text = header.simplified();
    if (text.size() > longestHeader || !mayHaveUnit(text))
        return std::nullopt;
    for (const Shape &shape : shapes) {
        auto found = matched(shape.pattern.match(text), shape.place);
        if (!found)
            continue;
        // "Revenue EUR (thousands)" has the other half before it.
        const auto more = amountHeader(found->name);
        const bool isHalf = more && found->unit.currency.isEmpty() != more->unit.currency.isEmpty()
            && found->unit.isScaled() != more->unit.isScaled();
        if (!isHalf)
            return found;
        const AmountUnit &scaled = found->unit.isScaled() ? found->unit : more->unit;
        const AmountUnit &named = found->unit.isScaled() ? more->unit : found->unit;
        return AmountHeader{more->name, {named.currency, scaled.power, scaled.isUnclear}};
    }
    return std::nullopt;
}

std::optional<QString> currencyStem(const QString &header)
{
    constexpr qsizetype longestEnding = 3; // words: "currency ISO code"
    static const QRegularExpression hump(u"(?<=\\p{Ll})(?=\\p{Lu})"_s, unicode);
    static const QStringList inside{u"in"_s, u"en"_s, u"em"_s};
    const QStringList parts = words(QString(header).replace(hump, u" "_s));
    const auto isCurrencyWord = [&parts](qsizetype from, qsizetype count) {
        return Vocabulary::own().has(u"currency_column", QStringList(parts.mid(from, count)).join(QString()));
    };
    if (parts.size() > 2 && isCurrencyWord(0, 1) && Vocabulary::own().has(u"currency_of", parts[1]))
        return parts.mid(2).join(QString());
    for (qsizetype count = std::min(longestEnding, parts.size()); count > 0; --count) {
        const QStringList stem = parts.mid(0, parts.size() - count);
        const bool isAmount =
            std::any_of(stem.begin(), stem.end(), [](const QString &word) { return inside.contains(word); });
        if (isCurrencyWord(parts.size() - count, count) && !isAmount)
            return stem.join(QString());
    }
    return std::nullopt;
}

QString currencyMeant(const QString &named, const QString &expected)
{
    const QString code = named.toUpper();
    if (currencyDecimals(code))
        return code;
    const QStringList candidates = currenciesWithSymbol(named);
    return candidates.isEmpty() || candidates.contains(expected) ? expected : candidates.front();
}

} // namespace headway::exchange
