// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of any kind, as read by models that load a window of rows: the ids of a query in order, then rows
// by id; and the count and sums of the whole query. Never OFFSET. On the connection's thread; fails as the
// connection fails.
#pragma once

#include "domain/query/filter.h"
#include "domain/records/loadedrecord.h"
#include "domain/records/record.h"
#include "domain/records/totals.h"
#include "domain/result.h"
#include "store/reading/query.h"
#include "store/rows/dealmoney.h"

#include <utility>
#include <vector>

namespace headway::store {

// All ids of the query in its order, or only the first `most` (0: all).
Result<std::vector<qint64>> ids(sql::Connection &connection, const Query &query, const Viewer &viewer,
                                qint64 most);

// The same of the records that meet `where`, as whereClause() has it, instead of the query's filter.
Result<std::vector<qint64>> idsWhere(sql::Connection &connection, const Query &query, const Clause &where,
                                     qint64 most);

// In the order of `ids`; ids without a record are left out.
Result<std::vector<LoadedRecord>> rows(sql::Connection &connection, EntityKind kind,
                                       const std::vector<qint64> &ids);

// Totals of the whole query, not only of what is loaded.
Result<Totals> totals(sql::Connection &connection, const Query &query, const Viewer &viewer);

} // namespace headway::store
