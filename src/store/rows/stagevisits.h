// SPDX-License-Identifier: GPL-3.0-or-later
// The present visits in the stage histories of deals. On the connection's thread; fails as the connection fails.
#pragma once

#include "domain/records/pipeline.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <QHash>

#include <vector>

namespace headway::store {

// The open visits of these deals, by the deal's number; none for a deal whose history has none.
Result<QHash<qint64, StageVisit>> openVisits(sql::Connection &connection, const std::vector<qint64> &deals);

} // namespace headway::store
