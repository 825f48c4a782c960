// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/daterange.h"

#include "domain/text/datetext.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

DayRange monthsFrom(QDate first, int months)
{
    return {first, first.addMonths(months).addDays(-1)};
}

constexpr int monthsOfAYear = 12;
constexpr int monthsOfAQuarter = 3;

QDate firstOfYear(const Calendar &calendar)
{
    const QDate today = calendar.today;
    return QDate(today.month() >= calendar.firstMonth ? today.year() : today.year() - 1, calendar.firstMonth,
                 1);
}

QDate firstOfQuarter(const Calendar &calendar)
{
    const QDate today = calendar.today;
    const int since = (today.month() - calendar.firstMonth + monthsOfAYear) % monthsOfAYear;
    return firstOfYear(calendar).addMonths(since / monthsOfAQuarter * monthsOfAQuarter);
}

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
        return monthsFrom(firstOfQuarter(calendar).addMonths(monthsOfAQuarter * step), monthsOfAQuarter);
    if (unit == "year"_L1)
        return monthsFrom(firstOfYear(calendar).addYears(step), monthsOfAYear);
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

} // namespace

DayRange thisQuarter(const Calendar &calendar)
{
    return monthsFrom(firstOfQuarter(calendar), monthsOfAQuarter);
}

std::optional<DayRange> parseDayRange(QStringView text, const Calendar &calendar)
{
    const QString low = text.toString().trimmed().toLower();
    if (const qsizetype dots = low.indexOf(".."_L1); dots >= 0) {
        const auto from = parseDayRange(QStringView(low).left(dots), calendar);
        const auto to = parseDayRange(QStringView(low).mid(dots + 2), calendar);
        if (!from || !to || from->first > to->last)
            return std::nullopt;
        return DayRange{from->first, to->last};
    }
    if (const auto span = relativeSpan(low, calendar))
        return span;
    if (const auto span = fiscalSpan(low, calendar))
        return span;
    if (const auto span = calendarSpan(low))
        return span;
    const Result<QDate> day = parseTypedDate(low, calendar.today, DateOrder::DayMonthYear);
    return day ? std::optional(DayRange{*day, *day}) : std::nullopt;
}

} // namespace headway
