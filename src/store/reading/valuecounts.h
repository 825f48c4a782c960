// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a field among the records that meet a filter, with how many records have each: what a filter that
// is being typed can go on with. On the connection's thread; fails as the connection fails, with Cancelled when a
// later question interrupts it.
#pragma once

#include "domain/query/filter.h"
#include "domain/result.h"
#include "store/reading/query.h"

#include <optional>
#include <vector>

namespace headway::store {

struct ValuesQuery {
    EntityKind kind = EntityKind::Deal;
    Filter filter = {}; // what the records must meet besides
    // Whose values; its own are ignored. See hasSharedValues() in domain/query/grouping.h.
    Condition field = {};
    QString typed = {}; // only values that a condition with this text would find
    int most = 50;      // values
};

struct ValueCount {
    Value key = {};    // a code, a text, a number; for names, the id of one of the records called so
    QString name = {}; // of a record
    qint64 count = 0;
};

struct ValueCounts {
    // The most frequent first. What has the same name is one, as a filter cannot tell it apart; what was deleted
    // is left out, as a filter cannot name it. A text counts where it is the whole of the field.
    std::vector<ValueCount> values = {};
    bool isWhole = true; // else there are others, less frequent ones
    // How many have none; nothing if something is typed.
    std::optional<qint64> blank = {};
    // Of the viewer, where the values are users: "me". Nothing if there are too many users to tell.
    std::optional<qint64> mine = {};
};

// Empty for a field whose values nobody shares.
Result<ValueCounts> valueCounts(sql::Connection &connection, const ValuesQuery &query, const Viewer &viewer);

} // namespace headway::store
