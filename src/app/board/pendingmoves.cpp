// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/board/pendingmoves.h"

#include <algorithm>
#include <utility>

namespace headway::app {

void PendingMoves::pickUp(std::vector<CardPlace> origins)
{
    m_carried.clear();
    for (const CardPlace &origin : origins)
        m_carried.push_back(origin.deal);
    m_origins = std::move(origins);
}

bool PendingMoves::isCarried(DealId deal) const
{
    return std::find(m_carried.begin(), m_carried.end(), deal) != m_carried.end();
}

std::vector<DealId> PendingMoves::comingInto(StageId stage) const
{
    std::vector<DealId> coming;
    for (const CardPlace &origin : m_origins) {
        if (origin.stage != stage)
            coming.push_back(origin.deal);
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
    for (const DealId deal : m_carried)
        m_pending.insert(deal.value);
    ++m_submitted;
    return putBack();
}

void PendingMoves::conclude(const std::vector<CardPlace> &origins)
{
    --m_submitted;
    for (const CardPlace &origin : origins)
        m_pending.remove(origin.deal.value);
}

} // namespace headway::app
