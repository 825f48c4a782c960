// SPDX-License-Identifier: GPL-3.0-or-later
// A SQLite database as files: the file itself and the two that lie beside it while it is open. For making,
// copying and restoring whole databases. Any thread; fails with Unreadable, Busy (somebody has it open)
// or Full.
#pragma once

#include "domain/result.h"
#include "sql/connection.h"

#include <QString>

namespace headway::sql {

// Moves all content of a database that nobody has open into its one file, on the disk, and leaves nothing
// beside it.
Result<> settleDatabaseFile(const QString &path);

// Settles it and gives it another name in the same folder, replacing what had that name; durable. A
// damaged one moves as it is, with what lies beside it.
Result<> renameDatabaseFile(const QString &path, const QString &newPath);

// The file and what lies beside it. Nothing happens where there is nothing.
void removeDatabaseFile(const QString &path);

// Whether that connection's database is this very file, by whatever name.
bool isOpenOn(Connection &connection, const QString &path);

} // namespace headway::sql
