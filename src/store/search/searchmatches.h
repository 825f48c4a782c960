// SPDX-License-Identifier: GPL-3.0-or-later
// Which records and activities contain typed words: their ids only, the newest first. Used by search.h; on the
// connection's thread, interruptible, fails as the connection fails.
#pragma once

#include "domain/fields/entity.h"
#include "domain/result.h"
#include "sql/connection.h"
#include "store/search/matchtext.h"

#include <QString>

#include <span>
#include <vector>

namespace headway::store {

// For activities, as an expression of the engine's full-text search: all the words, or what may be a number among them as one
// (matchnumber.h). Empty if there is nothing to search for.
QString matchOf(sql::Engine engine, const QString &typed);

// For records that are called so. An empty text likewise.
Match calledIn(sql::Engine engine, const QString &typed);

struct Matches {
    std::vector<EntityRef> refs = {};
    bool isAll = true; // false: there may be more
};
// Those that are called as was typed, then, if these are all of them and fewer than `sufficient`, those that have the words beside
// their names; of both the newest, at most `most`. `enough`: older ones are not looked at if there are so many among
// the newest, where that is quicker.
struct Bounds {
    int most = 0;
    int enough = 0;
    int sufficient = 0;
};
Result<Matches> matchingRecords(sql::Connection &connection, std::span<const EntityKind> kinds,
                                const QString &typed, const Bounds &bounds);
// Those that are called so only.
Result<Matches> matchingNames(sql::Connection &connection, std::span<const EntityKind> kinds,
                              const Match &called, int most, int enough);
Result<Matches> matchingActivities(sql::Connection &connection, const QString &match, int most, int enough);

// Adds records whose title begins with `begin`, which is folded, by the index of names: a record of exactly that
// name is found, however many others match.
Result<> addTitles(sql::Connection &connection, EntityKind kind, const QString &begin,
                   std::vector<EntityRef> &into);

void removeRepeated(std::vector<EntityRef> &refs);

} // namespace headway::store
