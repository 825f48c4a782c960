// SPDX-License-Identifier: GPL-3.0-or-later
// The ids of new rows, given out before the rows are written: the ids that the engine would give them. Within one
// transaction that alone writes these tables (SQLite), or from the sequence that all draw from (PostgreSQL). On the
// connection's thread; fails as the connection fails.
#pragma once

#include "domain/result.h"
#include "sql/connection.h"

#include <QHash>
#include <QString>

#include <deque>
#include <optional>

namespace headway::sql {

// What is said where the greatest possible id is in use.
Error noNumberLeft();

class NewIds
{
public:
    explicit NewIds(Connection &connection) : m_connection(&connection) {}

    // The next one of the table, which has a column `id`. noNumberLeft() if the greatest possible one is in use.
    Result<qint64> next(const QString &table);
    // A row gets this id, which was chosen elsewhere; those to come are greater.
    Result<> take(const QString &table, qint64 id);
    // Tells the engine of the ids chosen elsewhere, so that nobody is given them.
    Result<> tell();
    // Gets as many as were given since the last call, so that the next ones are given without asking.
    Result<> refill();

private:
    struct Free {
        std::optional<qint64> last = {}; // SQLite: the greatest one in use, once it is known
        std::deque<qint64> drawn = {};   // PostgreSQL: from the sequence
        qint64 given = 0;                // since refill()
        qint64 untold = 0; // the greatest one chosen elsewhere of which the sequence does not know
    };
    Result<> tell(const QString &table, Free &free);
    Result<> draw(const QString &table, Free &free, qint64 count);

    Connection *m_connection;
    QHash<QString, Free> m_tables;
};

} // namespace headway::sql
