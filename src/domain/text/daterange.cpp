// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/daterange.h"

#include "domain/text/datescanner.h"
#include "domain/text/datetext.h"
#include "domain/text/quoted.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

// "this-quarter", "last-month", "next-week"
std::optional<DayRange> relativeSpan(const QString &text, const Calendar &calendar)
{
    const QDate today = calendar.today;
    const QString which = text.section(u'-', 0, 0);
    const QString unit = text.section(u'-', 1);
    const int step = which == "this"_L1 ? 0 : which == "last"_L1 ? -1 : which == "next"_L1 ? 1 : 99;
    if (step == 99)
        return std::nullopt;
    if (unit == "week"_L1) {
        const QDate monday = today.addDays(1 - today.dayOfWeek() + 7 * step);
        return DayRange{monday, monday.addDays(6)};
    }
    if (unit == "month"_L1)
        return monthsFrom(QDate(today.year(), today.month(), 1).addMonths(step), 1);
    if (unit == "quarter"_L1)
        return monthsFrom(thisQuarter(calendar).first.addMonths(monthsOfAQuarter * step), monthsOfAQuarter);
    if (unit == "year"_L1)
        return monthsFrom(thisYear(calendar).first.addYears(step), monthsOfAYear);
    return std::nullopt;
}

// "q4" → 4; 0 if it is not a quarter.
int quarterNamed(const QString &text)
{
    const bool isQuarter = text.size() == 2 && text.at(0) == u'q' && text.at(1) >= u'1' && text.at(1) <= u'4';
    return isQuarter ? text.at(1).digitValue() : 0;
}

// "fy2027", "fy2027-q1"
std::optional<DayRange> fiscalSpan(const QString &text, const Calendar &calendar)
{
    bool isYear = false;
    const int year = text.mid(2, 4).toInt(&isYear);
    if (!text.startsWith("fy"_L1) || !isYear || year < 1000)
        return std::nullopt;
    const QDate first(calendar.firstMonth == 1 ? year : year - 1, calendar.firstMonth, 1);
    const QString rest = text.mid(6);
    if (rest.isEmpty())
        return monthsFrom(first, monthsOfAYear);
    const int quarter = rest.startsWith(u'-') ? quarterNamed(rest.mid(1)) : 0;
    return quarter == 0
        ? std::nullopt
        : std::optional(monthsFrom(first.addMonths((quarter - 1) * monthsOfAQuarter), monthsOfAQuarter));
}

// "2026", "2026-12", "2026-q4"
std::optional<DayRange> calendarSpan(const QString &text)
{
    bool isYear = false;
    const int year = text.left(4).toInt(&isYear);
    if (!isYear || text.size() < 4 || year < 1000)
        return std::nullopt;
    if (text.size() == 4)
        return monthsFrom(QDate(year, 1, 1), monthsOfAYear);
    if (text.at(4) != u'-')
        return std::nullopt;
    const QString rest = text.mid(5);
    if (const int quarter = quarterNamed(rest))
        return monthsFrom(QDate(year, 1, 1).addMonths((quarter - 1) * monthsOfAQuarter), monthsOfAQuarter);
    const QDate month(year, rest.toInt(), 1);
    return rest.size() == 2 && rest.at(0).isDigit() && month.isValid() ? std::optional(monthsFrom(month, 1))
                                                                       : std::nullopt;
}

// What is no single day: "this-month", "fy2027", "2026-12".
std::optional<DayRange> spanNamed(const QString &text, const Calendar &calendar)
{
    if (const auto span = relativeSpan(text, calendar))
        return span;
    if (const auto span = fiscalSpan(text, calendar))
        return span;
    return calendarSpan(text);
}

// The last ones, since a day may end in a point: "12.5...20.5."
qsizetype placeOfDots(QStringView text)
{
    return text.lastIndexOf(".."_L1);
}

Result<DayRange> oneSpan(QStringView text, const Calendar &calendar)
{
    const QStringView typed = text.trimmed();
    if (const auto span = spanNamed(typed.toString().toLower(), calendar))
        return *span;
    HEADWAY_TRY(day, parseTypedDate(typed, calendar));
    return DayRange{day, day};
}

QString withIsoDay(QStringView text, const Calendar &calendar)
{
    const QString typed = text.trimmed().toString();
    if (!scanDate(typed) || spanNamed(typed.toLower(), calendar))
        return text.toString();
    const Result<QDate> day = parseTypedDate(typed, calendar);
    return day ? formatDay(*day) : text.toString();
}

} // namespace

bool isSpanOpen(QStringView text)
{
    const QStringView typed = text.trimmed();
    return typed.startsWith(".."_L1) || typed.endsWith(".."_L1);
}

Sentence spanIsOpen()
{
    return Sentence::tr("A span has a beginning and an end: write >= or <= for one without the other.");
}

Result<DayRange> parseDayRange(QStringView text, const Calendar &calendar)
{
    const QStringView typed = text.trimmed();
    const qsizetype dots = placeOfDots(typed);
    if (dots < 0)
        return oneSpan(typed, calendar);
    if (isSpanOpen(typed))
        return failure(ErrorCode::Invalid, spanIsOpen());
    HEADWAY_TRY(from, oneSpan(typed.left(dots), calendar));
    HEADWAY_TRY(to, oneSpan(typed.mid(dots + 2), calendar));
    if (from.first > to.last)
        return failure(ErrorCode::Invalid, Sentence::tr("%1 ends before it begins.").arg(Quoted{typed}));
    return DayRange{from.first, to.last};
}

QString withIsoDays(QStringView text, const Calendar &calendar)
{
    const qsizetype dots = placeOfDots(text);
    if (dots < 0)
        return withIsoDay(text, calendar);
    return withIsoDay(text.left(dots), calendar) + ".."_L1 + withIsoDay(text.mid(dots + 2), calendar);
}

} // namespace headway
