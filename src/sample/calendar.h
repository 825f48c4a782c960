// SPDX-License-Identifier: GPL-3.0-or-later
// The sample book's days, counted from today: working days, their texts and instants, looked up in a table
// because millions of records need them. The company's time zone is Central European, computed by the
// European Union's rule, independent of the machine's zone data. Nothing fails; any thread.
#pragma once

#include "domain/fields/ids.h"

#include <QDate>
#include <QString>

#include <vector>

namespace headway::sample {

using Day = qint32; // 0 is today, 1 tomorrow

class Calendar
{
public:
    // Holds the days from `first` to `last`; other days give the nearest of these.
    Calendar(QDate today, Day first, Day last);

    Instant at(Day day, qint64 minuteOfDay) const { return {entry(day).startMs + minuteOfDay * 60'000}; }
    const QString &text(Day day) const { return entry(day).text; } // 2026-11-23
    QString localText(Instant at) const;                           // 2026-11-23 14:30
    int month(Day day) const { return entry(day).month; }
    int year(Day day) const { return entry(day).year; }
    bool isWorkday(Day day) const { return entry(day).weekday <= 5; }
    Day workdayOnOrBefore(Day day) const;
    Day workdayOnOrAfter(Day day) const;
    Day lastWorkdayOfMonth(Day day) const;
    Day first() const { return m_first; }
    Day last() const { return m_first + Day(m_entries.size()) - 1; }

private:
    struct Entry {
        qint64 startMs; // midnight in Central Europe
        QString text;
        int year;
        qint8 month;
        quint8 weekday; // 1 Monday … 7 Sunday
        qint8 daysToMonthEnd;
    };
    const Entry &entry(Day day) const;

    Day m_first;
    std::vector<Entry> m_entries;
};

} // namespace headway::sample
