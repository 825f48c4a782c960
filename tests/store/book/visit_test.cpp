// SPDX-License-Identifier: GPL-3.0-or-later
// Why a server does not let somebody in, in one sentence each, asked of a real one.
#include "store/book/visit.h"

#include "domain/records/inenglish.h"
#include "store/book/book.h"
#include "store/schema/schema.h"
#include "support/await.h"
#include "support/engines.h"
#include "support/ownserver.h"

#include <QFile>
#include <QTemporaryDir>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

Error refusal(const QString &address)
{
    const auto visited = store::visitBook(address);
    REQUIRE_FALSE(visited);
    return visited.error();
}

QString said(const QString &address)
{
    return inEnglish(refusal(address).text);
}

// Ana needs a password; Ben may not use the database.
void letInByPassword(const OwnServer &server)
{
    const auto connection = valueOf(sql::openPostgres(server.address(), sql::Access::ReadWrite));
    REQUIRE(connection->command(u"CREATE ROLE ana LOGIN PASSWORD 'right'"_s));
    REQUIRE(connection->command(u"CREATE ROLE ben LOGIN"_s));
    REQUIRE(connection->command(u"REVOKE CONNECT ON DATABASE headway_test FROM PUBLIC"_s));
    REQUIRE(connection->command(u"GRANT CONNECT ON DATABASE headway_test TO ana"_s));
    const auto rules = valueOf(connection->cell(u"SHOW hba_file"_s));
    QFile file(std::get<QString>(rules));
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("local all ana scram-sha-256\nlocal all postgres trust\nlocal all ben trust\n");
    file.close();
    REQUIRE(connection->row(u"SELECT pg_reload_conf()"_s));
}

QString as(const OwnServer &server, const QString &user)
{
    return server.address().replace(u"user=postgres"_s, u"user="_s + user);
}

} // namespace

TEST_CASE("A server says in one sentence why it lets nobody in", "[store]")
{
    // slow: starts a server of its own
    if (!OwnServer::isPossible())
        return;
    OwnServer server;
    CHECK(said(server.address()).startsWith(u"There is no Headway book at "_s));
    valueOf(store::createBook(server.address()));
    REQUIRE(store::visitBook(server.address()));

    CHECK(said(server.address().replace(u"headway_test"_s, u"no_such"_s))
          == u"The server has no database called no_such."_s);
    CHECK(said(as(server, u"nobody"_s))
          == u"The server does not let nobody in: it knows no such user, or not from this computer."_s);
    letInByPassword(server);
    CHECK(await([&] { return said(as(server, u"ana"_s)) == u"The server asks for the password of ana."_s; }));
    const Error wrong = refusal(as(server, u"ana&password=wrong"_s));
    CHECK(wrong.code == ErrorCode::Invalid);
    CHECK(inEnglish(wrong.text) == u"The password is wrong, or the server knows no user called ana."_s);
    CHECK_FALSE(wrong.detail.contains(u"wrong"_s));
    CHECK(said(as(server, u"ben"_s))
          == u"ben may not use the database headway_test. Ask whoever runs the server."_s);
    server.halt();
    CHECK(said(server.address()).startsWith(u"No PostgreSQL server is running at /tmp/"_s));
}

TEST_CASE("A server that is not there, and one whose name is wrong, are told apart", "[store]")
{
    CHECK(said(u"postgresql://ana@127.0.0.1:1/sales"_s)
          == u"127.0.0.1 is there, but no PostgreSQL server listens at its port 1."_s);
    const Error unknown = refusal(u"postgresql://ana@nowhere.invalid/sales"_s);
    CHECK(unknown.code == ErrorCode::NotFound);
    CHECK(inEnglish(unknown.text)
          == u"No computer called nowhere.invalid is known here. Look at its name, and at the network."_s);
}

TEST_CASE("A book of a newer Headway is not opened, and a visit leaves an older one as it is", "[store]")
{
    const auto engine = GENERATE(anyEngine());
    const FreshDatabase database(engine);
    CAPTURE(engine);
    valueOf(store::createBook(database.place()));
    const auto change = [&](const QString &statement) {
        REQUIRE(database.open(sql::Access::ReadWrite)->run(statement));
    };
    const std::vector<sql::Migration> &all = store::migrations();
    const int newest = sql::newestNumber(all);
    change(u"DELETE FROM schema_version WHERE number = %1"_s.arg(newest)); // sql: a number
    const auto visited = valueOf(store::visitBook(database.place()));
    CHECK(valueOf(sql::schemaVersion(*visited)) == all[all.size() - 2].number);
    change(u"INSERT INTO schema_version (number, name, hash) VALUES (%1, 'new', 'new')"_s.arg(newest + 1));
    CHECK(refusal(database.place()).code == ErrorCode::NewerVersion);
}
