// SPDX-License-Identifier: GPL-3.0-or-later
// Inserts rows into PostgreSQL by COPY, its fastest way for many rows. Known to postgres.cpp only; on the
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
