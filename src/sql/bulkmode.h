// SPDX-License-Identifier: GPL-3.0-or-later
// Filling an empty database: what makes single writes safe and fast to find (indexes, foreign keys, the
// write-ahead log) is removed and put back when all rows are in. One transaction. On the connection's
// thread; the database must not be used elsewhere meanwhile.
//
// If it fails or is destroyed before finish(), the database is as it was. If the process dies in between, a
// SQLite file is unusable (its journal was in memory): load into a file that gets its final name only when
// complete, as sample/samplebook.cpp does.
#pragma once

#include "sql/connection.h"

#include <memory>
#include <vector>

namespace headway::sql {

class BulkMode
{
public:
    static Result<BulkMode> begin(Connection &connection);
    BulkMode(BulkMode &&) noexcept;
    BulkMode &operator=(BulkMode &&) = delete;
    ~BulkMode();

    // Rebuilds the indexes, for look-ups before finish().
    Result<> rebuildIndexes();
    // Fails with Constraint if a row refers to one that does not exist. Commits, restores the settings and
    // updates the query planner's statistics.
    Result<> finish();

private:
    explicit BulkMode(Connection &connection) : m_connection(&connection) {}

    Result<> setIndexesAside();
    Result<> setForeignKeysAside();
    Result<> checkForeignKeys();
    Result<> restoreSettings();

    Connection *m_connection;
    std::unique_ptr<Transaction> m_transaction;
    QStringList m_indexes;     // statements that create them
    QStringList m_foreignKeys; // likewise, PostgreSQL only
};

} // namespace headway::sql
