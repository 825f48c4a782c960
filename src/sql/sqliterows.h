// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite through its C interface: statements kept prepared, rows read in the engine's memory. Known to
// sqlite.cpp only; on the connection's thread.
#pragma once

#include "sql/bulkinsert.h"
#include "sql/driver.h"

#include <QHash>

#include <memory>

struct sqlite3;

namespace headway::sql {

Result<> commandSqlite(sqlite3 *handle, const QString &statement);

Result<std::unique_ptr<BulkInsert>> bulkInsertSqlite(sqlite3 *handle, const QString &table,
                                                     const QStringList &columns);

// Prepared statements with their plans, kept for reuse.
class SqliteStatements
{
public:
    explicit SqliteStatements(sqlite3 *handle);
    ~SqliteStatements();

    Result<StatementOutcome> execute(const QString &text, const Values &binds, const RowReader &row);

private:
    struct Kept;
    Result<std::shared_ptr<Kept>> prepared(const QString &text);

    sqlite3 *m_handle;
    QHash<QString, std::shared_ptr<Kept>> m_kept;
};

} // namespace headway::sql
