// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be done now, as the Today page shows it: planned activities that are overdue, due today or in
// the coming days, and open deals with nothing planned. Each part with its full count but its first rows
// only, so that it costs the same with ten thousand of them. On the connection's thread; fails as the
// connection fails.
#pragma once

#include "domain/records/loadedrecord.h"
#include "domain/records/totals.h"
#include "domain/result.h"
#include "domain/rules/today.h"
#include "store/reading/lists.h"

#include <vector>

namespace headway::store {

struct TodayRequest {
    Whose whose = Whose::Me; // MyTeam for a user without a team: their own
    QDate today = {};        // in the viewer's zone
    int most = 100;          // maximum rows of each part
};

struct PlannedPart {
    qint64 count = 0;
    std::vector<LoadedRecord> rows = {}; // with what they are about; in the order of isDueBefore()
};

struct Today {
    PlannedPart overdue = {};
    PlannedPart today = {};
    qint64 todaySeconds = 0;                  // as long as all that is due today is planned to take
    PlannedPart next = {};                    // from tomorrow up to daysAhead
    qint64 unplannedCount = 0;                // open deals with nothing planned
    std::vector<MoneySum> unplannedSums = {}; // per currency, the largest first; not weighted
    std::vector<LoadedRecord> unplanned = {}; // those untouched for longest first
    qint64 ownDue = 0;                        // overdue and due today, of the viewer only
};

Result<Today> today(sql::Connection &connection, const TodayRequest &request, const Viewer &viewer);

// Today::ownDue alone, without a row being read.
Result<qint64> ownDue(sql::Connection &connection, QDate today, const Viewer &viewer);

} // namespace headway::store
