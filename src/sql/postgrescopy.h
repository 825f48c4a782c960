// SPDX-License-Identifier: GPL-3.0-or-later
// Rows into PostgreSQL by COPY, the engine's own way for many. Known to postgres.cpp only; on the
// connection's thread.
#pragma once

#include "sql/bulkinsert.h"

#include <QStringList>

#include <memory>

struct pg_conn;

namespace headway::sql {

Result<std::unique_ptr<BulkInsert>> copyIntoPostgres(pg_conn *handle, const QString &table,
                                                     const QStringList &columns);

} // namespace headway::sql
