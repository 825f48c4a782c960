// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of a book. A backup is made while others go on working and counts only when it was opened and
// checked; it gets its name at the very end. SQLite only; a server's books are kept by whoever runs the
// server. The thread of the connection; long. Fails with Conflict (the file exists), Full, Unreadable (cannot
// be written, or the copy is not a sound book), Cancelled; then nothing has changed.
#pragma once

#include "domain/progress.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <QString>

namespace headway::store {

enum class ExistingFile { Refuse, Replace };

// `progress` hears pages copied of all.
Result<> backupBook(sql::Connection &connection, const QString &path, ExistingFile existing,
                    const Progress &progress);

// Copies the book at `connection` aside before its schema is changed: beside `path`, as
// name.before-upgrade-v1.headway. Replaces an older copy of that name. Returns the copy's path.
Result<QString> backupBeforeUpgrade(sql::Connection &connection, const QString &path, int version);

// The parts that restoring needs as well.
Result<> copyBook(sql::Connection &connection, const QString &path, const Progress &progress);
Result<> refuseUnlessSound(sql::Connection &book, const QString &path);
Result<bool> isOfThisVersion(sql::Connection &connection);
// sales.headway → sales.before-restore-20261123-141500.headway, in the same folder.
QString asideName(const QString &path, const QString &why);

} // namespace headway::store
