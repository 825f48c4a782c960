// SPDX-License-Identifier: GPL-3.0-or-later
// The pipeline board: columns with their full counts and sums, and the order of the cards in each. On the
// connection's thread; fails as the connection fails.
#pragma once

#include "domain/query/filter.h"
#include "domain/records/pipeline.h"
#include "domain/records/totals.h"
#include "domain/result.h"
#include "domain/text/daterange.h"
#include "store/reading/lists.h"

#include <vector>

namespace headway::store {

struct BoardColumn {
    Stage stage = {};
    qint64 count = 0;
    std::vector<MoneySum> sums = {}; // one per currency, the largest first
    // Open stages: the sum of the times when the deals entered, in seconds since 1970 (UTC); and the number
    // of deals for which that is known.
    qint64 enteredSum = 0;
    qint64 enteredCount = 0;
};

// How many days the deals of an open stage have been in it, on average, rounded to the nearest; none if
// there are no deals.
std::optional<qint64> averageDays(const BoardColumn &column, Instant now);

// The columns of a pipeline by position, counted over all deals that match the filter.
Result<std::vector<BoardColumn>> boardColumns(sql::Connection &connection, PipelineId pipeline,
                                              const Filter &filter, const Viewer &viewer);

// The deals of a pipeline that match the filter and were won on one of these days.
Result<Totals> wonWithin(sql::Connection &connection, PipelineId pipeline, const DayRange &days,
                         const Filter &filter, const Viewer &viewer);

// The cards of one column, top first; only the first `most` (0: all).
Result<std::vector<qint64>> columnIds(sql::Connection &connection, StageId stage, const Filter &filter,
                                      const Viewer &viewer, qint64 most);

} // namespace headway::store
