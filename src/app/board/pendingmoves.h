// SPDX-License-Identifier: GPL-3.0-or-later
// Which cards of a board stand elsewhere than in the book: carried by somebody, or dropped and submitted, and
// not confirmed yet; and where each came from. A value of BoardModel; GUI thread; nothing fails.
#pragma once

#include "domain/fields/ids.h"

#include <QSet>

#include <vector>

namespace headway::app {

// Where a card was before it was moved, to put it back; or where it goes.
struct CardPlace {
    DealId deal = {};
    StageId stage = {};
    int row = 0;
};

class PendingMoves
{
public:
    void pickUp(std::vector<CardPlace> origins); // nothing was carried
    bool isCarrying() const { return !m_origins.empty(); }
    bool isCarried(DealId deal) const;
    const std::vector<DealId> &carried() const { return m_carried; }
    // Those of the carried that come from another stage.
    std::vector<DealId> comingInto(StageId stage) const;

    // What was carried comes out, as where it was; nothing is carried any more.
    std::vector<CardPlace> putBack();
    std::vector<CardPlace> submit(); // and is on its way into the book
    // The book has answered about these.
    void conclude(const std::vector<CardPlace> &origins);

    bool isPending(DealId deal) const { return m_pending.contains(deal.value); } // submitted
    bool isAnySubmitted() const { return m_submitted > 0; }
    // What is drawn is not what the book holds.
    bool isAhead() const { return isCarrying() || isAnySubmitted(); }

private:
    std::vector<DealId> m_carried;
    std::vector<CardPlace> m_origins; // of the carried
    QSet<qint64> m_pending;
    int m_submitted = 0; // moves that were not answered yet
};

} // namespace headway::app
