// SPDX-License-Identifier: GPL-3.0-or-later
// A database as text, for "nothing has changed" and "both are the same".
#pragma once

#include "sql/connection.h"

#include <QStringList>

namespace headway::test {

// All rows of `tables`, one a line, sorted, without the columns `omitted`.
QString dumpOf(sql::Connection &connection, const QStringList &tables, const QStringList &omitted);
// Of every table a book has, the change log and the search text included.
QString dumpOf(sql::Connection &connection);

// The definitions of all indexes, sorted.
QStringList indexesOf(sql::Connection &connection);

} // namespace headway::test
