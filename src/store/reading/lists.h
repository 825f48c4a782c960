// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of any kind, as windowed models read them: the ids of a query in order, then rows by id; and
// the count and sums of the whole query. Never OFFSET. On the connection's thread; fails as it fails.
#pragma once

#include "domain/fields/field.h"
#include "domain/query/filter.h"
#include "domain/result.h"
#include "store/reading/query.h"

#include <utility>
#include <vector>

namespace headway::store {

// All ids of the query in its order, or only the first `most` (0: all).
Result<std::vector<qint64>> ids(sql::Connection &connection, const Query &query, const Viewer &viewer,
                                qint64 most);

// A record with the names of those it refers to.
struct ListRow {
    Record record = {};
    std::vector<std::pair<int, QString>> titles = {}; // with their field indexes; references only

    QString titleOf(int field) const
    {
        for (const auto &[index, title] : titles) {
            if (index == field)
                return title;
        }
        return {};
    }
};

// In the order of `ids`; ids without a record are left out.
Result<std::vector<ListRow>> rows(sql::Connection &connection, EntityKind kind,
                                  const std::vector<qint64> &ids);

struct MoneySum {
    QString currency = {};
    qint64 minor = 0;
    qint64 weighted = 0; // deals only

    bool operator==(const MoneySum &) const = default;
};

// Adds to the sum of that currency. The largest stay first, equal ones by currency. Amounts beyond what a record
// may hold, in a book that breaks that rule, end at the largest number there is.
void addSum(std::vector<MoneySum> &sums, const MoneySum &sum);

// The truth of the whole filter, not of what is loaded.
struct Totals {
    qint64 count = 0;
    std::vector<MoneySum> sums = {}; // one per currency, the largest first; kinds with an amount only

    bool operator==(const Totals &) const = default;
};
Result<Totals> totals(sql::Connection &connection, const Query &query, const Viewer &viewer);

// SQL for a deal's probability in force, and its weighted value: `d` is the deal, `s` its stage. The same
// rules, and the same rounding, as in domain/rules/deals.h.
QString probabilityExpression();
QString weightedExpression();

} // namespace headway::store
