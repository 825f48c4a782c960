// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the full-text index in step with the records. Bodies are words folded by us (domain/text/text.h),
// so that both engines find the same. Records are indexed through search_doc; an activity's words
// follow from its own row alone and are not stored a second time on SQLite.
#pragma once

#include "domain/fields/field.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <vector>

namespace headway::store {

// Contact, company, lead or deal: reads it and its contact points, and updates the index if its words
// changed. A removed record loses its entry.
Result<> indexRecord(sql::Connection &connection, EntityRef ref);
// The same for a live record whose row is at hand: `own` is its searchText().
Result<> indexRecord(sql::Connection &connection, EntityRef ref, const QString &own);

// `before` and `after` are searchText() of the activity; empty for none.
Result<> indexActivity(sql::Connection &connection, qint64 id, const QString &before, const QString &after);

// What the live records of a kind should be found by, those with an id above `after` in the order of
// their ids; empty at the end. Read in bulk, contact points merged in.
struct SearchBody {
    qint64 id = 0;
    QString body = {}; // may be empty: a record without words
};
Result<std::vector<SearchBody>> searchBodies(sql::Connection &connection, EntityKind kind, qint64 after);

// Throws the index away and builds it anew.
Result<> indexWholeBook(sql::Connection &connection);

// `words` as the index keeps them: each once, none of them endless.
QString shortened(const QString &words);

// The words by which a contact point is found: those of an address, and of a phone number every
// tail of at least four digits, so that any part of it finds it.
QString contactPointWords(QStringView by, const QString &value);

} // namespace headway::store
