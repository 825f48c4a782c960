// SPDX-License-Identifier: GPL-3.0-or-later
// The basis of a book: its tables, created by numbered scripts, its named values, and the engine that its
// address means. On the connection's thread; fails as the connection fails.
#pragma once

#include "domain/result.h"
#include "sql/connection.h"
#include "sql/migrate.h"

#include <vector>

namespace headway::store {

// Whether `address` is a server's rather than a file's.
bool isServer(const QString &address);

// The schema's scripts, oldest first.
const std::vector<sql::Migration> &migrations();
// Adds a script at the end, for a kind that is not built in, together with registerKind() in
// domain/records/record.h, before a book is opened.
void registerMigration(const QString &name, const QString &text);

// The engine and its version: "SQLite 3.40.1", "PostgreSQL 15.5".
Result<QString> engineName(sql::Connection &connection);

// A named value of the book as a whole ("uuid", "currency"); empty if it was never set.
Result<QString> bookValue(sql::Connection &connection, const QString &name);
Result<> setBookValue(sql::Connection &connection, const QString &name, const QString &value);

} // namespace headway::store
