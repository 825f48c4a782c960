// SPDX-License-Identifier: GPL-3.0-or-later
// Which steps of the book this window knows of, so that each is announced once, whoever made it. Their numbers
// are given when a step begins, and it shows when it is committed: another's step may be older than our newest
// one. A value; nothing fails.
#pragma once

#include <QSet>

#include <vector>

namespace headway::app {

class KnownSteps
{
public:
    // A step that was seen in the book.
    void note(qint64 id);
    // Up to here we have asked what others did.
    qint64 last() const { return m_last; }
    // Smaller numbers that have not come: their steps are under way, or were taken back.
    const std::vector<qint64> &awaited() const { return m_awaited; }
    // The book may be an older copy of itself, whose newest step is this.
    void goBackTo(qint64 id);
    // Whether it has to be announced; true once for each step. Steps without a number are nobody's.
    bool isNews(qint64 id);

private:
    qint64 m_last = 0;
    std::vector<qint64> m_awaited;
    QSet<qint64> m_announced; // the latest ones
};

} // namespace headway::app
