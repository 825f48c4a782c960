// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed as the next step of a record becomes an activity in the same edit. Only for the files behind
// actions.h and the import. On the connection's thread; fails as the connection fails.
#pragma once

#include "domain/rules/nextstep.h"
#include "store/commit/commit.h"

#include <vector>

namespace headway::store {

// The changes that make `typed` the next step of a record that holds `row`; a negative id: the same edit creates
// it. The days are those of this computer. Empty if nothing was typed, or nothing differs.
[[nodiscard]] Result<std::vector<Change>> nextStepChanges(sql::Connection &connection, EntityRef record,
                                                          const Row &row, const TypedStep &typed,
                                                          const Actor &actor);

// The earliest planned activity of the record, if there is one.
Result<std::optional<Activity>> nextStepOf(sql::Connection &connection, EntityRef record);
// Whether an activity of this subject is planned for it.
Result<bool> isStepPlanned(sql::Connection &connection, EntityRef record, const QString &subject);
// Whether one is or was: what is done is not planned again.
Result<bool> isStepKnown(sql::Connection &connection, EntityRef record, const QString &subject);

} // namespace headway::store
