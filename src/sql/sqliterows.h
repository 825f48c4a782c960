// SPDX-License-Identifier: GPL-3.0-or-later
// Rows in and out of SQLite by its own C interface, for where millions pass and Qt SQL is what one
// waits for. Known to sqlite.cpp only; on the connection's thread.
#pragma once

#include "sql/bulkinsert.h"
#include "sql/connection.h"

#include <memory>

struct sqlite3;

namespace headway::sql {

ErrorCode codeOfSqlite(int resultCode);

Result<std::unique_ptr<BulkInsert>> bulkInsertSqlite(sqlite3 *handle, const QString &table,
                                                     const QStringList &columns);

Result<> streamSqlite(sqlite3 *handle, const QString &query, const Values &binds,
                      const std::function<Result<>(const RowView &)> &row);

} // namespace headway::sql
