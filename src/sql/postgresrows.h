// SPDX-License-Identifier: GPL-3.0-or-later
// PostgreSQL through its C interface: statements that the server keeps prepared, parameters as text, rows
// read one by one as they arrive. Known to postgres.cpp only; on the connection's thread.
#pragma once

#include "sql/driver.h"

#include <QByteArray>
#include <QHash>

struct pg_conn;

namespace headway::sql {

class PostgresStatements
{
public:
    explicit PostgresStatements(pg_conn *server) : m_server(server) {}

    Result<StatementOutcome> execute(const QString &text, const Values &binds, const RowReader &row);

private:
    struct Kept {
        QByteArray name = {}; // on the server
        int parameters = 0;
    };
    Result<Kept> prepared(const QString &text);
    Result<StatementOutcome> read(const QString &text, const RowReader &row);

    pg_conn *m_server;
    QHash<QString, Kept> m_kept;
    qint64 m_names = 0; // used so far
};

} // namespace headway::sql
