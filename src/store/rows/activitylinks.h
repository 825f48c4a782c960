// SPDX-License-Identifier: GPL-3.0-or-later
// Which records an activity is about. On the connection's thread; fails as the connection fails.
#pragma once

#include "domain/fields/ids.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <vector>

namespace headway::store {

// The records in whose timelines the activity is shown.
Result<std::vector<EntityRef>> linksOf(sql::Connection &connection, ActivityId activity);

} // namespace headway::store
