// SPDX-License-Identifier: GPL-3.0-or-later
// Numbered schema scripts, each run in one transaction together with the row that remembers it. The
// same text serves both engines: {{id}}, {{int}}, {{text}}, {{real}}, {{strict}} and {{first}}
// (empty cells first in an index, as SQLite has them) stand for what the engine calls it, and a block between "-- sqlite:" or "-- postgres:" and "-- end" is for that one.
#pragma once

#include "sql/connection.h"

#include <QString>

#include <vector>

namespace headway::sql {

struct Migration {
    int number = 0; // 1, 2, 3 …
    QString name = {};
    QString text = {};
};

// The number of the last migration that ran on this database; 0 for an empty one.
Result<int> schemaVersion(Connection &connection);

// Runs what has not run yet. Fails with NewerVersion, changing nothing, if the database knows a
// migration that we do not, and with Unreadable if one that ran had another text.
Result<> migrate(Connection &connection, const std::vector<Migration> &migrations);

// Where the engine has counted its indexes (SQLite: ANALYZE), it shuns the wrong ones only if it has
// counted all of them: those made since are counted too. Reads each of them once.
Result<> countNewIndexes(Connection &connection);

// `text` as the engine wants it. Exposed for tests.
QString scriptFor(Engine engine, const QString &text);

} // namespace headway::sql
