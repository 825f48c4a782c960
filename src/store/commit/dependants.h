// SPDX-License-Identifier: GPL-3.0-or-later
// What else in the book refers to a record: checked before an undo removes what a step had created.
#pragma once

#include "domain/fields/entity.h"
#include "domain/records/lists.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <functional>
#include <optional>
#include <vector>

namespace headway::store {

// A sentence about the first live record found that refers to one of `removed`, which are marked as removed
// already; nothing if there is none.
Result<std::optional<Sentence>> firstDependant(sql::Connection &connection,
                                               const std::vector<EntityRef> &removed);

// Calls `take` for each live record that has a value for the field, with its JSON.
Result<> eachOwnValue(sql::Connection &connection, const CustomField &field,
                      const std::function<void(qint64 record, const QString &json)> &take);

// The same for custom fields among them: a live record that has a value for one, which nobody would see any more.
Result<std::optional<Sentence>> firstUseOfField(sql::Connection &connection,
                                                const std::vector<EntityRef> &removed);

} // namespace headway::store
