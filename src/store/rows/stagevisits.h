// SPDX-License-Identifier: GPL-3.0-or-later
// Where a deal stands in its stage history. On the connection's thread; fails as it fails.
#pragma once

#include "domain/records/pipeline.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <optional>

namespace headway::store {

// The visit that a deal is making now, if its history has one.
Result<std::optional<StageVisit>> openVisit(sql::Connection &connection, DealId deal);

} // namespace headway::store
