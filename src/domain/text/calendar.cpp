// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/calendar.h"

namespace headway {

DayRange monthsFrom(QDate first, int months)
{
    return {first, first.addMonths(months).addDays(-1)};
}

DayRange thisYear(const Calendar &calendar)
{
    const QDate today = calendar.today;
    const int begun = today.month() >= calendar.firstMonth ? today.year() : today.year() - 1;
    return monthsFrom(QDate(begun, calendar.firstMonth, 1), monthsOfAYear);
}

DayRange thisQuarter(const Calendar &calendar)
{
    const int since = (calendar.today.month() - calendar.firstMonth + monthsOfAYear) % monthsOfAYear;
    const QDate first = thisYear(calendar).first.addMonths(since / monthsOfAQuarter * monthsOfAQuarter);
    return monthsFrom(first, monthsOfAQuarter);
}

} // namespace headway
