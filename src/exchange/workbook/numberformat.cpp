// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook/numberformat.h"

#include "domain/text/moneytext.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

using Kind = NumberFormat::Kind;

// A format without what is only shown: its first section, taken apart.
struct Pieces {
    QString placeholders = {};       // signs that stand for something, in order, small letters
    std::vector<QString> texts = {}; // what stands there as it is
    QString pattern = {};            // both together, if it is one of digits
    QString bracketed = {};          // "€-407" of [$€-407]
    bool isElapsed = false;          // [h]
};

// Brackets: a currency, a colour, a condition, a duration.
void takeBracket(const QString &inside, Pieces &pieces)
{
    if (inside.startsWith(u'$')) {
        if (pieces.bracketed.isEmpty())
            pieces.bracketed = inside.sliced(1);
        return;
    }
    const QString letters = inside.toLower();
    const bool isElapsed = !letters.isEmpty() && QStringView(u"hms").contains(letters.front())
        && std::all_of(letters.begin(), letters.end(), [&](QChar c) { return c == letters.front(); });
    if (isElapsed) {
        pieces.isElapsed = true;
        pieces.placeholders += letters.front();
    }
}

void addText(const QString &text, Pieces &pieces)
{
    pieces.texts.push_back(text);
    pieces.pattern += text;
}

// What stands behind the sign at `at`, up to the one that closes it, where `at` is then.
QString enclosed(const QString &code, qsizetype &at, QChar close)
{
    const qsizetype begin = at + 1;
    const qsizetype end = code.indexOf(close, begin);
    at = end < 0 ? code.size() : end;
    return code.sliced(begin, at - begin);
}

Pieces piecesOf(const QString &code)
{
    Pieces pieces;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code[i];
        const bool hasNext = i + 1 < code.size();
        if (c == u';')
            break; // what follows is for numbers below zero
        if (c == u'"') {
            addText(enclosed(code, i, u'"'), pieces);
        } else if (c == u'[') {
            takeBracket(enclosed(code, i, u']'), pieces);
        } else if (c == u'\\' && hasNext) {
            addText(code[++i], pieces);
        } else if ((c == u'_' || c == u'*') && hasNext) {
            ++i; // a space as wide as that, or that over and over
        } else if (QStringView(u"0#?.,%/@").contains(c) || c.isLetter()) {
            pieces.placeholders += c.toLower();
            pieces.pattern += c;
        } else {
            addText(c, pieces);
        }
    }
    return pieces;
}

struct OfPlace {
    int place; // a number that Windows has for a language in a country
    QLatin1StringView currency;
};
// Of the signs that several countries have.
constexpr std::array places{OfPlace{0x409, "USD"_L1}, OfPlace{0x1009, "CAD"_L1}, OfPlace{0xC0C, "CAD"_L1},
                            OfPlace{0xC09, "AUD"_L1}, OfPlace{0x1409, "NZD"_L1}, OfPlace{0x4809, "SGD"_L1},
                            OfPlace{0xC04, "HKD"_L1}, OfPlace{0x3C09, "HKD"_L1}, OfPlace{0x80A, "MXN"_L1},
                            OfPlace{0x404, "TWD"_L1}, OfPlace{0x411, "JPY"_L1},  OfPlace{0x804, "CNY"_L1},
                            OfPlace{0x41D, "SEK"_L1}, OfPlace{0x414, "NOK"_L1},  OfPlace{0x814, "NOK"_L1},
                            OfPlace{0x809, "GBP"_L1}, OfPlace{0x406, "DKK"_L1},  OfPlace{0x40F, "ISK"_L1}};

QString currencyAt(int place)
{
    const auto *const found = std::find_if(places.begin(), places.end(),
                                           [place](const OfPlace &each) { return each.place == place; });
    return found == places.end() ? QString() : QString(found->currency);
}

// "EUR" and "€" are one thing, "$" may be several.
QString currencyCalled(const QString &text)
{
    const QString sign = text.trimmed();
    if (sign.isEmpty() || sign.size() > 4)
        return {};
    if (currencyDecimals(sign))
        return sign;
    const QStringList named = currenciesWithSymbol(sign);
    if (named.size() == 1)
        return named.front();
    return named.isEmpty() ? QString() : sign;
}

QString currencyOf(const Pieces &pieces)
{
    const qsizetype dash = pieces.bracketed.lastIndexOf(u'-');
    const QString sign = dash < 0 ? pieces.bracketed : pieces.bracketed.left(dash);
    if (!sign.isEmpty()) {
        const QString named = currencyCalled(sign);
        const QString there =
            dash < 0 ? QString() : currencyAt(pieces.bracketed.sliced(dash + 1).toInt(nullptr, 16));
        return named.size() != 3 && !there.isEmpty() ? there : named;
    }
    QString together; // "k" and "r" are escaped one by one
    for (const QString &text : pieces.texts) {
        if (const QString named = currencyCalled(text); !named.isEmpty())
            return named;
        together += text;
    }
    return currencyCalled(together);
}

// Letters that stand for something, unless there are places for digits as well, but for parts of a second.
std::optional<NumberFormat> momentFormat(const Pieces &pieces)
{
    const QString &signs = pieces.placeholders;
    const qsizetype parts = signs.indexOf("s.0"_L1);
    const QStringView front = parts < 0 ? QStringView(signs) : QStringView(signs).first(parts + 1);
    const auto isNumeric = [](QChar c) { return QStringView(u"0#?").contains(c); };
    if (std::any_of(front.begin(), front.end(), isNumeric) || signs.startsWith("general"_L1)
        || signs.startsWith("standard"_L1))
        return std::nullopt;
    const bool hasTime = pieces.isElapsed || signs.contains(u'h') || signs.contains(u's');
    const bool hasDay = signs.contains(u'y') || signs.contains(u'd') || signs.contains(u'g')
        || (!hasTime && (signs.contains(u'm') || signs.contains(u'e')));
    if (!hasDay && !hasTime)
        return std::nullopt;
    const bool isMoment = hasDay && hasTime;
    const bool isUtc = isMoment && std::any_of(pieces.texts.begin(), pieces.texts.end(), saysUtc);
    return NumberFormat{.kind = isMoment ? Kind::Moment : hasDay ? Kind::Day : Kind::Time, .isUtc = isUtc};
}

// Codes and numbers to call: zeros in front, or "0# ##".
bool isPattern(const Pieces &pieces)
{
    const QString &signs = pieces.placeholders;
    const bool areDigits =
        std::all_of(signs.begin(), signs.end(), [](QChar c) { return c == u'0' || c == u'#'; });
    return areDigits && signs.size() > 1 && signs.front() == u'0'
        && (pieces.pattern.contains("00"_L1) || pieces.pattern.contains("0#"_L1));
}

} // namespace

NumberFormat numberFormat(const QString &code)
{
    const Pieces pieces = piecesOf(code);
    if (const auto moment = momentFormat(pieces))
        return *moment;
    if (pieces.placeholders.contains(u'%'))
        return {Kind::Percent};
    if (isPattern(pieces))
        return {Kind::Digits, {}, pieces.pattern};
    const bool isNumber = pieces.placeholders.contains(u'0') || pieces.placeholders.contains(u'#');
    const QString currency = isNumber ? currencyOf(pieces) : QString();
    return currency.isEmpty() ? NumberFormat() : NumberFormat{Kind::Amount, currency};
}

NumberFormat builtInFormat(int id)
{
    struct Span {
        int first;
        int last;
        Kind kind;
    };
    // 27 … 36 and 50 … 81 are those of East Asia and Thailand.
    constexpr std::array spans{
        Span{9, 10, Kind::Percent},  Span{14, 17, Kind::Day},  Span{18, 21, Kind::Time},
        Span{22, 22, Kind::Moment},  Span{27, 31, Kind::Day},  Span{32, 35, Kind::Time},
        Span{36, 36, Kind::Day},     Span{45, 47, Kind::Time}, Span{50, 58, Kind::Day},
        Span{67, 68, Kind::Percent}, Span{71, 74, Kind::Day},  Span{75, 76, Kind::Time},
        Span{77, 77, Kind::Moment},  Span{78, 80, Kind::Time}, Span{81, 81, Kind::Day}};
    const auto *const found = std::find_if(
        spans.begin(), spans.end(), [id](const Span &span) { return id >= span.first && id <= span.last; });
    return found == spans.end() ? NumberFormat() : NumberFormat{found->kind};
}

bool saysUtc(const QString &text)
{
    return text.trimmed() == "UTC"_L1;
}

QString inPattern(const QString &digits, const QString &pattern)
{
    const bool isWhole = !digits.isEmpty()
        && std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isWhole)
        return {};
    QString text;
    qsizetype left = digits.size();
    for (qsizetype i = pattern.size() - 1; i >= 0; --i) {
        const QChar c = pattern[i];
        const bool isPlace = c == u'0' || c == u'#';
        if (isPlace && left > 0)
            text.prepend(digits[--left]);
        else if (c != u'#')
            text.prepend(c);
    }
    const qsizetype first = pattern.indexOf(u'0'); // what does not fit stands in front, as programs show it
    if (left > 0)
        text.insert(std::min(first, text.size()), digits.left(left));
    return text;
}

} // namespace headway::exchange
