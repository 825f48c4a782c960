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

// Runs statements without results, sent together in one round trip.
Result<> send(pg_conn *server, const QString &statements);

} // namespace headway::sql
