// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is for, and who does not want to be in it. On a reader's thread; fails as the connection fails.
#pragma once

#include "domain/query/filter.h"
#include "domain/result.h"
#include "store/reading/query.h"

namespace headway::transfer {

// Mailing: without those who want no e-mail. Calls: without those who do not want to be called.
enum class ExportPurpose { Any, Mailing, Calls };

// Whether records of the kind say what they wish.
[[nodiscard]] bool hasWishes(EntityKind kind);

struct Willing {
    Query query = {};     // the same without them
    qint64 unwilling = 0; // how many those are
};
// Invalid for a purpose if the kind says nothing of wishes.
[[nodiscard]] Result<Willing> willing(sql::Connection &connection, const Query &query, ExportPurpose purpose,
                                      const store::Viewer &viewer);

} // namespace headway::transfer
