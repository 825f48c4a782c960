// SPDX-License-Identifier: GPL-3.0-or-later
// Adding, changing, ordering and deleting picklist values, by the rules of domain/rules/picklists.h.
// createRecordEdit, setFieldsEdit and deleteEdit call these for such kinds, so that window and command line
// obey the same rules. On the connection's thread; fails as in actions.h.
#pragma once

#include "store/actions/actions.h"

namespace headway::store {

// Inserted at its place in the list; a new pipeline comes with the stages it needs.
[[nodiscard]] Result<Edit> addPicklistValueEdit(sql::Connection &connection, EntityKind kind, const Row &row);

// Whether `record` may become `after`. A stage that has deals keeps its type and its pipeline.
Result<> checkPicklistChange(sql::Connection &connection, const Record &record, const Row &after);

// The changes that delete the value, and the stages of a pipeline. Conflict if it is in use.
[[nodiscard]] Result<std::vector<Change>> picklistRemoval(sql::Connection &connection, const Record &record);

// Moves the value one place up (-1) or down (1) in its list; empty at the end of it.
[[nodiscard]] Result<Edit> movePicklistValueEdit(sql::Connection &connection, EntityRef value, int step);

} // namespace headway::store
