// SPDX-License-Identifier: GPL-3.0-or-later
// What a book is made of before there is a record in it: its tables by numbered scripts, the named values
// that belong to it as a whole, and which engine its address means. On the connection's thread; fails as it
// fails.
#pragma once

#include "domain/result.h"
#include "sql/connection.h"
#include "sql/migrate.h"

#include <vector>

namespace headway::store {

// Whether `address` names a server rather than a file.
bool isServer(const QString &address);

// The schema's scripts, oldest first.
const std::vector<sql::Migration> &migrations();
// Adds a script behind them: that of a kind which is not the program's own, together with registerKind() in
// domain/records/record.h, before a book is opened.
void registerMigration(const QString &name, const QString &text);

// The engine with its version: "SQLite 3.40.1", "PostgreSQL 15.5".
Result<QString> engineName(sql::Connection &connection);

// A named value that belongs to the book as a whole ("uuid", "currency"); empty if it was never set.
Result<QString> bookValue(sql::Connection &connection, const QString &name);
Result<> setBookValue(sql::Connection &connection, const QString &name, const QString &value);

} // namespace headway::store
