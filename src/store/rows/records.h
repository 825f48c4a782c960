// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and writing whole records of any kind, from the field tables: the thin repository layer. All
// functions run on the thread of the connection they are given, and fail as it fails. Only commit.cpp,
// bulk.cpp and repair*.cpp write here: everything else goes through store::commit.
#pragma once

#include "domain/records/record.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <optional>
#include <vector>

namespace headway::store {

// NotFound if there is no such record; a removed one is found, with deletedAt set.
Result<Record> load(sql::Connection &connection, EntityRef ref);

// The same with a lock: nobody else changes it until this transaction ends. (SQLite has one writer at a
// time; PostgreSQL would otherwise let two overwrite each other.)
Result<Record> loadForChange(sql::Connection &connection, EntityRef ref);

template <class E>
Result<E> load(sql::Connection &connection, Id<Table<E>::kind> id)
{
    HEADWAY_TRY(record, load(connection, EntityRef{Table<E>::kind, id.value}));
    return as<E>(record);
}

// The live records of a kind that match `condition` (SQL with `?`, or empty), in `order` (SQL, or empty for
// ascending id); the first `most` of them, or all.
struct Selection {
    QString condition = {};
    sql::Values binds = {};
    QString order = {};
    std::optional<int> most = {};
};
Result<std::vector<Record>> loadAll(sql::Connection &connection, EntityKind kind,
                                    const Selection &selection = {});

template <class E>
Result<std::vector<E>> loadAll(sql::Connection &connection, const Selection &selection = {})
{
    HEADWAY_TRY(records, loadAll(connection, Table<E>::kind, selection));
    std::vector<E> entities;
    entities.reserve(records.size());
    for (const Record &record : records)
        entities.push_back(as<E>(record));
    return entities;
}

// In the order of `ids`; an id without a record is left out.
Result<std::vector<Record>> loadMany(sql::Connection &connection, EntityKind kind,
                                     const std::vector<qint64> &ids);

// The same for those that a step is about to change, each locked as loadForChange() does. Of one call, 256 at a time
// are locked in the order of their ids, so that two of them cannot wait for each other; of steps that lock more, the
// engine may have to end one, which fails as Busy.
Result<std::vector<Record>> loadManyForChange(sql::Connection &connection, EntityKind kind,
                                              const std::vector<qint64> &ids);

// The title of a record, for messages. Empty if there is no such record.
Result<QString> titleOf(sql::Connection &connection, EntityRef ref);

// Inserts a row with all its fields, derived ones included; id 0 for the next free one. Returns its id.
struct Times {
    Instant created = {};
    Instant modified = {};
};
Result<qint64> insertRow(sql::Connection &connection, EntityRef ref, const Row &row, Times times);

// Writes the fields that differ between two states of a row, and raises its version.
Result<> updateRow(sql::Connection &connection, const Record &before, const Row &after, Instant now);

// "id, name, …, version, created_at, modified_at, deleted_at", as recordFrom() expects them, each
// column with `prefix` before it ("d." for a join).
QString columnList(EntityKind kind, const QString &prefix);
Record recordFrom(EntityKind kind, const sql::RowView &row);

} // namespace headway::store
