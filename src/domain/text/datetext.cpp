// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/datetext.h"

#include "domain/text/asciitext.h"
#include "domain/text/datescanner.h"
#include "domain/text/numbertext.h"
#include "domain/text/quoted.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

using namespace Qt::StringLiterals;

namespace headway {
namespace {

constexpr qint64 millisecondsPerDay = 86'400'000;
constexpr qint64 epochDay = 2'440'588; // the Julian day number of 1970-01-01

struct DateNumbers {
    int year = 0;
    int month = 0;
    int day = 0;
};

int fullYear(const DatePart &part)
{
    if (part.digits > 2)
        return part.value;
    return part.value + (part.value >= 69 ? 1900 : 2000);
}

bool isYear(const DatePart &part)
{
    return !part.isMonthName && (part.digits == 4 || part.digits == 2);
}

bool isDayOrMonth(const DatePart &part)
{
    return part.isMonthName || part.digits <= 2;
}

std::optional<DateNumbers> arrange(const DatePart &year, const DatePart &month, const DatePart &day)
{
    if (!isYear(year) || !isDayOrMonth(month) || !isDayOrMonth(day) || day.isMonthName)
        return std::nullopt;
    return DateNumbers{fullYear(year), month.value, day.value};
}

std::optional<DateNumbers> arrangeThree(const ScannedDate &date, DateOrder order)
{
    const auto &[first, second, third] = date.parts;
    if (first.isMonthName)
        return arrange(third, first, second);
    if (second.isMonthName)
        return first.digits == 4 ? arrange(first, second, third) : arrange(third, second, first);
    if (date.separators[0] != date.separators[1])
        return std::nullopt;
    if (first.digits == 4)
        return arrange(first, second, third);
    switch (order) {
    case DateOrder::YearMonthDay: return arrange(first, second, third);
    case DateOrder::DayMonthYear: return arrange(third, second, first);
    case DateOrder::MonthDayYear: return arrange(third, first, second);
    }
    return std::nullopt;
}

std::optional<DateNumbers> arrange(const ScannedDate &date, DateOrder order)
{
    if (date.count == 1 && date.parts[0].digits == 8) {
        const int number = date.parts[0].value;
        return DateNumbers{number / 10000, number / 100 % 100, number % 100};
    }
    if (date.count != 3)
        return std::nullopt;
    return arrangeThree(date, order);
}

Result<QDate> noDate(QStringView text)
{
    return failure(ErrorCode::Invalid,
                   text.trimmed().isEmpty() ? Sentence::tr("A date is missing.")
                                            : Sentence::tr("%1 is not a date.").arg(Quoted{text}));
}

Result<QDate> existing(QDate day, QStringView text)
{
    if (!day.isValid())
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 is a day that does not exist.").arg(Quoted{text}));
    if (day.year() < 1 || day.year() > 9999)
        return noDate(text);
    return day;
}

QDate endOfMonth(QDate day)
{
    return {day.year(), day.month(), day.daysInMonth()};
}

// Which of the days that a word or a day without its year can mean.
enum class Which { Next, Last };

std::optional<QDate> parseDayWord(QStringView word, const Calendar &calendar, Which which)
{
    const QDate today = calendar.today;
    if (word == u"today")
        return today;
    if (word == u"tomorrow")
        return today.addDays(1);
    if (word == u"yesterday")
        return today.addDays(-1);
    if (word == u"eom")
        return endOfMonth(today);
    if (word == u"eoq")
        return thisQuarter(calendar).last;
    if (word == u"eoy")
        return thisYear(calendar).last;
    if (const int weekday = weekdayOfName(word)) {
        const int ahead = (weekday - today.dayOfWeek() + 7) % 7;
        return today.addDays(which == Which::Last ? ahead - 7 : ahead == 0 ? 7 : ahead);
    }
    return std::nullopt;
}

// "+3d", "-1w"; a number without a letter means days.
std::optional<QDate> parseOffset(QStringView text, QDate today)
{
    if (!text.startsWith(u'+') && !text.startsWith(u'-'))
        return std::nullopt;
    const QChar unit = text.back().isLetter() ? text.back() : QChar(u'd');
    const QStringView digits = text.sliced(1).chopped(text.back().isLetter() ? 1 : 0);
    if (digits.isEmpty() || digits.size() > 4)
        return std::nullopt;
    int count = 0;
    for (const QChar digit : digits) {
        if (!digit.isDigit())
            return std::nullopt;
        count = count * 10 + digit.digitValue();
    }
    if (text.front() == u'-')
        count = -count;
    switch (unit.unicode()) {
    case u'd': return today.addDays(count);
    case u'w': return today.addDays(7 * count);
    case u'm': return today.addMonths(count);
    case u'y': return today.addYears(count);
    default: return std::nullopt;
    }
}

struct YearlessDay {
    int month = 0;
    int day = 0;
};

// "12.5.", "12/5", "12 May"
std::optional<YearlessDay> arrangeTwo(const ScannedDate &date, DateOrder order)
{
    if (date.count != 2 || !isDayOrMonth(date.parts[0]) || !isDayOrMonth(date.parts[1]))
        return std::nullopt;
    const bool dayFirst =
        date.parts[1].isMonthName || (!date.parts[0].isMonthName && order == DateOrder::DayMonthYear);
    const DatePart &day = date.parts[dayFirst ? 0 : 1];
    const DatePart &month = date.parts[dayFirst ? 1 : 0];
    if (day.isMonthName)
        return std::nullopt;
    return YearlessDay{month.value, day.value};
}

// Today, or the nearest such day on that side of it; null if no year has one. Eight years always contain a 29 February,
// except around 1900.
QDate nearestDay(const YearlessDay &day, QDate today, Which which)
{
    for (int years = 0; years <= 8; ++years) {
        const QDate candidate(today.year() + (which == Which::Next ? years : -years), day.month, day.day);
        if (candidate.isValid() && (which == Which::Next ? candidate >= today : candidate <= today))
            return candidate;
    }
    return {};
}

bool hasTwoOrders(const QString &text)
{
    const Result<QDate> dayFirst = parseDate(text, DateOrder::DayMonthYear);
    const Result<QDate> monthFirst = parseDate(text, DateOrder::MonthDayYear);
    return dayFirst && monthFirst && *dayFirst != *monthFirst;
}

// Nobody who writes points puts the month first: no locale of Unicode's CLDR does. Two digits at the end may be a day,
// unless another day has its year there.
struct Points {
    bool areThere = false;
    bool isYearLast = false; // for certain
};
Points pointsIn(const QString &text)
{
    const std::optional<ScannedDate> date = scanDate(text);
    const bool areThere =
        date && date->count == 3 && date->separators[0] == u'.' && date->separators[1] == u'.';
    return {areThere, areThere && date->parts[2].digits == 4};
}

bool areByPoints(const QStringList &samples)
{
    const bool isYearLast = std::any_of(samples.begin(), samples.end(),
                                        [](const QString &sample) { return pointsIn(sample).isYearLast; });
    return isYearLast && std::all_of(samples.begin(), samples.end(), [](const QString &sample) {
               return !hasTwoOrders(sample) || pointsIn(sample).areThere;
           });
}

// A day with or without its year.
Result<QDate> writtenDay(QStringView text, QDate today, DateOrder order, Which which)
{
    const std::optional<ScannedDate> date = scanDate(text);
    if (const auto yearless = date ? arrangeTwo(*date, order) : std::nullopt)
        return existing(nearestDay(*yearless, today, which), text);
    return parseDate(text, order);
}

bool hasShortYear(const ScannedDate &date)
{
    return date.count == 3 && std::none_of(date.parts.begin(), date.parts.end(), [](const DatePart &part) {
               return part.digits == 4;
           });
}

// A birthday with or without its year.
Result<QDate> writtenBirthday(QStringView text, QDate today, DateOrder order)
{
    const std::optional<ScannedDate> date = scanDate(text);
    if (const auto yearless = date ? arrangeTwo(*date, order) : std::nullopt)
        return existing(QDate(unknownYear, yearless->month, yearless->day), text);
    HEADWAY_TRY(day, parseDate(text, order));
    return day > today && date && hasShortYear(*date) ? day.addYears(-100) : day;
}

// "12.5." and "12.5.2026"
bool isDayBeforePoints(QStringView text)
{
    const std::optional<ScannedDate> date = scanDate(text);
    return pointsIn(text.toString()).isYearLast
        || (date && date->count == 2 && date->separators[0] == u'.' && !date->parts[1].isMonthName);
}

Error readSeveralWays(QStringView text, QDate day)
{
    if (day.year() == unknownYear)
        return {ErrorCode::Invalid,
                Sentence::tr("%1 can be read in several ways: write the month as a word, as in %2.")
                    .arg(Quoted{text}, QLocale::c().toString(day, u"d MMMM"_s))};
    return {ErrorCode::Invalid,
            Sentence::tr("%1 can be read in several ways: write the year first, as in %2.")
                .arg(Quoted{text}, formatDay(day))};
}

// By `read` in the order that is known; if none is, all must mean the same.
template <class Read>
Result<QDate> inOrder(QStringView text, std::optional<DateOrder> known, const Read &read)
{
    if (known)
        return read(*known);
    Result<QDate> found = read(DateOrder::DayMonthYear);
    if (isDayBeforePoints(text) && found)
        return found;
    for (const DateOrder order : {DateOrder::MonthDayYear, DateOrder::YearMonthDay}) {
        const Result<QDate> other = read(order);
        if (!other || (found && *found == *other))
            continue;
        if (found)
            return failure(readSeveralWays(text, *found));
        found = other;
    }
    return found;
}

Result<QDate> typedDate(QStringView text, const Calendar &calendar, Which which)
{
    const QString typed = text.trimmed().toString().toLower();
    if (const std::optional<QDate> day = parseDayWord(typed, calendar, which))
        return existing(*day, text);
    if (const std::optional<QDate> day = parseOffset(typed, calendar.today))
        return existing(*day, text);
    return inOrder(text, calendar.order,
                   [&](DateOrder order) { return writtenDay(text, calendar.today, order, which); });
}

} // namespace

Result<QDate> parseDate(QStringView text, DateOrder order)
{
    const std::optional<ScannedDate> date = scanDate(text);
    const std::optional<DateNumbers> numbers = date ? arrange(*date, order) : std::nullopt;
    if (!numbers)
        return noDate(text);
    return existing(QDate(numbers->year, numbers->month, numbers->day), text);
}

Result<QDate> parseSerialDate(QStringView text)
{
    const Result<ParsedNumber> number = parseNumber(text, NumberStyle{u'.', QChar()});
    if (!number || number->isPercent || number->value.mantissa < 0)
        return noDate(text);
    qint64 serial = number->value.mantissa;
    for (int i = 0; i < number->value.scale; ++i)
        serial /= 10;
    constexpr qint64 lastDay = 2'958'465; // 9999-12-31
    constexpr qint64 inventedDay = 60;    // 29 February 1900
    if (serial < 1 || serial > lastDay || serial == inventedDay)
        return existing(QDate(), text);
    return QDate(1899, 12, 30).addDays(serial < inventedDay ? serial + 1 : serial);
}

Finding<DateOrder> detectDateOrder(const QStringList &samples)
{
    constexpr std::array orders = {DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear};
    Finding<DateOrder> found = findReading(
        orders, samples, [](const QString &sample, DateOrder order) { return parseDate(sample, order); });
    if (found.certainty == Certainty::Ambiguous && areByPoints(samples))
        found = {DateOrder::DayMonthYear, Certainty::Certain, {}, found.understood};
    return found;
}

Result<QDate> parseTypedDate(QStringView text, const Calendar &calendar)
{
    return typedDate(text, calendar, Which::Next);
}

Result<QDate> parseTypedPastDate(QStringView text, const Calendar &calendar)
{
    return typedDate(text, calendar, Which::Last);
}

Result<QDate> parseTypedBirthday(QStringView text, const Calendar &calendar)
{
    const QStringView typed = text.trimmed();
    if (typed.startsWith("--"_L1)) { // as address books write it
        const QString whole = QString::number(unknownYear) + typed.mid(1).toString();
        const Result<QDate> day = parseDate(whole, DateOrder::YearMonthDay);
        return day ? day : noDate(text);
    }
    if (!scanDate(typed))
        return parseTypedPastDate(text, calendar); // "yesterday"
    return inOrder(text, calendar.order,
                   [&](DateOrder order) { return writtenBirthday(text, calendar.today, order); });
}

Result<qint64> parseInstant(QStringView text)
{
    const std::optional<ScannedDate> date = scanDate(text);
    const bool isIso = date && date->count == 3 && date->parts[0].digits == 4 && date->separators[0] == u'-'
        && date->separators[1] == u'-';
    if (!isIso || !date->time)
        return failure(ErrorCode::Invalid, Sentence::tr("%1 is not a date with a time.").arg(Quoted{text}));
    if (!date->time->offsetMinutes)
        return failure(ErrorCode::Invalid, Sentence::tr("%1 does not say its time zone.").arg(Quoted{text}));
    HEADWAY_TRY(day, parseDate(text, DateOrder::YearMonthDay));
    return (day.toJulianDay() - epochDay) * millisecondsPerDay + date->time->milliseconds
        - qint64{*date->time->offsetMinutes} * 60'000;
}

QString formatInstant(qint64 utcMilliseconds)
{
    std::array<char, longestInstant> text = {};
    const char *end = putInstant(text.data(), utcMilliseconds);
    return QString::fromLatin1(text.data(), end - text.data());
}

QString formatDay(QDate day)
{
    if (day.isNull())
        return {};
    std::array<char, longestDay> text = {};
    const char *end = putDay(text.data(), day);
    return QString::fromLatin1(text.data(), end - text.data());
}

} // namespace headway
