// SPDX-License-Identifier: GPL-3.0-or-later
// Taking back a step after which others have changed the same fields: which ones those are, and all of them in
// one edit. On the connection's thread; fails as the connection fails.
#pragma once

#include "domain/changes/change.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <vector>

namespace headway::store {

// The steps in effect that have to be taken back before this one, newest first. None if there are too many to
// say, or if what stands in the way is not a step: taking back `operation` tells that.
Result<std::vector<Operation>> stepsInTheWay(sql::Connection &connection, qint64 operation);

// What takes back all these steps; commit() makes it one step, which can be taken back itself. Fails with
// NotFound for a step that is not there.
Result<Edit> editTakingBack(sql::Connection &connection, std::vector<qint64> operations);

} // namespace headway::store
