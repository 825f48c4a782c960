// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the full-text index up to date with the records. Bodies are words folded by us
// (domain/text/text.h), so that both engines find the same. Records are indexed through search_doc; an
// activity's words come from its own row alone and are not stored a second time on SQLite.
#pragma once

#include "domain/fields/field.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <span>
#include <vector>

namespace headway::store {

// For a contact, company, lead or deal: reads it, its contact points, its tags and the names by which it is found
// (searchnames.h), and updates the index if its words changed. A removed record is taken out of the index.
Result<> indexRecord(sql::Connection &connection, EntityRef ref);
// The same for a live record whose row is known: `own` is its searchText().
Result<> indexRecord(sql::Connection &connection, EntityRef ref, const QString &own);

// What a step knows of the words of removed records that rest in the index of a file, see sweepSearch().
struct StepWords {
    bool takesBackNewest = false; // the step before it: then what comes back has the words that rest
    QSet<EntityRef> changed = {}; // whose words this step changed, as many as fit
    bool hasMore = false;
};
// The same for many records, which are written in the order in which the index takes them fastest.
Result<> indexRecords(sql::Connection &connection, const QHash<EntityRef, std::optional<QString>> &records,
                      StepWords &step);

// Takes words of records that long steps removed out of the index of a file, which still has them, at most so many: a
// thousand keep others waiting for a tenth of a second. Whether there may be more.
Result<bool> sweepSearch(sql::Connection &connection, int most);

// `before` and `after` are searchText() of the activity; empty if it does not exist.
Result<> indexActivity(sql::Connection &connection, qint64 id, const QString &before, const QString &after);

// The search texts of a kind's live records with an id above `after`, in the order of their ids; empty at
// the end. Read in bulk, contact points, tags and names merged in.
struct SearchBody {
    qint64 id = 0;
    QString body = {}; // may be empty: a record without words
};
Result<std::vector<SearchBody>> searchBodies(sql::Connection &connection, EntityKind kind, qint64 after);

// The same of those of `ids` that are live; not more than one condition has room for.
Result<std::vector<SearchBody>> searchBodies(sql::Connection &connection, EntityKind kind,
                                             std::span<const qint64> ids);
// Adds the texts of activities that the index does not have yet.
Result<> writeActivities(sql::Connection &connection, const std::vector<SearchBody> &bodies);

// Drops the index and rebuilds it.
Result<> indexWholeBook(sql::Connection &connection);

// `words` as the index stores them: each once, none beside a name that is in it, long ones cut.
QString shortened(const QString &words);

// " 17", marked, of a record that people know by its number.
QString numberWord(EntityRef ref);

// The words by which a contact point is found: the words of an address, or those of a phone number
// (domain/text/phonenumber.h), so that any part of it finds it.
QString contactPointWords(QStringView by, const QString &value);

} // namespace headway::store
