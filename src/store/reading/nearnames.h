// SPDX-License-Identifier: GPL-3.0-or-later
// Names that mean no record, and those that were probably meant. On the connection's thread; fails as the connection
// fails.
#pragma once

#include "domain/query/filternames.h"
#include "sql/connection.h"

#include <optional>

namespace headway::store {

// " Did you mean “Offer”?", or nothing if no record of the kind is called nearly so. Where there may be too many to
// compare, only those are that begin alike.
Sentence nearName(sql::Connection &connection, EntityKind kind, const QString &typed);

// The first of the names that no record has, at its place: "There is no stage “Ofer”. Did you mean “Offer”?"
Result<std::optional<FilterError>> unknownName(sql::Connection &connection,
                                               const std::vector<TypedName> &names);

} // namespace headway::store
