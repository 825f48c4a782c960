// SPDX-License-Identifier: GPL-3.0-or-later
// Creating and opening a book: a `.headway` SQLite file, or a PostgreSQL database. The thread that opens it
// uses the connection.
#pragma once

#include "domain/result.h"
#include "sql/connection.h"

#include <functional>
#include <memory>

namespace headway::store {

// A new, empty book with the current schema. Conflict if the file exists, or if the database on the server
// is a book already.
Result<std::unique_ptr<sql::Connection>> createBook(const QString &address);

// A new book that is complete before its file gets its name: `fill` writes into it first. If that fails
// there is no file; on a server, an empty book.
Result<> makeBook(const QString &address, const std::function<Result<>(sql::Connection &)> &fill);

// Opens an existing book. An older one is upgraded to the current schema, also if opened for reading (a
// file is copied first, to name.before-upgrade-vN.headway). Fails, changing nothing, with a sentence that
// names the file or server: NotFound, Unreadable (not a database, not a book, damaged), NewerVersion, Busy,
// Offline, ReadOnly.
Result<std::unique_ptr<sql::Connection>> openBook(const QString &address, sql::Access access);

// Opens for reading without upgrading. Only for copying.
Result<std::unique_ptr<sql::Connection>> openBookAsItIs(const QString &address);

} // namespace headway::store
