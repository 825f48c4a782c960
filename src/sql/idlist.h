// SPDX-License-Identifier: GPL-3.0-or-later
// Many ids in one statement, whose text is one of very few, so that each is prepared once. Any thread.
#pragma once

#include "sql/value.h"

#include <span>
#include <vector>

namespace headway::sql {

// What stands behind a column that is to be one of `ids`: " IN (?,?,…)". `binds` gets what belongs to it. At least
// one id, and no more than in one of the parts below.
QString amongIds(std::span<const qint64> ids, Values &binds);

// `ids` in parts for which one statement has room.
std::vector<std::span<const qint64>> inParts(std::span<const qint64> ids);

} // namespace headway::sql
