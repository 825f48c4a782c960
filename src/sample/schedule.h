// SPDX-License-Identifier: GPL-3.0-or-later
// When the records of one kind were created: spread over the working days of a time span with seasons and
// growth, in the order of their index. Built once; then pure look-ups, any thread.
#pragma once

#include "sample/calendar.h"

#include <vector>

namespace headway::sample {

class Schedule
{
public:
    // `count` records between the two days; business grows to about twice the initial rate.
    Schedule(const Calendar &calendar, qint64 count, Day from, Day until);

    Day dayOf(qint64 index) const;
    // Between 08:00 and 17:30, ascending with the index.
    Instant instantOf(qint64 index) const;
    // The number of records at the end of that day.
    qint64 countUntil(Day day) const;

private:
    const Calendar &m_calendar;
    Day m_from;
    std::vector<qint64> m_cumulative; // [i]: records before the day m_from + i
};

} // namespace headway::sample
