// SPDX-License-Identifier: GPL-3.0-or-later
// Results of libpq converted to our results and errors. Known to the files about PostgreSQL only; on the
// connection's thread.
#pragma once

#include "domain/result.h"

#include <QString>

#include <memory>

struct pg_conn;
struct pg_result;

namespace headway::sql {

struct ClearAnswer {
    void operator()(pg_result *answer) const;
};
using Answer = std::unique_ptr<pg_result, ClearAnswer>;

// `answer` may be null if there was none.
Error errorOf(pg_conn *server, const pg_result *answer, const QString &statement);

// Goes on with what PQconnectStart() began. Whether the server let us in or refused to, within so many milliseconds.
// PQconnectdb() would not let us ask for the codes of the server's errors before it connects.
bool isConnectedWithin(pg_conn *server, int milliseconds);

// Whether an answer to what was sent comes within five seconds. It is still to be taken.
bool isHeard(pg_conn *server);

// Runs statements without results, sent together in one round trip.
Result<> send(pg_conn *server, const QString &statements);

} // namespace headway::sql
