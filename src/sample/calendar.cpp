// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/calendar.h"

#include <QTime>

#include <algorithm>

namespace headway::sample {

namespace {

constexpr qint64 msPerHour = 3'600'000;
constexpr qint64 julianDay1970 = 2'440'588;

QDate lastSundayOf(int year, int month)
{
    const QDate end(year, month, QDate(year, month, 1).daysInMonth());
    return end.addDays(-(end.dayOfWeek() % 7));
}

// The clocks change at 01:00 UTC, so at midnight the old offset still holds.
qint64 hoursAheadOfUtc(QDate day)
{
    const bool summer = day > lastSundayOf(day.year(), 3) && day <= lastSundayOf(day.year(), 10);
    return summer ? 2 : 1;
}

} // namespace

Calendar::Calendar(QDate today, Day first, Day last) : m_first(first)
{
    m_entries.reserve(size_t(last - first) + 1);
    for (Day day = first; day <= last; ++day) {
        const QDate date = today.addDays(day);
        const qint64 midnight = (date.toJulianDay() - julianDay1970) * 24 * msPerHour;
        m_entries.push_back({midnight - hoursAheadOfUtc(date) * msPerHour, date.toString(Qt::ISODate),
                             date.year(), qint8(date.month()), quint8(date.dayOfWeek()),
                             qint8(date.daysInMonth() - date.day())});
    }
}

const Calendar::Entry &Calendar::entry(Day day) const
{
    return m_entries[size_t(std::clamp(day, first(), last()) - m_first)];
}

QString Calendar::localText(Instant at) const
{
    const auto after = std::upper_bound(m_entries.begin(), m_entries.end(), at.ms,
                                        [](qint64 ms, const Entry &entry) { return ms < entry.startMs; });
    const Entry &entry = after == m_entries.begin() ? *after : *(after - 1);
    const int minute = int((at.ms - entry.startMs) / 60'000);
    return entry.text + QTime(minute / 60 % 24, minute % 60).toString(QStringLiteral(" HH:mm"));
}

Day Calendar::workdayOnOrBefore(Day day) const
{
    return day - std::max(0, entry(day).weekday - 5);
}

Day Calendar::workdayOnOrAfter(Day day) const
{
    const int weekday = entry(day).weekday;
    return weekday <= 5 ? day : day + 8 - weekday;
}

Day Calendar::lastWorkdayOfMonth(Day day) const
{
    return workdayOnOrBefore(day + entry(day).daysToMonthEnd);
}

} // namespace headway::sample
