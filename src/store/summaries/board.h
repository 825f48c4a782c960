// SPDX-License-Identifier: GPL-3.0-or-later
// A board, of the deals of a pipeline or of all leads: columns with their full counts and sums, and the order of the
// cards in each. On the connection's thread; fails as the connection fails.
#pragma once

#include "domain/query/filter.h"
#include "domain/records/lane.h"
#include "domain/records/totals.h"
#include "domain/result.h"
#include "domain/text/daterange.h"
#include "store/reading/lists.h"

#include <vector>

namespace headway::store {

// What a board is of.
struct BoardOf {
    EntityKind cards = EntityKind::Deal; // or Lead
    PipelineId pipeline = {};            // of deals

    bool operator==(const BoardOf &) const = default;
};

struct BoardColumn {
    Lane lane = {};
    qint64 count = 0;
    std::vector<MoneySum> sums = {}; // one per currency, the largest first
    // Where it is not closed: the sum of the times when the cards entered, in seconds since 1970 (UTC); and the
    // number of cards for which that is known.
    qint64 enteredSum = 0;
    qint64 enteredCount = 0;
};

// How many days the cards of an open column have been in it, on average, rounded to the nearest; none if
// there are none.
std::optional<qint64> averageDays(const BoardColumn &column, Instant now);

// The columns by position, counted over all deals or leads that match the filter. A status that is not used any more
// is a column as long as it has leads.
Result<std::vector<BoardColumn>> boardColumns(sql::Connection &connection, const BoardOf &of,
                                              const Filter &filter, const Viewer &viewer);

// The deals of a pipeline that match the filter and were won on one of these days.
Result<Totals> wonWithin(sql::Connection &connection, PipelineId pipeline, const DayRange &days,
                         const Filter &filter, const Viewer &viewer);

// The cards of one column, top first; only the first `most` (0: all). Deals lie as they were laid; leads whose next step
// is due first lie on top, then those without one, the newest first.
Result<std::vector<qint64>> columnIds(sql::Connection &connection, const Lane &lane, const Filter &filter,
                                      const Viewer &viewer, qint64 most);

} // namespace headway::store
