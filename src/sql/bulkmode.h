// SPDX-License-Identifier: GPL-3.0-or-later
// An empty database that is being filled: what makes single writes safe and quick to find (indexes,
// foreign keys, the write-ahead log) is set aside and put back when all rows are in. One transaction.
// On the connection's thread; nobody else may use the database meanwhile.
//
// If it fails or is dropped before finish(), the database is as it was. If the process dies in between,
// a SQLite file is unusable (its journal was in memory): load under a name that only a finished file
// gets, as sample/samplebook.cpp does.
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

    // Puts the indexes back, to be able to look things up; before finish().
    Result<> rebuildIndexes();
    // Refuses with Constraint if a row refers to one that is not there. Commits, restores the settings
    // and gives the query planner its figures.
    Result<> finish();

private:
    explicit BulkMode(Connection &connection) : m_connection(&connection) {}

    Result<> setIndexesAside();
    Result<> setForeignKeysAside();
    Result<> checkForeignKeys();
    Result<> restoreSettings();

    Connection *m_connection;
    std::unique_ptr<Transaction> m_transaction;
    QStringList m_indexes;     // statements that make them
    QStringList m_foreignKeys; // likewise, PostgreSQL only
};

} // namespace headway::sql
