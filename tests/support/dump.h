// SPDX-License-Identifier: GPL-3.0-or-later
// A database as text, for comparing states.
#pragma once

#include "sql/connection.h"

#include <QStringList>

namespace headway::test {

// All rows of `tables`, one per line, sorted, without the columns `omitted`.
QString dumpOf(sql::Connection &connection, const QStringList &tables, const QStringList &omitted);
// All tables of a book, including the change log and the search text.
QString dumpOf(sql::Connection &connection);

// The definitions of all indexes, sorted.
QStringList indexesOf(sql::Connection &connection);

} // namespace headway::test
