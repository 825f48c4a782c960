// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/schedule.h"

#include <algorithm>
#include <array>

namespace headway::sample {

namespace {

// New business by month: fairs in spring and autumn, little in August and at Christmas.
constexpr std::array season{95, 100, 120, 110, 105, 95, 75, 60, 125, 120, 110, 60};

constexpr int opening = 8 * 60;
constexpr int workingMinutes = 9 * 60 + 30;

} // namespace

Schedule::Schedule(const Calendar &calendar, qint64 count, Day from, Day until)
    : m_calendar(calendar), m_from(from)
{
    std::vector<qint64> weights{0};
    for (Day day = from; day <= until; ++day) {
        const qint64 growth = 100 + 100 * (day - from) / std::max(1, until - from);
        const qint64 weight = calendar.isWorkday(day) ? growth * season[size_t(calendar.month(day) - 1)] : 0;
        weights.push_back(weights.back() + weight);
    }
    const qint64 total = std::max<qint64>(1, weights.back());
    for (const qint64 weight : weights)
        m_cumulative.push_back(count * weight / total);
    m_cumulative.back() = count;
}

Day Schedule::dayOf(qint64 index) const
{
    const auto after = std::upper_bound(m_cumulative.begin(), m_cumulative.end(), index);
    return m_from + Day(after - m_cumulative.begin()) - 1;
}

Instant Schedule::instantOf(qint64 index) const
{
    const Day day = dayOf(index);
    const size_t i = size_t(day - m_from);
    const qint64 ofDay = m_cumulative[i + 1] - m_cumulative[i];
    const qint64 nth = index - m_cumulative[i];
    return m_calendar.at(day, opening + (2 * nth + 1) * workingMinutes / (2 * std::max<qint64>(1, ofDay)));
}

qint64 Schedule::countUntil(Day day) const
{
    const Day last = m_from + Day(m_cumulative.size()) - 2;
    if (day < m_from)
        return 0;
    return m_cumulative[size_t(std::min(day, last) - m_from) + 1];
}

} // namespace headway::sample
