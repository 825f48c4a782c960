// SPDX-License-Identifier: GPL-3.0-or-later
// How records are told into groups, as SQL on the table aliased `r`. On the connection's thread; fails as the
// connection fails.
#pragma once

#include "store/reading/groups.h"

namespace headway::store {

struct GroupKey {
    QString expression = {};               // of a record; NULL or empty for none
    std::optional<EntityKind> target = {}; // if the key is the id of a record
    std::span<const Choice> choices = {};  // if it is a code
    bool isText = false;
    bool isBackwards = false; // the groups in descending order
    // Of groups by what is due: true of what is ahead, and of what is over. An index answers both.
    QString isAhead = {};
    QString isOver = {};
};

// Asks for the first and last time, if groups are by times: SQLite has no time zones, so their months are
// written into the expression.
Result<GroupKey> groupKeyOf(sql::Connection &connection, const GroupedQuery &query, const Viewer &viewer,
                            const Clause &where);

// The joins that the order of the groups needs, and its terms, where `key` is SQL for the group's key.
struct GroupOrder {
    QString joins = {};
    QStringList terms = {};
};
GroupOrder groupOrderOf(const GroupKey &key, const QString &expression);

} // namespace headway::store
