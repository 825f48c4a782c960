// SPDX-License-Identifier: GPL-3.0-or-later
// PostgreSQL through its C interface: statements that the server keeps prepared (unless a pooler is between),
// parameters as text, rows read one by one as they arrive. Known to postgres.cpp only; on the connection's thread.
#pragma once

#include "sql/driver.h"

#include <QByteArray>
#include <QHash>

struct pg_conn;

namespace headway::sql {

class PostgresSession;

class PostgresStatements
{
public:
    // Both outlive it.
    PostgresStatements(pg_conn *server, const PostgresSession &session)
        : m_server(server), m_session(&session)
    {
    }

    Result<StatementOutcome> execute(const QString &text, const Values &binds, const RowReader &row);

private:
    struct Kept {
        QByteArray words = {}; // its name on the server; behind a pooler, its text
        int parameters = 0;
    };
    Result<Kept> prepared(const QString &text);
    Result<Kept> kept(const QString &text);
    bool post(const Kept &statement, const char *const *parameters);
    Result<StatementOutcome> executeAlone(const QString &text, const Kept &statement,
                                          const char *const *parameters, const RowReader &row);
    Result<> settled();
    Result<StatementOutcome> read(const QString &text, const RowReader &row);

    pg_conn *m_server;
    const PostgresSession *m_session;
    QHash<QString, Kept> m_kept;
    qint64 m_names = 0; // used so far
};

} // namespace headway::sql
