// SPDX-License-Identifier: GPL-3.0-or-later
// Counts and sums of the board's columns while cards are moved: the values they will have once the move is
// stored, so that they are updated in the same frame. Values; any thread; nothing fails.
#pragma once

#include "app/board/card.h"
#include "domain/records/totals.h"
#include "domain/rules/deals.h"
#include "domain/text/daterange.h"
#include "store/summaries/board.h"

namespace headway::app {

// A card that is not loaded (null) is only counted; the next read adds its amount.
void moveTotals(store::BoardColumn &from, store::BoardColumn &to, const Card *card, Instant now);
// Applies amounts that were filled in or corrected when the deal entered.
void enterTotals(store::BoardColumn &target, const Deal &before, const Deal &after);
// For the deals won within `quarter`; `from` is the type of the stage that the deal left.
void moveWon(Totals &won, const DayRange &quarter, StageType from, const Deal &before, StageType to,
             const Deal &after, QDate on);

} // namespace headway::app
