// SPDX-License-Identifier: GPL-3.0-or-later
// A list divided into groups: its ids group by group, and what each group counts and sums up to; and the
// sums of any records of a list. On the connection's thread; fails as the connection fails.
#pragma once

#include "domain/query/grouping.h"
#include "domain/records/totals.h"
#include "domain/result.h"
#include "store/reading/query.h"

#include <vector>

namespace headway::store {

struct GroupedQuery {
    Query query = {}; // its order applies within each group
    Grouping by = {};
    int firstMonth = 1; // of the fiscal year, for quarters
    QDate today = {};   // for what is due
};

// The key of a group is what its records have in common: an id, a code, a text, a number, the number of a
// month, a part of what is due (see grouping.h). Nothing, or an empty text, for those that have none; that group is the last.
struct GroupRun {
    Value key = {};
    QString title = {}; // of the record that the key is the id of; else empty
    qint64 count = 0;
};

// The ids of each run follow those of the run before; see firstGroupedIds() for a run that has not all of them.
struct GroupedIds {
    std::vector<qint64> ids = {};
    std::vector<GroupRun> runs = {};
};

// Stages and picklists in their order, months by time, names by name; backwards where the query sorts by the
// same column downwards.
Result<GroupedIds> groupedIds(sql::Connection &connection, const GroupedQuery &query, const Viewer &viewer);

// What is shown at once: the first `most` ids of the same, with the groups they are in. The last of those may have more
// records than there are ids for it; its count is that of all.
Result<GroupedIds> firstGroupedIds(sql::Connection &connection, const GroupedQuery &query,
                                   const Viewer &viewer, qint64 most);

struct GroupTotals {
    Value key = {};
    Totals totals = {};
    qint64 withoutNextStep = 0; // open deals with nothing planned
};

// In any order.
Result<std::vector<GroupTotals>> groupTotals(sql::Connection &connection, const GroupedQuery &query,
                                             const Viewer &viewer);

// Count and sums of these records; ids without a live record are left out.
Result<Totals> totalsOf(sql::Connection &connection, EntityKind kind, const std::vector<qint64> &ids);

} // namespace headway::store
