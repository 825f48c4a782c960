// SPDX-License-Identifier: GPL-3.0-or-later
// A SQLite database as files: the file itself and the two next to it while it is open (-wal, -shm). For
// creating, copying and restoring whole databases. Any thread; fails with Unreadable, Busy (open elsewhere)
// or Full.
#pragma once

#include "domain/result.h"
#include "sql/connection.h"

#include <QString>

namespace headway::sql {

// Moves all content of a database that is not open anywhere into its main file, synced to disk, and removes
// the files next to it.
Result<> settleDatabaseFile(const QString &path);

// Settles it and renames it within the same folder, replacing any file of that name; durable. A damaged one
// is moved as it is, with the files next to it.
Result<> renameDatabaseFile(const QString &path, const QString &newPath);

// Removes the file and those next to it. Does nothing if there are none.
void removeDatabaseFile(const QString &path);

// Whether the connection's database is this very file, under whatever name.
bool isOpenOn(Connection &connection, const QString &path);

} // namespace headway::sql
