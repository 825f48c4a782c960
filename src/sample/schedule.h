// SPDX-License-Identifier: GPL-3.0-or-later
// When the records of one kind came into being: spread over the working days of a span with a
// season and a growth, in the order of their index. Built once; then pure look-ups, any thread.
#pragma once

#include "sample/calendar.h"

#include <vector>

namespace headway::sample {

class Schedule
{
public:
    // `count` records between the two days; business grows to about twice its beginning.
    Schedule(const Calendar &calendar, qint64 count, Day from, Day until);

    Day dayOf(qint64 index) const;
    // Between eight and half past five; later records later.
    Instant instantOf(qint64 index) const;
    // How many there were in the evening of that day.
    qint64 countUntil(Day day) const;

private:
    const Calendar &m_calendar;
    Day m_from;
    std::vector<qint64> m_cumulative; // [i]: how many before the day m_from + i
};

} // namespace headway::sample
