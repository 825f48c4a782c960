// SPDX-License-Identifier: GPL-3.0-or-later
// Restoring a book from a backup. It never destroys anything: the present book is renamed. SQLite only; a
// server's books are restored by the server's administrator. Any thread; long-running. Fails with Conflict
// (a file exists), NotFound, Full, Unreadable (the backup is not a sound book), Busy, Cancelled; then
// nothing has changed.
#pragma once

#include "domain/progress.h"
#include "domain/result.h"

#include <QDateTime>
#include <QString>

namespace headway::store {

// Copies the book in the file `backup` to `path`. Busy if the book at `path` is open anywhere. `now`, in
// the user's time zone, becomes part of the name to which the present book is moved; returns that name, or
// nothing if there was no book.
Result<QString> restoreBook(const QString &backup, const QString &path, const QDateTime &now,
                            const Progress &progress);

} // namespace headway::store
