// SPDX-License-Identifier: GPL-3.0-or-later
// Adding, changing, ordering and deleting the entries of a book's lists, by the rules of
// domain/rules/picklists.h. createRecordEdit, setFieldsEdit and deleteEdit go through here for such kinds, so
// that window and command line keep the same rules. On the connection's thread; fails as actions.h says.
#pragma once

#include "store/actions/actions.h"

namespace headway::store {

// At its place in the list; a new pipeline comes with the stages it cannot do without.
[[nodiscard]] Result<Edit> addPicklistValueEdit(sql::Connection &connection, EntityKind kind, const Row &row);

// Whether `record` may become `after`. A stage in which deals stand keeps its type and its pipeline.
Result<> checkPicklistChange(sql::Connection &connection, const Record &record, const Row &after);

// What deleting the entry takes: itself, and the stages of a pipeline. Conflict where it is in use.
[[nodiscard]] Result<std::vector<Change>> picklistRemoval(sql::Connection &connection, const Record &record);

// One place up (-1) or down (1) in its list; empty at the end of it.
[[nodiscard]] Result<Edit> movePicklistValueEdit(sql::Connection &connection, EntityRef value, int step);

} // namespace headway::store
