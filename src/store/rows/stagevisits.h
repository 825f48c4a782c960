// SPDX-License-Identifier: GPL-3.0-or-later
// The present visit in a deal's stage history. On the connection's thread; fails as the connection fails.
#pragma once

#include "domain/records/pipeline.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <optional>

namespace headway::store {

// The deal's open visit, if its history has one.
Result<std::optional<StageVisit>> openVisit(sql::Connection &connection, DealId deal);

} // namespace headway::store
