// SPDX-License-Identifier: GPL-3.0-or-later
// Making and opening a book: a `.headway` SQLite file, or a PostgreSQL database. The thread that opens
// it uses the connection.
#pragma once

#include "domain/result.h"
#include "sql/connection.h"

#include <functional>
#include <memory>

namespace headway::store {

// A new, empty book with the present schema. Conflict if the file exists, or the database on the
// server holds a book already.
Result<std::unique_ptr<sql::Connection>> createBook(const QString &address);

// A new book that is complete before it gets its name: `fill` writes into it first. If that fails there
// is no file; on a server, an empty book.
Result<> makeBook(const QString &address, const std::function<Result<>(sql::Connection &)> &fill);

// An existing book; brought up to the present schema if it is older, also for reading
// (a file then leaves a copy of what it was, name.before-upgrade-vN.headway).
// Fails, changing nothing, with a sentence that names the file or server: NotFound, Unreadable (not a
// database, not a book, damaged), NewerVersion, Busy, Offline, ReadOnly.
Result<std::unique_ptr<sql::Connection>> openBook(const QString &address, sql::Access access);

// For reading, an older one also: nothing is brought up. Only for copying it.
Result<std::unique_ptr<sql::Connection>> openBookAsItIs(const QString &address);

} // namespace headway::store
