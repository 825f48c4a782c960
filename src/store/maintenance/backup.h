// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of a book. A backup is made while others go on working; it gets its name only after it was opened
// and checked. SQLite only; a server's books are backed up by the server's administrator. The thread of the
// connection; long-running. Fails with Conflict (the file exists), Full, Unreadable (cannot be written, or
// the copy is not a sound book), Cancelled; then nothing has changed.
#pragma once

#include "domain/progress.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <QString>

namespace headway::store {

enum class ExistingFile { Refuse, Replace };

// `progress` gets the pages copied of all.
Result<> backupBook(sql::Connection &connection, const QString &path, ExistingFile existing,
                    const Progress &progress);

// Copies the book at `connection` before its schema is changed: to name.before-upgrade-v1.headway next to
// `path`. Replaces an older copy of that name. Returns the copy's path.
Result<QString> backupBeforeUpgrade(sql::Connection &connection, const QString &path, int version);

// Used by restoring as well.
Result<> copyBook(sql::Connection &connection, const QString &path, const Progress &progress);
Result<> refuseUnlessSound(sql::Connection &book, const QString &path);
Result<bool> isOfThisVersion(sql::Connection &connection);
// sales.headway → sales.before-restore-20261123-141500.headway, in the same folder.
QString asideName(const QString &path, const QString &why);

} // namespace headway::store
