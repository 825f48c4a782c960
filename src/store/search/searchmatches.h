// SPDX-License-Identifier: GPL-3.0-or-later
// Which records and activities contain typed words: their ids only, the newest first. Used by search.h; on the
// connection's thread, interruptible, fails as the connection fails.
#pragma once

#include "domain/fields/entity.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <QString>

#include <span>
#include <vector>

namespace headway::store {

// As an expression of the engine's full-text search: all the words, or all their digits as one number. Empty if
// there is nothing to search for.
QString matchOf(sql::Engine engine, const QString &typed);

struct Matches {
    std::vector<EntityRef> refs = {};
    bool isAll = true; // false: there may be more
};
// Among the newest that match, at most `most`. `enough`: on a server, older ones are not looked at if there are
// so many among the newest of each kind.
Result<Matches> matchingRecords(sql::Connection &connection, std::span<const EntityKind> kinds,
                                const QString &match, int most, int enough);
Result<Matches> matchingActivities(sql::Connection &connection, const QString &match, int most, int enough);

// Adds records whose title begins with `begin`, which is folded, by the index of names: a record of exactly that
// name is found, however many others match.
Result<> addTitles(sql::Connection &connection, EntityKind kind, const QString &begin,
                   std::vector<EntityRef> &into);

void removeRepeated(std::vector<EntityRef> &refs);

} // namespace headway::store
