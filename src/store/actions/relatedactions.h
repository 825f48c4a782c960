// SPDX-License-Identifier: GPL-3.0-or-later
// Adding and changing child records. Only for the files behind actions.h.
#pragma once

#include "store/actions/actions.h"

namespace headway::store {

// Kinds with isChildRecord() only. A new primary contact point replaces the former one. Invalid if the
// owner has the same already, NotFound if the owner does not exist.
[[nodiscard]] Result<Edit> addRelatedEdit(sql::Connection &connection, EntityKind kind, const Row &row);
// Changes `record` to `after`; empty if nothing differs.
[[nodiscard]] Result<Edit> changeRelatedEdit(sql::Connection &connection, const Record &record,
                                             const Row &after);
// "Removed “VIP” from “Renewal”"
Result<Sentence> removalLabel(sql::Connection &connection, const Record &record);

} // namespace headway::store
