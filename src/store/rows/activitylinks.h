// SPDX-License-Identifier: GPL-3.0-or-later
// Which records an activity is about, and who takes part. On the connection's thread; fails as the connection fails.
#pragma once

#include "domain/fields/ids.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <vector>

namespace headway::store {

// The records in whose timelines the activity is shown.
Result<std::vector<EntityRef>> linksOf(sql::Connection &connection, ActivityId activity);
// Who took part in it, or is invited.
Result<std::vector<EntityRef>> participantsOf(sql::Connection &connection, ActivityId activity);

} // namespace headway::store
