// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/script.h"

#include "support/dump.h"
#include "support/engines.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;
using sql::Engine;

TEST_CASE("A script is cut behind its statements, and nowhere else", "[sql]")
{
    const QStringList parts{u"CREATE TABLE a (x); "_s.trimmed(),
                            u"\nINSERT INTO a VALUES ('one;\n-- two''; ');"_s,
                            u" -- three;\n/* four; */ CREATE TABLE \"b;c\" (x);"_s, u" unfinished"_s};
    for (const Engine engine : {Engine::Sqlite, Engine::Postgres})
        CHECK(sql::statementsOf(engine, parts.join(QString())) == parts);
}

TEST_CASE("A trigger of SQLite and a function of PostgreSQL are one statement each", "[sql]")
{
    const QString trigger =
        u"CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM b;\n  SELECT CASE 1 WHEN 2 THEN 3 END;\nEND;"_s;
    CHECK(sql::statementsOf(Engine::Sqlite, trigger + u"SELECT 1;"_s)
          == QStringList{trigger, u"SELECT 1;"_s});
    const QString function =
        u"CREATE FUNCTION f() RETURNS int AS $b$ BEGIN; RETURN $1; END; $b$ LANGUAGE sql;"_s;
    CHECK(sql::statementsOf(Engine::Postgres, function + u"SELECT 1;"_s)
          == QStringList{function, u"SELECT 1;"_s});
    CHECK(sql::statementsOf(Engine::Postgres, u"/* a /* b; */ c; */ SELECT 1;"_s).size() == 1);
}

TEST_CASE("A statement is kept without comments and indentation, but with its texts as they are", "[sql]")
{
    const QString statement =
        u"-- what it is\n\n  CREATE TABLE a ( -- here\n\tx TEXT DEFAULT '  -- no\n  comment' /* nor */\n);"_s;
    CHECK(sql::bareStatement(Engine::Sqlite, statement)
          == u"CREATE TABLE a (\nx TEXT DEFAULT '  -- no\n  comment'\n);\n"_s);
    CHECK(sql::bareStatement(Engine::Sqlite, u" -- nothing\n;"_s).isEmpty());
}

TEST_CASE("The last statement of a script runs without a semicolon, too", "[sql]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    const auto connection = database.open(sql::Access::Create);
    valueOf(connection->script(u"CREATE TABLE a (x TEXT);\nINSERT INTO a VALUES ('  b; -- c\n  d')"_s));
    CHECK(valueOf(connection->cell(u"SELECT x FROM a"_s)) == sql::Value(u"  b; -- c\n  d"_s));
}
