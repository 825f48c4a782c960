// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/migrate.h"

#include "support/dump.h"
#include "support/engines.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;
using sql::Migration;

namespace {

const Migration first{1, u"first"_s,
                      u"CREATE TABLE thing (id {{id}}, name {{text}} NOT NULL) {{strict}};\n"_s};
const Migration second{2, u"second"_s, u"ALTER TABLE thing ADD COLUMN size {{int}};\n"_s};
const Migration broken{2, u"broken"_s,
                       u"ALTER TABLE thing ADD COLUMN size {{int}};\nINSERT INTO nothing VALUES (1);\n"_s};

qint64 count(sql::Connection &connection, const QString &table)
{
    return std::get<qint64>(valueOf(connection.cell(u"SELECT count(*) FROM "_s + table)));
}

} // namespace

TEST_CASE("Scripts run once each, in order, and are remembered", "[sql]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    const auto connection = database.open(sql::Access::Create);
    CHECK(valueOf(sql::schemaVersion(*connection)) == 0);
    valueOf(sql::migrate(*connection, {first}));
    CHECK(valueOf(sql::schemaVersion(*connection)) == 1);
    valueOf(connection->run(u"INSERT INTO thing (name) VALUES ('kept')"_s));
    valueOf(sql::migrate(*connection, {first, second}));
    valueOf(sql::migrate(*connection, {first, second}));
    CHECK(valueOf(sql::schemaVersion(*connection)) == 2);
    CHECK(count(*connection, u"thing WHERE size IS NULL"_s) == 1);
}

TEST_CASE("A book whose indexes were counted has those of a new version counted, too", "[sql]")
{
    const FreshDatabase database(sql::Engine::Sqlite);
    const auto connection = database.open(sql::Access::Create);
    const sql::Migration index{2, u"index"_s, u"CREATE INDEX thing_by_name ON thing (name);"_s};
    valueOf(sql::migrate(*connection, {first}));
    for (int i = 0; i < 40; ++i)
        valueOf(connection->run(u"INSERT INTO thing (name) VALUES ('same')"_s));
    if (GENERATE(true, false)) {
        valueOf(connection->command(u"ANALYZE"_s));
        valueOf(sql::migrate(*connection, {first, index}));
        CHECK(valueOf(connection->cell(u"SELECT stat FROM sqlite_stat1 WHERE idx = 'thing_by_name'"_s))
              == sql::Value(u"40 40"_s));
    } else {
        valueOf(sql::migrate(*connection, {first, index}));
        CHECK(count(*connection, u"sqlite_schema WHERE name = 'sqlite_stat1'"_s) == 0);
    }
}

TEST_CASE("A script that fails half-way leaves the schema as it was", "[sql]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    const auto connection = database.open(sql::Access::Create);
    valueOf(sql::migrate(*connection, {first}));
    const QString before = dumpOf(*connection, {u"schema_version"_s}, {});
    REQUIRE_FALSE(sql::migrate(*connection, {first, broken}));
    CHECK(valueOf(sql::schemaVersion(*connection)) == 1);
    CHECK(dumpOf(*connection, {u"schema_version"_s}, {}) == before);
    REQUIRE_FALSE(connection->cell(u"SELECT size FROM thing"_s));
    valueOf(sql::migrate(*connection, {first, second}));
}

TEST_CASE("A script that would end its transaction is refused, and the schema is as it was", "[sql]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    const auto connection = database.open(sql::Access::Create);
    valueOf(sql::migrate(*connection, {first}));
    const QString end = GENERATE(u"COMMIT"_s, u"/* so */ Rollback"_s, u"END"_s);
    const Migration ending{2, u"ending"_s,
                           u"CREATE TABLE half (x {{int}});\n"_s + end + u";\nSELECT 1/0;\n"_s};
    REQUIRE_FALSE(sql::migrate(*connection, {first, ending}));
    CHECK(valueOf(sql::schemaVersion(*connection)) == 1);
    CHECK_FALSE(connection->cell(u"SELECT x FROM half"_s));
    valueOf(sql::migrate(*connection, {first, second}));
}

TEST_CASE("Whichever statement of a migration fails, nothing of it stays", "[sql]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    const auto connection = database.open(sql::Access::Create);
    for (int failAt = 0, done = 0; !done; ++failAt) {
        int statement = 0;
        connection->setProbe([&](const QString &, const sql::Values &) -> Result<> {
            return statement++ == failAt ? Result<>(failure(ErrorCode::Full, Sentence::verbatim(u"Full."_s)))
                                         : Result<>();
        });
        done = bool(sql::migrate(*connection, {first, second}));
        connection->setProbe({});
        if (!done)
            CHECK(valueOf(sql::schemaVersion(*connection)) == 0);
    }
    CHECK(valueOf(sql::schemaVersion(*connection)) == 2);
}

TEST_CASE("A newer schema and one with other texts are refused", "[sql]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    const auto connection = database.open(sql::Access::Create);
    valueOf(sql::migrate(*connection, {first, second}));
    const auto newer = sql::migrate(*connection, {first});
    REQUIRE_FALSE(newer);
    CHECK(newer.error().code == ErrorCode::NewerVersion);
    const auto altered = sql::migrate(*connection, {first, broken});
    REQUIRE_FALSE(altered);
    CHECK(altered.error().code == ErrorCode::Unreadable);
}

TEST_CASE("Numbers of scripts that there cannot be are refused", "[sql]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    const auto connection = database.open(sql::Access::Create);
    valueOf(sql::migrate(*connection, {first}));
    valueOf(connection->run(u"INSERT INTO schema_version (number, name, hash) VALUES (-3, 'x', 'x')"_s));
    const auto strange = sql::migrate(*connection, {first, second});
    REQUIRE_FALSE(strange);
    CHECK(strange.error().code == ErrorCode::Unreadable);
    valueOf(connection->run(u"UPDATE schema_version SET number = 4294967297 WHERE number = -3"_s));
    CHECK(valueOf(sql::schemaVersion(*connection)) > 2);
}

TEST_CASE("Another program's table of versions is not taken for ours", "[sql]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    const auto connection = database.open(sql::Access::Create);
    valueOf(connection->command(u"CREATE TABLE schema_version (version INTEGER)"_s));
    CHECK(valueOf(sql::schemaVersion(*connection)) == 0);
}

TEST_CASE("A script says once what differs between the engines", "[sql]")
{
    const QString text =
        u"CREATE TABLE t (id {{id}}, a {{text}}) {{strict}};\n-- sqlite:\nS;\n-- postgres:\nP;\n-- end\nB;\n"_s;
    CHECK(sql::scriptFor(sql::Engine::Sqlite, text).contains(u"S;\nB;"_s));
    CHECK(sql::scriptFor(sql::Engine::Sqlite, text).contains(u"TEXT) STRICT;"_s));
    CHECK(sql::scriptFor(sql::Engine::Postgres, text).contains(u"P;\nB;"_s));
    CHECK_FALSE(sql::scriptFor(sql::Engine::Postgres, text).contains(u"S;"_s));
    const QString comment = u"-- endless story\n-- sqlite: only a word\nB;"_s;
    CHECK(sql::scriptFor(sql::Engine::Postgres, comment) == comment + u'\n');
}

TEST_CASE("A number of a script may be left out, and its neighbours run all the same", "[sql]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    const auto connection = database.open(sql::Access::Create);
    Migration later = second;
    later.number = 5;
    valueOf(sql::migrate(*connection, {first, later}));
    valueOf(sql::migrate(*connection, {first, later})); // neither newer nor strange
    CHECK(valueOf(sql::schemaVersion(*connection)) == 5);
    CHECK(sql::newestNumber({first, later}) == 5);
    const auto refused = sql::migrate(*connection, {first});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::NewerVersion);
}
