// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/driver.h"
#include "sql/postgrescopy.h"

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

    ErrorCode codeOf(const QSqlError &error) const override
    {
        return codeOfPostgres(m_handle, error.nativeErrorCode());
    }

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
    QString keywords;
    bool hasTimeout = false;
    for (const PQconninfoOption *o = options; o->keyword; ++o) {
        if (!o->val)
            continue;
        hasTimeout |= qstrcmp(o->keyword, "connect_timeout") == 0;
        QString value = QString::fromUtf8(o->val);
        value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
        keywords += u' ' + QString::fromUtf8(o->keyword) + u"='"_s + value + u'\'';
    }
    PQconninfoFree(options);
    if (!hasTimeout)
        keywords += u" connect_timeout='5'"_s;
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
