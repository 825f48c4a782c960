// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of a board whose place is not the one in the book: being carried, or dropped and submitted but
// not confirmed yet; and where each came from. A value of BoardModel; GUI thread; nothing fails.
#pragma once

#include "app/board/cardid.h"

#include <QSet>

#include <vector>

namespace headway::app {

// The place of a card: its former one, to put it back, or the new one.
struct CardPlace {
    CardId id = {};
    qint64 lane = 0;
    int row = 0;
};

class PendingMoves
{
public:
    void pickUp(std::vector<CardPlace> origins); // nothing may be carried yet
    bool isCarrying() const { return !m_origins.empty(); }
    bool isCarried(CardId id) const;
    const std::vector<CardId> &carried() const { return m_carried; }
    // Those of the carried cards that come from another column.
    std::vector<CardId> comingInto(qint64 lane) const;

    // Returns the former places of the carried cards; nothing is carried any more.
    std::vector<CardPlace> putBack();
    std::vector<CardPlace> submit(); // likewise, but the cards are now submitted
    // The book has answered about these moves.
    void conclude(const std::vector<CardPlace> &origins);

    bool isPending(CardId id) const { return m_pending.contains(id.value); } // submitted
    bool isAnySubmitted() const { return m_submitted > 0; }
    // Whether what is shown differs from the book.
    bool isAhead() const { return isCarrying() || isAnySubmitted(); }

private:
    std::vector<CardId> m_carried;
    std::vector<CardPlace> m_origins; // of the carried
    QSet<qint64> m_pending;
    int m_submitted = 0; // moves without an answer yet
};

} // namespace headway::app
