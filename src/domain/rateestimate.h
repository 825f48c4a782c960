// SPDX-License-Identifier: GPL-3.0-or-later
// The rate of long-running work and the time it still takes, from marks of progress over time. Pure values;
// the message bar shows them. The rate is that of the last seconds, so that it follows the work; until
// there is enough to go by, there is no estimate.
#pragma once

#include <QtGlobal>

#include <deque>
#include <optional>

namespace headway {

class RateEstimate
{
public:
    // `total` is 0 while it is not known. `now` is any monotonic clock, in milliseconds.
    void note(qint64 done, qint64 total, qint64 now);

    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; }
    std::optional<double> perSecond() const;
    std::optional<qint64> secondsLeft() const; // rounded up to what people would say

private:
    struct Mark {
        qint64 done;
        qint64 at;
    };

    std::deque<Mark> m_marks; // of the last seconds
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace headway
