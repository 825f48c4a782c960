// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the short lists that every window keeps in memory: once, and again when one of them changes. On the
// connection's thread; fails as the connection fails.
#pragma once

#include "domain/records/lookups.h"
#include "domain/result.h"
#include "sql/connection.h"

namespace headway::store {

Result<Lookups> loadLookups(sql::Connection &connection);

} // namespace headway::store
