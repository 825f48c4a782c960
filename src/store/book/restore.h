// SPDX-License-Identifier: GPL-3.0-or-later
// A book from a backup. Restoring never destroys: the present book is renamed aside. SQLite only; a server's
// books are restored by whoever runs the server. Any thread; long. Fails with Conflict (a file exists),
// NotFound, Full, Unreadable (the backup is not a sound book), Busy, Cancelled; then nothing has changed.
#pragma once

#include "domain/progress.h"
#include "domain/result.h"

#include <QDateTime>
#include <QString>

namespace headway::store {

// Puts the book in the file `backup` at `path`. Nobody may have the book at `path` open: Busy. `now`, in
// the user's time zone, names the file that the present book moves to; that name is returned, empty if
// there was no book.
Result<QString> restoreBook(const QString &backup, const QString &path, const QDateTime &now,
                            const Progress &progress);

} // namespace headway::store
