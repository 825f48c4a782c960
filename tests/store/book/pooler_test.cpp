// SPDX-License-Identifier: GPL-3.0-or-later
// A real PgBouncer between us and the server: work goes on as without, whatever it does with connections.
// slow: each test starts a server and a pooler of its own (2 s).
#include "domain/records/company.h"
#include "domain/records/inenglish.h"
#include "store/book/book.h"
#include "store/book/visit.h"
#include "store/commit/commit.h"
#include "store/rows/records.h"
#include "support/engines.h"
#include "support/flaws.h"
#include "support/ownserver.h"

#include <QThread>

#include <libpq-fe.h>

#include <atomic>
#include <memory>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

// Null where no server is tested.
std::unique_ptr<OwnServer> pooledServer()
{
    if (!OwnServer::isPossible())
        return nullptr;
    auto server = std::make_unique<OwnServer>();
    server->startPool();
    return server;
}

Result<ChangeSet> add(sql::Connection &book, const QStringList &companies)
{
    Edit edit{.label = Sentence::verbatim(u"Add them"_s)};
    for (const QString &company : companies)
        edit.changes.push_back(create(Company{.name = company}));
    return store::commit(book, edit, {UserId{1}, Instant{1}});
}

QStringList companiesIn(sql::Connection &book)
{
    QStringList names;
    for (const Company &company : valueOf(store::loadAll<Company>(book)))
        names += company.name;
    return names;
}

// Another program, which is a client of the pooler like us and takes the session for its own.
class OtherClient
{
public:
    explicit OtherClient(const QString &address) : m_server(PQconnectdb(address.toUtf8().constData()))
    {
        REQUIRE(PQstatus(m_server) == CONNECTION_OK);
    }
    ~OtherClient() { PQfinish(m_server); }
    OtherClient(const OtherClient &) = delete;
    OtherClient &operator=(const OtherClient &) = delete;

    // The first cell of the answer, if there is one.
    QString ask(const char *statement)
    {
        PGresult *answer = PQexec(m_server, statement);
        const ExecStatusType status = PQresultStatus(answer);
        const QString said = QString::fromUtf8(PQntuples(answer) > 0 ? PQgetvalue(answer, 0, 0) : "");
        PQclear(answer);
        CAPTURE(statement, PQerrorMessage(m_server));
        REQUIRE((status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK));
        return said;
    }

private:
    PGconn *m_server;
};

} // namespace

TEST_CASE("Behind a pooler several people make, open, write and read a book as without one", "[store]")
{
    const auto server = pooledServer();
    if (!server)
        return;
    const QString mode = GENERATE(u"session"_s, u"transaction"_s);
    CAPTURE(mode);
    const QString address = server->pooled(mode);
    const auto ana = valueOf(store::createBook(address));
    const auto ben = valueOf(store::openBook(address, sql::Access::ReadWrite));
    const auto eve = valueOf(store::openBook(address, sql::Access::Read));
    QStringList expected;
    for (int i = 0; i < 3; ++i) {
        const QStringList added{u"Ana's %1"_s.arg(i), u"Ben's %1"_s.arg(i)};
        valueOf(add(*ana, {added[0]}));
        valueOf(add(*ben, {added[1]}));
        expected += added;
        CHECK(companiesIn(*eve) == expected);
        CHECK(companiesIn(*ana) == expected);
    }
    const ChangeSet mistake = valueOf(add(*ana, {u"A mistake"_s}));
    valueOf(store::revert(*ben, mistake.operation.id, {UserId{1}, Instant{2}}));
    CHECK(valueOf(eve->cell(u"SELECT count(*) FROM company WHERE deleted_at IS NULL"_s))
          == sql::Value(qint64(expected.size())));
    CHECK(flawsIn(*eve) == none);

    const auto forbidden = eve->run(u"DELETE FROM company"_s);
    REQUIRE_FALSE(forbidden);
    CHECK(forbidden.error().code == ErrorCode::ReadOnly);
    CHECK_FALSE(eve->cell(u"SELECT nothing"_s));
    {
        const auto transaction = valueOf(sql::Transaction::read(*eve));
        const auto refused = eve->run(u"DELETE FROM company"_s);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::ReadOnly);
    }
    valueOf(add(*ben, {u"Later"_s}));
    CHECK(companiesIn(*eve).contains(u"Later"_s));
}

TEST_CASE("Nothing of us stays in a connection that a pooler gives to others", "[store]")
{
    const auto server = pooledServer();
    if (!server)
        return;
    const QString address = server->pooled(u"transaction"_s);
    const auto writer = valueOf(store::createBook(address));
    const auto reader = valueOf(store::openBook(address, sql::Access::Read));
    {
        // both at once, so that both of the pooler's connections are used
        const auto first = valueOf(sql::Transaction::read(*writer));
        const auto second = valueOf(sql::Transaction::read(*reader));
        CHECK(companiesIn(*writer).isEmpty());
        CHECK(companiesIn(*reader).isEmpty());
    }
    valueOf(add(*writer, {u"Acme"_s}));
    OtherClient one(address);
    OtherClient two(address);
    one.ask("BEGIN");
    two.ask("BEGIN");
    for (OtherClient *client : {&one, &two}) {
        CHECK(client->ask("SELECT count(*) FROM pg_prepared_statements") == u"0"_s);
        CHECK(client->ask("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'") == u"0"_s);
        CHECK(client->ask("SHOW search_path") == u"\"$user\", public"_s);
        CHECK(client->ask("SHOW jit") == u"on"_s);
        CHECK(client->ask("SHOW lock_timeout") == u"0"_s);
        CHECK(client->ask("SHOW default_transaction_read_only") == u"off"_s);
    }
}

TEST_CASE("What others leave in a connection of the pooler does not matter to us", "[store]")
{
    const auto server = pooledServer();
    if (!server)
        return;
    const QString address = server->pooled(u"transaction"_s);
    const auto book = valueOf(store::createBook(address));
    valueOf(add(*book, {u"Before"_s}));
    OtherClient one(address);
    OtherClient two(address);
    one.ask("CREATE SCHEMA other");
    one.ask("CREATE TABLE other.company (id INTEGER)");
    one.ask("BEGIN");
    two.ask("BEGIN");
    for (OtherClient *client : {&one, &two}) {
        client->ask("SET search_path = other");
        client->ask("SET statement_timeout = 500");
        client->ask("SET extra_float_digits = -10");
        client->ask("PREPARE headway1 AS SELECT 1");
    }
    one.ask("COMMIT");
    two.ask("COMMIT");
    const QString slowly = u"SELECT CAST(? AS DOUBLE PRECISION), pg_sleep(0.6) IS NULL"_s;
    CHECK(valueOf(book->cell(slowly, {0.1 + 0.2})) == sql::Value(0.1 + 0.2));
    valueOf(add(*book, {u"After"_s}));
    CHECK(companiesIn(*book) == QStringList{u"Before"_s, u"After"_s});
    const auto again = valueOf(store::openBook(address, sql::Access::ReadWrite));
    CHECK(companiesIn(*again) == QStringList{u"Before"_s, u"After"_s});
}

TEST_CASE("Behind a pooler, too, a statement whose rule is checked at the end is refused, and nothing kept",
          "[store]")
{
    const auto server = pooledServer();
    if (!server)
        return;
    const auto connection =
        valueOf(sql::openPostgres(server->pooled(u"transaction"_s), sql::Access::ReadWrite));
    valueOf(connection->command(u"CREATE TABLE card (id BIGINT PRIMARY KEY, other BIGINT"
                                " REFERENCES card DEFERRABLE INITIALLY DEFERRED)"_s));
    const auto insert = [&](qint64 id, qint64 other) {
        return connection->run(u"INSERT INTO card (id, other) VALUES (?, ?)"_s, {id, other});
    };
    const auto refused = insert(1, 2);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Constraint);
    CHECK(valueOf(insert(3, 3)) == 1);
    CHECK(valueOf(connection->cell(u"SELECT sum(id) FROM card"_s)) == sql::Value(qint64(3)));
    qint64 rows = 0;
    valueOf(connection->each(u"SELECT i FROM generate_series(1, 10000) i"_s, {},
                             [&rows](const sql::RowView &row) -> Result<> {
                                 CHECK(row.integer(0) == ++rows);
                                 return {};
                             }));
    CHECK(rows == 10'000);
}

TEST_CASE("A question to a server behind a pooler stops when nobody waits for it", "[store]")
{
    const auto server = pooledServer();
    if (!server)
        return;
    const auto connection = valueOf(sql::openPostgres(server->pooled(u"transaction"_s), sql::Access::Read));
    std::atomic<bool> over = false;
    const std::unique_ptr<QThread> other(QThread::create([&] {
        while (!over) {
            connection->interrupt();
            QThread::yieldCurrentThread();
        }
    }));
    other->start();
    const auto endless = connection->cell(u"SELECT CAST(pg_sleep(600) AS text)"_s);
    over = true;
    other->wait();
    REQUIRE_FALSE(endless);
    CHECK(endless.error().code == ErrorCode::Cancelled);
}

TEST_CASE("A pooler that stops in the middle of a step: nothing is kept, and that is said", "[store]")
{
    const auto server = pooledServer();
    if (!server)
        return;
    const QString address = server->pooled(u"transaction"_s);
    const auto book = valueOf(store::createBook(address));
    int statements = 0;
    book->setProbe([&](const QString &, const sql::Values &) -> Result<> {
        if (++statements == 3)
            server->stopPool();
        return {};
    });
    const auto refused = add(*book, {u"A"_s, u"B"_s});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Offline);
    CHECK(inEnglish(refused.error().text)
          == u"The server went away before this was saved: nothing was changed."_s);
    CHECK(book->isStale());
    server->startPool();
    const auto again = valueOf(store::openBook(address, sql::Access::ReadWrite));
    CHECK(companiesIn(*again).isEmpty());
    valueOf(add(*again, {u"A"_s, u"B"_s}));
    CHECK(flawsIn(*again) == none);
}

TEST_CASE(
    "A pooler that stops at the moment of saving leaves the whole step or nothing, and says where to look",
    "[store]")
{
    const auto server = pooledServer();
    if (!server)
        return;
    const QString address = server->pooled(u"transaction"_s);
    const auto book = valueOf(store::createBook(address));
    book->setProbe([&](const QString &statement, const sql::Values &) -> Result<> {
        if (statement == u"COMMIT"_s)
            server->stopPool();
        return {};
    });
    const auto refused = add(*book, {u"A"_s, u"B"_s});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Offline);
    CHECK(inEnglish(refused.error().text).contains(u"the history shows whether “Add them” was kept"_s));
    server->startPool();
    const auto again = valueOf(store::openBook(address, sql::Access::Read));
    const qsizetype there = companiesIn(*again).size();
    CHECK((there == 0 || there == 2));
    CHECK(flawsIn(*again) == none);
}

TEST_CASE("A pooler that no book can be opened through says why in one sentence", "[store]")
{
    const auto server = pooledServer();
    if (!server)
        return;
    const auto said = [](const QString &address) {
        const auto visited = store::visitBook(address);
        REQUIRE_FALSE(visited);
        return inEnglish(visited.error().text);
    };
    CHECK(
        said(server->pooled(u"statement"_s))
        == u"The pooler before the server allows no transactions. Whoever runs it can write in its settings: "
           "pool_mode = transaction"_s);
    CHECK(said(server->pooled(u"session"_s) + u"&options=-cjit%3Doff"_s)
          == u"The pooler before the server refuses: unsupported startup parameter: options"_s);
    CHECK(said(server->pooled(u"purchases"_s))
          == u"The pooler before the server refuses: bouncer config error"_s); // it knows no such database
}
