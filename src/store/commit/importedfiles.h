// SPDX-License-Identifier: GPL-3.0-or-later
// Which files were imported by which step of the history, known by a digest of their content. On the connection's
// thread; fails as the connection fails.
#pragma once

#include "domain/changes/change.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <optional>

namespace headway::store {

struct ImportedFile {
    QString digest = {};
    EntityKind kind = EntityKind::Contact; // what was made of its rows
    QString name = {};                     // as it was called
    QString records = {};                  // what each row became, as the import writes it
};

// Within the transaction of the step that imports it.
Result<> noteImportedFile(sql::Connection &connection, qint64 step, const ImportedFile &file);
// The latest step that imported a file of this content as records of this kind, and was not undone.
Result<std::optional<Operation>> importOf(sql::Connection &connection, const QString &digest,
                                          EntityKind kind);
// What each row of it became in that step; empty if nobody noted it.
Result<QString> recordsOfFile(sql::Connection &connection, qint64 step, const QString &digest,
                              EntityKind kind);

} // namespace headway::store
