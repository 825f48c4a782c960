// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/knownsteps.h"

#include <algorithm>

namespace headway::app {

void KnownSteps::note(qint64 id)
{
    constexpr size_t mostAwaited = 200; // a step that was rolled back never comes
    std::erase(m_awaited, id);
    if (m_last > 0) {
        const qint64 first = std::max(m_last + 1, id - qint64(mostAwaited));
        for (qint64 missing = first; missing < id; ++missing)
            m_awaited.push_back(missing);
    }
    if (m_awaited.size() > mostAwaited)
        m_awaited.erase(m_awaited.begin(), m_awaited.end() - qint64(mostAwaited));
    m_last = std::max(m_last, id);
}

void KnownSteps::goBackTo(qint64 id)
{
    m_last = std::min(m_last, id);
    std::erase_if(m_awaited, [id](qint64 each) { return each > id; });
    m_announced.removeIf([id](qint64 each) { return each > id; }); // their numbers will be given again
}

bool KnownSteps::isNews(qint64 id)
{
    constexpr qsizetype mostRemembered = 1000;
    if (!id || m_announced.contains(id))
        return false;
    if (m_announced.size() >= mostRemembered)
        m_announced.removeIf([this](qint64 old) { return old < m_last; });
    m_announced.insert(id);
    return true;
}

} // namespace headway::app
