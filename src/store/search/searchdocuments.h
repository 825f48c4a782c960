// SPDX-License-Identifier: GPL-3.0-or-later
// What the search finds a record by, as it lies in its tables. Part of store/search/searchindex.h. On the writer's
// thread; fails as the connection fails.
#pragma once

#include "domain/fields/field.h"
#include "domain/result.h"
#include "sql/connection.h"

namespace headway::store {

// Tells the index of SQLite, which does not look by itself, that `doc` had the words `before` and has `after`.
Result<> replaceInIndex(sql::Connection &connection, qint64 doc, const QString &before, const QString &after);

// Gives the record these words, or takes it out of the index if there are none.
Result<> replaceDocument(sql::Connection &connection, EntityRef ref, const QString &body);

} // namespace headway::store
