// SPDX-License-Identifier: GPL-3.0-or-later
// A whole book as a folder of CSV files, one for each kind of record, with a manifest of counts and hashes;
// and back into an empty book. Exporting the new book gives the same folder, byte for byte. Called on a
// worker thread; fails as exporter.h and importer.h do.
#pragma once

#include "domain/progress.h"
#include "domain/result.h"
#include "store/commit/commit.h"

#include <QString>

namespace headway::transfer {

struct ArchiveReport {
    qint64 files = 0;
    qint64 records = 0;
};

// `path` is a folder, created if it does not exist; Conflict if there is an archive in it already.
[[nodiscard]] Result<ArchiveReport> exportArchive(sql::Connection &connection, const QString &path,
                                                  const Progress &progress = {});

// One step of the history. Conflict if the book holds records; Unreadable if a file is missing or does not
// match the manifest.
[[nodiscard]] Result<ArchiveReport> importArchive(sql::Connection &connection, const QString &path,
                                                  const Actor &actor, const Progress &progress = {});

} // namespace headway::transfer
