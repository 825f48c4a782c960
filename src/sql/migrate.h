// SPDX-License-Identifier: GPL-3.0-or-later
// Numbered schema scripts, each run in one transaction together with the row that records it. The same text
// serves both engines: {{id}}, {{int}}, {{text}}, {{real}}, {{strict}} and {{first}} (empty cells first in
// an index, as SQLite has them) are replaced by the engine's own words, and a block between "-- sqlite:" or
// "-- postgres:" and "-- end" is for that engine only.
#pragma once

#include "sql/connection.h"

#include <QString>

#include <vector>

namespace headway::sql {

struct Migration {
    int number = 0; // from 1 on, ascending
    QString name = {};
    QString text = {};
};

// The number of the last of `migrations`, which ascend; a number may have been left out.
int newestNumber(const std::vector<Migration> &migrations);

// The number of the last migration that ran on this database; 0 for an empty one.
Result<int> schemaVersion(Connection &connection);

// Runs the migrations that have not run yet. Fails with NewerVersion, changing nothing, if the database has
// a migration that is not in `migrations`, and with Unreadable if one that ran had another text.
Result<> migrate(Connection &connection, const std::vector<Migration> &migrations);

// If the engine has statistics of its indexes (SQLite: ANALYZE), it avoids bad ones only if it has them for
// all indexes: this adds those of the newly created ones. Reads each of them once.
Result<> countNewIndexes(Connection &connection);

// `text` with the engine's own words. Exposed for tests.
QString scriptFor(Engine engine, const QString &text);

} // namespace headway::sql
