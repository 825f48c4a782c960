// SPDX-License-Identifier: GPL-3.0-or-later
// What a session on a server has to be like for our statements to mean the same everywhere, whatever its role,
// its database or another client of a pooler has set. Known to the files about PostgreSQL only.
#pragma once

#include "domain/result.h"
#include "sql/connection.h"

#include <QByteArray>

struct pg_conn;

namespace headway::sql {

class PostgresSession
{
public:
    // Prepares a connection that was just opened. Fails with Unreadable if the database would not keep every
    // text, or if the pooler before it cannot be worked with; with Offline if the server says nothing.
    static Result<PostgresSession> begin(pg_conn *server, Access access);

    // A pooler stands before the server, and each transaction may run in another process of the server: what
    // is set or prepared there is gone afterwards, or somebody else's.
    bool isPooled() const { return m_isPooled; }
    // One SELECT that sets for its transaction what is otherwise set for the session. Only if pooled.
    const QByteArray &settings() const { return m_settings; }

private:
    bool m_isPooled = false;
    QByteArray m_settings;
};

} // namespace headway::sql
