// SPDX-License-Identifier: GPL-3.0-or-later
// Counts and sums of the board's columns while deals are moved: what they will be once the book has taken the
// move, so that they follow in the same frame. Values; any thread; nothing fails.
#pragma once

#include "domain/records/totals.h"
#include "domain/rules/deals.h"
#include "domain/text/daterange.h"
#include "store/summaries/board.h"

namespace headway::app {

// A deal that is not at hand is only counted; the read that follows tells its amount.
void moveTotals(store::BoardColumn &from, store::BoardColumn &to, const Deal *deal, Instant now);
// What was said when it entered: amounts that were filled in or corrected.
void enterTotals(store::BoardColumn &target, const Deal &before, const Deal &after);
// Of the deals won within `quarter`; `from` is the type of the stage that it left.
void moveWon(Totals &won, const DayRange &quarter, StageType from, const Deal &before, StageType to,
             const Deal &after, QDate on);

} // namespace headway::app
