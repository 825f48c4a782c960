// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of a book, and a book from a copy. A backup is made while others go on working and counts only
// when it was opened and checked; it gets its name at the very end. Restoring never destroys: the present
// book is renamed aside. SQLite only; a server's books are kept by whoever runs the server. The thread of
// the connection; long. Fails with Conflict (the file exists), Full, Unreadable (cannot be written, or the
// backup is no sound book), Cancelled; then nothing has changed.
#pragma once

#include "domain/result.h"
#include "sql/connection.h"
#include "store/meter.h"

#include <QDateTime>
#include <QString>

namespace headway::store {

enum class Existing { Refuse, Replace };

// `meter` hears pages copied of all.
Result<> backupBook(sql::Connection &connection, const QString &path, Existing existing, const Meter &meter);

// Puts the book in the file `backup` at `path`. Nobody may have the book at `path` open: Busy. `now`, in
// the user's time zone, names the file that the present book moves to; that name is returned, empty if
// there was no book.
Result<QString> restoreBook(const QString &backup, const QString &path, const QDateTime &now,
                            const Meter &meter);

// Copies the book at `connection` aside before its schema is changed: beside `path`, as
// name.before-upgrade-v1.headway. Replaces an older copy of that name. Returns the copy's path.
Result<QString> backupBeforeUpgrade(sql::Connection &connection, const QString &path, int version);

} // namespace headway::store
