// SPDX-License-Identifier: GPL-3.0-or-later
// How fast long work goes and how long it still takes, from how far it was at which moment. Pure
// values; the message bar shows them. The rate is that of the last seconds, so that it follows the
// work, and nothing is said before there is something to say.
#pragma once

#include <QtGlobal>

#include <deque>
#include <optional>

namespace headway {

class RateEstimate
{
public:
    // `total` 0: not known. `now` is any clock in milliseconds that does not go back.
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
