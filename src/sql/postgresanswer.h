// SPDX-License-Identifier: GPL-3.0-or-later
// What libpq answers, as results and errors of ours. Known to the files about PostgreSQL only; on the
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

// `answer` may be none, where nothing came.
Error errorOf(pg_conn *server, const pg_result *answer, const QString &statement);

// Statements that answer with nothing, sent together: one way there and back.
Result<> send(pg_conn *server, const QString &statements);

} // namespace headway::sql
