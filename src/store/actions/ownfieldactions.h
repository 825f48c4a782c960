// SPDX-License-Identifier: GPL-3.0-or-later
// Adding and changing the own fields of a book: their definitions, not the values. Only for the files behind actions.h,
// which call these for such records. On the connection's thread; fails as in actions.h.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/record.h"
#include "domain/result.h"
#include "sql/connection.h"

namespace headway::store {

// After the others of its kind of record; without a name (by which values are kept) it gets one from its label.
[[nodiscard]] Result<Edit> addOwnFieldEdit(sql::Connection &connection, const Row &row);

// Whether `field` may become `after`. Invalid if another one is called so, or if records hold what it could not hold then:
// it says how many, and one of these values.
[[nodiscard]] Result<> checkOwnFieldChange(sql::Connection &connection, const Record &field,
                                           const Row &after);

// Whether it may be deleted: Conflict if a record has a value for it, which nobody would see any more.
[[nodiscard]] Result<> checkOwnFieldRemoval(sql::Connection &connection, const Record &field);

} // namespace headway::store
