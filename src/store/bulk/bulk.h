// SPDX-License-Identifier: GPL-3.0-or-later
// Fills an empty book with millions of records: the sample company, a converted archive. The only way to
// write besides commit(): rows are validated and derived as there, but what depends on other records, the
// search text and the indexes are made at the end, in bulk. On the writer's thread. Fails with Conflict if
// the book holds records, Invalid if a row breaks a rule, Constraint if one refers to a record that does
// not exist, or as the connection fails; then the book is as empty as before. But if the process dies
// meanwhile a SQLite file is lost (see sql/bulkmode.h): load into a file that is renamed when it is
// complete.
#pragma once

#include "domain/changes/change.h"
#include "domain/fields/field.h"
#include "domain/progress.h"
#include "domain/result.h"
#include "sql/bulkinsert.h"
#include "sql/bulkmode.h"
#include "store/bulk/bulkhistory.h"

#include <memory>
#include <optional>

namespace headway::store {

class BulkLoad
{
public:
    static Result<BulkLoad> begin(sql::Connection &connection);

    // Makes finish() write a change log of the newest `most` changes, as if the records had been typed when
    // they were created; call before the first add().
    void logHistory(qint64 most) { m_history.emplace(most); }

    // Adds a record with its final id. Fastest if records of a kind come one after another. Dependent
    // fields (store/commit/derived.h) of `row` are ignored.
    Result<> add(EntityKind kind, qint64 id, const Row &row, Instant createdAt);

    qint64 count() const { return m_count; }

    // `progress` gets the parts done of all; cancelling leaves the book empty.
    Result<> finish(const Progress &progress);

private:
    BulkLoad(sql::Connection &connection, sql::BulkMode mode);

    Result<> switchTo(EntityKind kind);
    Result<> endRows();
    Result<> setIdentities();

    sql::Connection *m_connection;
    sql::BulkMode m_mode;
    std::optional<EntityKind> m_kind;
    std::unique_ptr<sql::BulkInsert> m_rows; // of m_kind
    sql::Values m_cells;
    std::optional<BulkHistory> m_history;
    qint64 m_count = 0;
};

} // namespace headway::store
