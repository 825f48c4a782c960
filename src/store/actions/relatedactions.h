// SPDX-License-Identifier: GPL-3.0-or-later
// Adding and changing what belongs to a record. Only for the files behind actions.h.
#pragma once

#include "store/actions/actions.h"

namespace headway::store {

// Kinds with isChildRecord() only. A new primary contact point takes the place of the former one. Invalid
// if the same stands there already, NotFound if the owner does not.
[[nodiscard]] Result<Edit> addRelatedEdit(sql::Connection &connection, EntityKind kind, const Row &row);
// `record` as it shall be; empty if nothing differs.
[[nodiscard]] Result<Edit> changeRelatedEdit(sql::Connection &connection, const Record &record,
                                             const Row &after);
// "Removed “VIP” from “Renewal”"
Result<Sentence> removalLabel(sql::Connection &connection, const Record &record);

} // namespace headway::store
