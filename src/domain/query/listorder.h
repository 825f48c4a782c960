// SPDX-License-Identifier: GPL-3.0-or-later
// The order of a list as it is read: however an order was asked for, it becomes the shortest one that puts the records
// in the same order, since that is the one an index holds. Pure; any thread; nothing fails.
#pragma once

#include "domain/query/filter.h"
#include "domain/query/grouping.h"

#include <vector>

namespace headway {

// Without what was said before, what is the same in all records that meet the filter, and what comes after the number
// of a record; the parts of a person's name in their order, "last_name,first_name", are the name. Never empty. Ties are
// in the direction of the last key.
std::vector<SortKey> essentialOrder(const Query &query);

// Whether no two records are alike in it.
bool isUnique(const SortKey &key);

// The query with its order as it is within the groups, whose records are alike in what makes the group.
Query withinGroups(Query query, const Grouping &by);

} // namespace headway
