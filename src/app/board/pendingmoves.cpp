// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/board/pendingmoves.h"

#include <algorithm>
#include <utility>

namespace headway::app {

void PendingMoves::pickUp(std::vector<CardPlace> origins)
{
    m_carried.clear();
    for (const CardPlace &origin : origins)
        m_carried.push_back(origin.id);
    m_origins = std::move(origins);
}

bool PendingMoves::isCarried(CardId id) const
{
    return std::find(m_carried.begin(), m_carried.end(), id) != m_carried.end();
}

std::vector<CardId> PendingMoves::comingInto(qint64 lane) const
{
    std::vector<CardId> coming;
    for (const CardPlace &origin : m_origins) {
        if (origin.lane != lane)
            coming.push_back(origin.id);
    }
    return coming;
}

std::vector<CardPlace> PendingMoves::putBack()
{
    m_carried.clear();
    return std::exchange(m_origins, {});
}

std::vector<CardPlace> PendingMoves::submit()
{
    for (const CardId id : m_carried)
        m_pending.insert(id.value);
    ++m_submitted;
    return putBack();
}

void PendingMoves::conclude(const std::vector<CardPlace> &origins)
{
    --m_submitted;
    for (const CardPlace &origin : origins)
        m_pending.remove(origin.id.value);
}

} // namespace headway::app
