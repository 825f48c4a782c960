// SPDX-License-Identifier: GPL-3.0-or-later
// Any text: the parsers of numbers, money and dates neither crash nor accept something that does not print
// and parse to the same value. Build with clang and -fsanitize=fuzzer,address,undefined.
#include "domain/text/momenttext.h"
#include "domain/text/moneytext.h"
#include "domain/text/numbertext.h"
#include "fuzz/fuzz.h"

using namespace headway;
using fuzz::require;

namespace {

constexpr NumberStyle point{u'.', u','};
constexpr NumberStyle comma{u',', u'.'};

void tryNumbers(const QString &text)
{
    for (const NumberStyle style : {point, comma, NumberStyle{u'.', QChar()}}) {
        if (const auto number = parseNumber(text, style))
            require(parseNumber(formatDecimal(number->value), point)->value == number->value);
        if (const auto money = parseMoney(text, style, QStringLiteral("EUR"))) {
            const auto printed = formatMinor(money->minor, money->currency);
            require(parseMoney(*printed, point, money->currency) == *money);
        }
    }
}

void tryDates(const QString &text)
{
    const QDate today(2024, 2, 29);
    for (const DateOrder order :
         {DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear}) {
        if (const auto day = parseDate(text, order))
            require(parseDate(formatDay(*day), order) == *day);
        if (const auto day = parseTypedDate(text, {today, order}))
            require(day->isValid());
        const Instant now{today.startOfDay(QTimeZone::utc()).toMSecsSinceEpoch()};
        if (const auto moment = parseTypedMoment(text, now, QTimeZone::utc(), order))
            require(!moment->isWholeDay || moment->at.ms % 86'400'000 == 0);
    }
    if (const auto day = parseTypedDate(text, today)) // nobody knows an order
        require(parseTypedDate(formatDay(*day), today) == *day);
    if (const auto day = parseSerialDate(text))
        require(day->isValid());
    if (const auto instant = parseInstant(text)) {
        const QString printed = formatInstant(*instant);
        // Near the ends of the calendar an offset may lead to a year without four digits.
        if (!printed.startsWith(u'-') && printed.indexOf(u'-') == 4)
            require(parseInstant(printed) == *instant);
    }
}

} // namespace

HEADWAY_FUZZ(input)
{
    const QString text = QString::fromUtf8(bytes);
    tryNumbers(text);
    tryDates(text);
    const QStringList samples = text.split(u'\n');
    require(detectNumberStyle(samples).understood <= samples.size());
    require(detectAmountStyle(samples).understood <= samples.size());
    require(detectDateOrder(samples).understood <= samples.size());
}
