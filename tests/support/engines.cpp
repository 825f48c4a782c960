// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/engines.h"

#include <QCoreApplication>

#include <libpq-fe.h>

namespace headway::test {

namespace {

QByteArray server()
{
    return qgetenv("HEADWAY_TEST_PG");
}

// A connection for creating and dropping schemas, by libpq directly: code under test should not prepare its
// own tests.
class Administrator
{
public:
    Administrator() : m_connection(PQconnectdb(server().constData()))
    {
        if (PQstatus(m_connection) != CONNECTION_OK)
            FAIL("HEADWAY_TEST_PG names a server that cannot be reached: " << PQerrorMessage(m_connection));
        run(QStringLiteral("SET client_min_messages = error"));
        // A connection that a test leaves open must not make the next one hang.
        run(QStringLiteral("SET lock_timeout = '3s'"));
    }
    ~Administrator() { PQfinish(m_connection); }
    Administrator(const Administrator &) = delete;
    Administrator &operator=(const Administrator &) = delete;

    // Returns whether it was done; never throws, because destructors of tests call it.
    bool run(const QString &statement)
    {
        PGresult *result = PQexec(m_connection, statement.toUtf8().constData());
        const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
        PQclear(result);
        return done;
    }

private:
    PGconn *m_connection;
};

Administrator &administrator()
{
    static Administrator one;
    return one;
}

// Unique among test programs that run at the same time on one server.
QString nextSchema()
{
    static int count = 0;
    return QStringLiteral("test_%1_%2").arg(QCoreApplication::applicationPid()).arg(++count);
}

QString serverWithSearchPath(const QString &schema)
{
    const QString address = QString::fromUtf8(server());
    const QChar joint = address.contains(u'?') ? u'&' : u'?';
    return address + joint + QStringLiteral("options=-csearch_path%3D") + schema;
}

} // namespace

std::vector<sql::Engine> engines()
{
    if (server().isEmpty())
        return {sql::Engine::Sqlite};
    return {sql::Engine::Sqlite, sql::Engine::Postgres};
}

FreshDatabase::FreshDatabase(sql::Engine engine) : m_engine(engine)
{
    if (engine == sql::Engine::Sqlite) {
        m_place = m_folder.filePath(QStringLiteral("book.headway"));
        return;
    }
    m_schema = nextSchema();
    m_place = serverWithSearchPath(m_schema);
    // On a developer's own server, a former process may have had this id.
    administrator().run(QStringLiteral("DROP SCHEMA IF EXISTS %1 CASCADE").arg(m_schema));
    REQUIRE(administrator().run(QStringLiteral("CREATE SCHEMA %1").arg(m_schema)));
}

FreshDatabase::~FreshDatabase()
{
    if (!m_schema.isEmpty())
        administrator().run(QStringLiteral("DROP SCHEMA %1 CASCADE").arg(m_schema));
}

std::unique_ptr<sql::Connection> FreshDatabase::open(sql::Access access) const
{
    return valueOf(m_engine == sql::Engine::Sqlite ? sql::openSqlite(m_place, access)
                                                   : sql::openPostgres(m_place, access));
}

} // namespace headway::test
