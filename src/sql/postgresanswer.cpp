// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/postgresanswer.h"

#include "sql/driver.h"
#include "sql/newids.h"

#include <QElapsedTimer>

#include <libpq-fe.h>
#include <poll.h>

using namespace Qt::StringLiterals;

namespace headway::sql {

namespace {

// By the classes of SQLSTATE, see appendix A of PostgreSQL's manual.
ErrorCode codeOf(const PGconn *server, const QLatin1StringView &state)
{
    if (PQstatus(server) == CONNECTION_BAD || state.startsWith("08"_L1) || state.startsWith("57P"_L1))
        return ErrorCode::Offline;
    if (state == "57014"_L1)
        return ErrorCode::Cancelled;
    if (state.startsWith("23"_L1))
        return ErrorCode::Constraint;
    if (state.startsWith("40"_L1) || state.startsWith("55P"_L1))
        return ErrorCode::Busy;
    if (state == "42501"_L1 || state == "25006"_L1)
        return ErrorCode::ReadOnly;
    if (state == "53100"_L1 || state == "2200H"_L1)
        return ErrorCode::Full;
    return ErrorCode::Internal;
}

Sentence wordsFor(const PGconn *server, ErrorCode code, const QLatin1StringView &state)
{
    if (state == "25006"_L1)
        return Sentence::tr("The server takes no changes: it is a standby, or set to be read only.");
    if (state == "42501"_L1)
        return Sentence::tr("The server does not let %1 do this. Whoever runs it can grant it.")
            .arg(QString::fromUtf8(PQuser(server)));
    return state == "2200H"_L1 ? noNumberLeft().text : sentenceFor(code);
}

} // namespace

void ClearAnswer::operator()(pg_result *answer) const
{
    PQclear(answer);
}

Error errorOf(pg_conn *server, const pg_result *answer, const QString &statement)
{
    const QLatin1StringView state(answer ? PQresultErrorField(answer, PG_DIAG_SQLSTATE) : nullptr);
    const ErrorCode code = codeOf(server, state);
    const char *words = answer ? PQresultErrorMessage(answer) : PQerrorMessage(server);
    return {code, wordsFor(server, code, state),
            u"%1 [%2] in: %3"_s.arg(QString::fromUtf8(words).trimmed(), state, statement.left(500))};
}

bool isConnectedWithin(pg_conn *server, int milliseconds)
{
    QElapsedTimer since;
    since.start();
    for (auto wanted = PGRES_POLLING_WRITING; wanted != PGRES_POLLING_OK && wanted != PGRES_POLLING_FAILED;
         wanted = PQconnectPoll(server)) {
        const int left = milliseconds - int(since.elapsed());
        pollfd wire{PQsocket(server), short(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (left <= 0 || poll(&wire, 1, left) == 0)
            return false;
    }
    return true;
}

bool isHeard(pg_conn *server)
{
    QElapsedTimer since;
    since.start();
    bool isThere = true;
    while (isThere && PQisBusy(server)) {
        pollfd wire{PQsocket(server), POLLIN, 0};
        const int left = patience - int(since.elapsed());
        isThere = left > 0 && poll(&wire, 1, left) > 0 && PQconsumeInput(server);
    }
    return isThere;
}

Result<> send(pg_conn *server, const QString &statements)
{
    const Answer answer{PQexec(server, statements.toUtf8().constData())};
    const ExecStatusType status = PQresultStatus(answer.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        return failure(errorOf(server, answer.get(), statements));
    return {};
}

} // namespace headway::sql
