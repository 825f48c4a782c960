// SPDX-License-Identifier: GPL-3.0-or-later
// Where the statements of a script end. A semicolon inside a text, a name in quotes, a comment, the body of
// a SQLite trigger or a dollar-quoted body of PostgreSQL ends nothing. (PostgreSQL's E'\'' is not known.)
// Known to connection.cpp and tests. Pure, any thread; what the engine will not understand is passed on
// for it to refuse.
#pragma once

#include "sql/connection.h"

#include <QStringList>

namespace headway::sql {

// The script, cut behind each statement; joined, the parts are the script. The last may be unfinished.
QStringList statementsOf(Engine engine, const QString &script);

// What the engine keeps as the text of a table: without comments, blank lines and what stands around a line;
// texts in quotes as they are. Empty if there is nothing to run.
QString bareStatement(Engine engine, const QString &statement);

// Whether a bare statement begins or ends a transaction, or a part of one.
bool isTransactionControl(Engine engine, const QString &statement);

} // namespace headway::sql
