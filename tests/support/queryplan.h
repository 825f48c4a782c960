// SPDX-License-Identifier: GPL-3.0-or-later
// How an engine would answer a statement: which index it takes, and what it looks through or sorts.
#pragma once

#include "support/book.h"

namespace headway::test {

// A step a line, in the engine's words.
inline QString planOf(sql::Connection &connection, const QString &statement, const sql::Values &binds = {})
{
    const bool isSqlite = connection.engine() == sql::Engine::Sqlite;
    QStringList steps;
    valueOf(connection.each((isSqlite ? QStringLiteral("EXPLAIN QUERY PLAN ") : QStringLiteral("EXPLAIN "))
                                + statement,
                            binds, [&](const sql::RowView &row) -> Result<> {
                                steps += row.text(isSqlite ? 3 : 0);
                                return {};
                            }));
    return steps.join(u'\n');
}

// The plan of the last statement that `work` runs and that contains `part`. Of a book in SQLite.
template <class Work>
QString planWithin(FreshBook &book, const QString &part, Work work)
{
    QString statement;
    book.connection().setProbe([&](const QString &text, const sql::Values &) -> Result<> {
        if (text.contains(part))
            statement = text;
        return {};
    });
    REQUIRE(work(book.connection()));
    book.connection().setProbe({});
    return planOf(book.connection(), statement, sql::Values(size_t(statement.count(u'?')), qint64(1)));
}

} // namespace headway::test
