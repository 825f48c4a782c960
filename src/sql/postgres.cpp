// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/driver.h"
#include "sql/postgrescopy.h"

#include <QHash>
#include <QSqlDriver>
#include <QSqlError>
#include <QVariant>

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace headway::sql {

namespace {

PGconn *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    return *static_cast<PGconn *const *>(handle.constData());
}

class PostgresDriver : public Driver
{
public:
    explicit PostgresDriver(PGconn *handle) : m_handle(handle), m_cancel(PQgetCancel(handle)) {}
    ~PostgresDriver() override { PQfreeCancel(m_cancel); }

    Engine engine() const override { return Engine::Postgres; }

    void interrupt() override
    {
        char words[256];
        PQcancel(m_cancel, words, sizeof words); // best effort: the statement may just have ended
    }

    Result<> presence() override
    {
        // A server that ends says goodbye first: the second look sees that it hung up.
        for (int look = 0; look < 2; ++look) {
            if (!PQconsumeInput(m_handle) || PQstatus(m_handle) == CONNECTION_BAD)
                return failure(ErrorCode::Offline, sentenceFor(ErrorCode::Offline),
                               QString::fromUtf8(PQerrorMessage(m_handle)));
        }
        return {};
    }

    bool isStale() override { return !presence(); }

    ErrorCode codeOf(const QSqlError &error) const override
    {
        return codeOfPostgres(m_handle, error.nativeErrorCode());
    }

    QString sentenceOf(const QSqlError &error) const override { return sentenceFor(codeOf(error)); }

    Result<std::unique_ptr<BulkInsert>> bulkInsert(const QString &table, const QStringList &columns) override
    {
        return copyIntoPostgres(m_handle, table, columns);
    }

    // Rows come over a socket here: what Qt adds does not show.
    std::optional<Result<Outcome>> execute(const QString &, const Values &, const RowReader &) override
    {
        return std::nullopt;
    }

    Result<> copyTo(const QString &, const std::function<bool(int, int)> &) override
    {
        return failure(ErrorCode::Invalid,
                       u"A book on a server is backed up with pg_dump, by whoever runs the server."_s);
    }

private:
    PGconn *m_handle;
    PGcancel *m_cancel;
};

// libpq's own parser reads the URL; Qt wants keyword='value' pairs.
Result<QString> keywordsOf(const QString &url)
{
    char *words = nullptr;
    PQconninfoOption *options = PQconninfoParse(url.toUtf8().constData(), &words);
    if (!options) {
        const QString detail = QString::fromUtf8(words ? words : "");
        PQfreemem(words);
        return failure(ErrorCode::Invalid, u"“%1” is not the address of a PostgreSQL server."_s.arg(url),
                       detail);
    }
    // A network that swallows everything is noticed in half a minute, not in a quarter of an hour.
    QHash<QString, QString> wanted{{u"connect_timeout"_s, u"5"_s},
                                   {u"tcp_user_timeout"_s, u"20000"_s},
                                   {u"keepalives_idle"_s, u"10"_s},
                                   {u"keepalives_interval"_s, u"5"_s},
                                   {u"keepalives_count"_s, u"4"_s}};
    for (const PQconninfoOption *o = options; o->keyword; ++o) {
        if (!o->val)
            continue;
        wanted.insert(QString::fromUtf8(o->keyword), QString::fromUtf8(o->val));
    }
    PQconninfoFree(options);
    QString keywords;
    for (auto it = wanted.begin(); it != wanted.end(); ++it)
        keywords +=
            u' ' + it.key() + u"='"_s + it.value().replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
    if (keywords.contains(u';'))
        return failure(ErrorCode::Invalid, u"The server's address may not contain a semicolon."_s);
    return keywords;
}

} // namespace

Result<std::unique_ptr<Connection>> openPostgres(const QString &url, Access access)
{
    HEADWAY_TRY(keywords, keywordsOf(url));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, freshConnectionName());
    database.setConnectOptions(keywords);
    if (!database.open()) {
        const QString words = database.lastError().text();
        const QString name = database.connectionName();
        database = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
        return failure(ErrorCode::Offline, u"The server at %1 does not answer or refuses you."_s.arg(url),
                       words);
    }
    PGconn *handle = handleOf(database);
    std::unique_ptr<Connection> connection(
        new Connection(std::exchange(database, {}), std::make_unique<PostgresDriver>(handle)));
    QStringList settings{u"SET client_min_messages = error"_s, u"SET jit = off"_s};
    if (access == Access::Read)
        settings += u"SET default_transaction_read_only = on"_s;
    for (const QString &setting : settings)
        HEADWAY_CHECK(connection->command(setting));
    return connection;
}

} // namespace headway::sql
