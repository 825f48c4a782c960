// SPDX-License-Identifier: GPL-3.0-or-later
// What FTS5 is told about one of its indexes: how much it collects before it writes, when it merges. Of a file only. On the
// connection's thread; fails as the connection fails.
#pragma once

#include "domain/result.h"
#include "sql/connection.h"

namespace headway::store {

// A command of FTS5, or one of its settings: "merge", "automerge".
Result<> tellIndex(sql::Connection &connection, const QString &index, const QString &word, qint64 number);
Result<> tellIndex(sql::Connection &connection, const QString &index, const QString &word);
// The settings that single steps are made with: SQLite's own.
Result<> restoreIndex(sql::Connection &connection, const QString &index);

} // namespace headway::store
