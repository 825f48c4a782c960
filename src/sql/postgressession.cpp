// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/postgressession.h"

#include "sql/driver.h"
#include "sql/postgresanswer.h"

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace headway::sql {

namespace {

struct Look {
    bool isPooled = false;
    QString encoding = {};
    QString database = {};
    QString schema = {}; // quoted; empty: there is none that we may use
};

// A pooler makes up the process that it names to its clients: requests to cancel come back to it, and only it
// knows where to. The schema is the one on the path that has a book, else the first; the path is that of role and
// database, not what another client of the pooler may have left.
const char *const lookText =
    "SET LOCAL search_path TO DEFAULT;"
    " SELECT pg_backend_pid(), getdatabaseencoding(), current_database(), quote_ident(coalesce("
    "(SELECT name FROM unnest(current_schemas(false)) WITH ORDINALITY AS path (name, place)"
    " WHERE (SELECT count(*) FROM pg_catalog.pg_attribute"
    " WHERE attrelid = to_regclass(quote_ident(name) || '.schema_version')"
    " AND attname IN ('number', 'name', 'hash') AND NOT attisdropped) = 3 ORDER BY place LIMIT 1),"
    " current_schema()))";

// A pooler whose server is gone lets us in and says nothing.
Result<Look> lookAt(PGconn *server)
{
    if (!PQsendQuery(server, lookText) || !isHeard(server))
        return failure(ErrorCode::Offline, sentenceFor(ErrorCode::Offline),
                       QString::fromUtf8(PQerrorMessage(server)));
    Answer answer;
    while (Answer next{PQgetResult(server)})
        answer = std::move(next);
    if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK)
        return failure(errorOf(server, answer.get(), QString::fromUtf8(lookText)));
    const auto cell = [&answer](int column) {
        return QString::fromUtf8(PQgetvalue(answer.get(), 0, column), PQgetlength(answer.get(), 0, column));
    };
    return Look{cell(0).toInt() != PQbackendPID(server), cell(1), cell(2), cell(3)};
}

// In other encodings some texts cannot be stored, or none are checked and each program reads them its own way.
// With the locale C the encoding may be chosen, whatever the server's own locale is.
Result<> refuseOtherEncodings(const Look &look)
{
    if (look.encoding == "UTF8"_L1)
        return {};
    return failure(
        ErrorCode::Unreadable,
        Sentence::tr(
            "The database %1 keeps texts as %2, and a book needs UTF-8. Whoever runs the server can make "
            "another: %3")
            .arg(look.database, look.encoding,
                 u"createdb --encoding UTF8 --locale C --template template0 NAME"_s));
}

// Some poolers can be told to give each statement another connection. They say so, and close: that is the last answer.
Result<> refuseWithoutTransactions(PGconn *server)
{
    bool isBegun = false;
    QString said;
    PQsendQuery(server, "BEGIN");
    while (const Answer answer{PQgetResult(server)}) {
        isBegun = PQresultStatus(answer.get()) == PGRES_COMMAND_OK;
        said += QString::fromUtf8(PQresultErrorMessage(answer.get()));
    }
    if (isBegun)
        return send(server, u"ROLLBACK"_s);
    if (said.contains("statement pooling mode"_L1))
        return failure(ErrorCode::Unreadable,
                       Sentence::tr("The pooler before the server allows no transactions. Whoever runs it "
                                    "can write in its settings: pool_mode = transaction"),
                       said);
    return failure(ErrorCode::Offline, sentenceFor(ErrorCode::Offline), said);
}

// For a transaction, as part of a SELECT; or for the session.
QString setting(const QString &name, const QString &value, bool isForTransaction)
{
    const QString quoted = u'\'' + QString(value).replace(u'\'', u"''"_s) + u'\'';
    if (isForTransaction)
        return u"set_config('"_s + name + u"', "_s + quoted + u", true)"_s;
    return u"SET "_s + name + u" = "_s + (name == "search_path"_L1 ? value : quoted); // that one is a list
}

QByteArray settingsOf(const Look &look, Access access)
{
    std::vector<std::pair<QString, QString>> settings{
        {u"client_min_messages"_s, u"error"_s},
        {u"jit"_s, u"off"_s},
        {u"timezone"_s, u"UTC"_s},
        {u"standard_conforming_strings"_s, u"on"_s}, // a \ in our statements is nothing but that
        {u"extra_float_digits"_s, u"1"_s},           // reals come back as they went in
        // A question that nobody waits for is interrupted, and a long import is one transaction.
        {u"statement_timeout"_s, u"0"_s},
        {u"idle_in_transaction_session_timeout"_s, u"0"_s},
        // A random page read does not cost four times a sequential one, as on hard disks: with that default
        // the server would read a whole table for the names that a page of rows shows.
        {u"random_page_cost"_s, u"1.1"_s}};
    if (!look.schema.isEmpty()) // and nobody else's tables of the same names
        settings.emplace_back(u"search_path"_s, look.schema + u", pg_temp"_s);
    if (access != Access::Read)
        settings.emplace_back(u"lock_timeout"_s, QString::number(patience));
    else
        settings.emplace_back(look.isPooled ? u"transaction_read_only"_s : u"default_transaction_read_only"_s,
                              u"on"_s);
    QStringList parts;
    for (const auto &[name, value] : settings)
        parts += setting(name, value, look.isPooled);
    return (look.isPooled ? u"SELECT "_s + parts.join(u", "_s) : parts.join(u"; "_s)).toUtf8();
}

} // namespace

Result<PostgresSession> PostgresSession::begin(pg_conn *server, Access access)
{
    PQsetNoticeProcessor(
        server, [](void *, const char *) {}, nullptr); // libpq would print them
    HEADWAY_TRY(look, lookAt(server));
    HEADWAY_CHECK(refuseOtherEncodings(look));
    PostgresSession session;
    session.m_isPooled = look.isPooled;
    session.m_settings = settingsOf(look, access);
    if (look.isPooled)
        HEADWAY_CHECK(refuseWithoutTransactions(server));
    else
        HEADWAY_CHECK(send(server, QString::fromUtf8(session.m_settings)));
    return session;
}

} // namespace headway::sql
