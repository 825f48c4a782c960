// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/daterange.h"

#include "domain/datetext.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

DayRange monthsFrom(QDate first, int months)
{
    return {first, first.addMonths(months).addDays(-1)};
}

QDate firstOfQuarter(QDate day)
{
    return QDate(day.year(), (day.month() - 1) / 3 * 3 + 1, 1);
}

// "this-quarter", "last-month", "next-week"
std::optional<DayRange> relativeSpan(const QString &text, QDate today)
{
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
        return monthsFrom(firstOfQuarter(today).addMonths(3 * step), 3);
    if (unit == "year"_L1)
        return monthsFrom(QDate(today.year() + step, 1, 1), 12);
    return std::nullopt;
}

// "2026", "2026-12", "2026-q4"
std::optional<DayRange> calendarSpan(const QString &text)
{
    bool isYear = false;
    const int year = text.left(4).toInt(&isYear);
    if (!isYear || text.size() < 4 || year < 1000)
        return std::nullopt;
    if (text.size() == 4)
        return monthsFrom(QDate(year, 1, 1), 12);
    if (text.at(4) != u'-')
        return std::nullopt;
    const QString rest = text.mid(5);
    if (rest.size() == 2 && rest.at(0) == u'q' && rest.at(1) >= u'1' && rest.at(1) <= u'4')
        return monthsFrom(QDate(year, (rest.at(1).digitValue() - 1) * 3 + 1, 1), 3);
    const QDate month(year, rest.toInt(), 1);
    return rest.size() == 2 && rest.at(0).isDigit() && month.isValid() ? std::optional(monthsFrom(month, 1))
                                                                       : std::nullopt;
}

} // namespace

std::optional<DayRange> parseDayRange(QStringView text, QDate today)
{
    const QString low = text.toString().trimmed().toLower();
    if (const qsizetype dots = low.indexOf(".."_L1); dots >= 0) {
        const auto from = parseDayRange(QStringView(low).left(dots), today);
        const auto to = parseDayRange(QStringView(low).mid(dots + 2), today);
        if (!from || !to || from->first > to->last)
            return std::nullopt;
        return DayRange{from->first, to->last};
    }
    if (const auto span = relativeSpan(low, today))
        return span;
    if (const auto span = calendarSpan(low))
        return span;
    const Result<QDate> day = parseTypedDate(low, today, DateOrder::DayMonthYear);
    return day ? std::optional(DayRange{*day, *day}) : std::nullopt;
}

} // namespace headway
