// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to a record or stands beside it: the ways to reach it, its tags, the people and products
// of a deal, the deals and contacts of a company. For the detail pane and `show`. On the connection's
// thread; fails as it fails.
#pragma once

#include "domain/result.h"
#include "store/reading/lists.h"

#include <map>
#include <vector>

namespace headway::store {

// Each list only where the kind of record has such; the newest or first ones, live rows only. With an
// activity stand the records it is linked to.
struct Related {
    // By kind: those that refer to it (Trait::Listed) and, of an activity, those it is linked to.
    std::map<EntityKind, std::vector<ListRow>> records = {};
    std::vector<ListRow> dealContacts = {}; // roles in a deal
    std::vector<ListRow> lineItems = {};
    std::vector<ListRow> affiliations = {};
    std::vector<ListRow> contactPoints = {};
    std::vector<ListRow> addresses = {};
    std::vector<ListRow> tagLinks = {};

    const std::vector<ListRow> &of(EntityKind kind) const;
};

// At most `most` of each kind.
Result<Related> relatedTo(sql::Connection &connection, EntityRef record, int most);

} // namespace headway::store
