// SPDX-License-Identifier: GPL-3.0-or-later
// How often each tag is hung on a record, so that those used most can be offered first. Counted in the index
// alone, so tags taken away again count, too. On the connection's thread; fails as the connection fails.
#pragma once

#include "domain/fields/ids.h"
#include "domain/result.h"

#include <map>

namespace headway::sql {
class Connection;
}

namespace headway::store {

using TagUses = std::map<qint64, qint64>; // by the tag's id; without those that were never hung anywhere

Result<TagUses> tagUses(sql::Connection &connection);

} // namespace headway::store
