// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rateestimate.h"

#include <cmath>

namespace headway {

namespace {

constexpr qint64 memory = 8000;     // milliseconds
constexpr qint64 soonestWord = 500; // milliseconds of work before a rate is given

// Rounds up so that the seconds shown jump about less than the estimate does: 7 → 7, 33 → 35, 130 → 150.
qint64 rounded(qint64 seconds)
{
    const qint64 step = seconds < 20 ? 1 : seconds < 90 ? 5 : seconds < 600 ? 30 : 60;
    return (seconds + step - 1) / step * step;
}

} // namespace

void RateEstimate::note(qint64 done, qint64 total, qint64 now)
{
    m_done = done;
    m_total = total;
    m_marks.push_back({done, now});
    while (m_marks.size() > 2 && now - m_marks.front().at > memory)
        m_marks.pop_front();
}

std::optional<double> RateEstimate::perSecond() const
{
    if (m_marks.empty())
        return {};
    const qint64 elapsed = m_marks.back().at - m_marks.front().at;
    const qint64 gained = m_marks.back().done - m_marks.front().done;
    if (elapsed < soonestWord || gained <= 0)
        return {};
    return double(gained) * 1000.0 / double(elapsed);
}

std::optional<qint64> RateEstimate::secondsLeft() const
{
    const std::optional<double> rate = perSecond();
    if (!rate || m_total <= m_done)
        return {};
    return rounded(qint64(std::ceil(double(m_total - m_done) / *rate)));
}

} // namespace headway
