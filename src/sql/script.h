// SPDX-License-Identifier: GPL-3.0-or-later
// Finds where the statements of a script end. A semicolon inside a text, a quoted name, a comment, the body
// of a SQLite trigger or a dollar-quoted body of PostgreSQL does not end one. (PostgreSQL's E'\'' is not
// known.) Used by connection.cpp and tests only. Pure, any thread; invalid SQL is passed on for the engine
// to refuse.
#pragma once

#include "sql/connection.h"

#include <QStringList>

namespace headway::sql {

// The script, cut after each statement; joined, the parts are the script. The last may be unfinished.
QStringList statementsOf(Engine engine, const QString &script);

// What the engine keeps as the text of a table: without comments, blank lines and white space around lines;
// quoted texts unchanged. Empty if there is nothing to run.
QString bareStatement(Engine engine, const QString &statement);

// Whether a bare statement begins or ends a transaction or a savepoint.
bool isTransactionControl(Engine engine, const QString &statement);

} // namespace headway::sql
