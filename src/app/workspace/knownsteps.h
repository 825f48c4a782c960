// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the book that this window knows, so that each is announced once, whoever made it. Ids are
// assigned when a step begins, but it is visible only when committed: another user's step may have a lower
// id than our newest one. A value; nothing fails.
#pragma once

#include <QSet>

#include <vector>

namespace headway::app {

class KnownSteps
{
public:
    // Records a step that was seen in the book.
    void note(qint64 id);
    // The highest id seen so far.
    qint64 last() const { return m_last; }
    // Lower ids that have not been seen: their steps are still running, or were rolled back.
    const std::vector<qint64> &awaited() const { return m_awaited; }
    // For a book that was replaced by an older copy, whose newest step is this.
    void goBackTo(qint64 id);
    // Whether it has to be announced; true once for each step. An id of 0 is not a step.
    bool isNews(qint64 id);

private:
    qint64 m_last = 0;
    std::vector<qint64> m_awaited;
    QSet<qint64> m_announced; // the latest ones
};

} // namespace headway::app
