// SPDX-License-Identifier: GPL-3.0-or-later
// What an import could not decide: a table that says what to write.
#include "support/program.h"

#include <QJsonArray>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

TEST_CASE("An import asks once for each word, with its rows and what to write", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    ctl.done(u"new"_s);
    ctl.file(u"leads.csv"_s, "Last name,Lead Status\nOne,Sleeping\nTwo,sleeping\nThree,Contacted\n");
    const Run asked = ctl.line(u"import leads leads.csv"_s);
    CAPTURE(asked);
    CHECK(asked.status == 0);
    CHECK(asked.out.contains("3 new"_L1));
    CHECK(asked.err.contains(u"2 rows: What does “Sleeping” mean in “Lead Status”?"_s));
    CHECK(asked.err.contains(u"--word 'status:Sleeping=New|Attempting|Connected"_s));
    ctl.done(u"undo"_s);
    const Run json = ctl.line(u"import leads leads.csv --dry-run --json"_s);
    const QJsonArray questions = json.json().value(u"questions"_s).toArray();
    REQUIRE(questions.size() == 1);
    CHECK(questions.first().toObject().value(u"rows"_s).toInt() == 2);
    const Run answered = ctl.line(u"import leads leads.csv --word 'Sleeping=nurture'"_s);
    CHECK(answered.err.isEmpty());
    CHECK(ctl.done(u"count leads --filter status:nurture"_s).startsWith("2 "_L1));
}

TEST_CASE("Units, roundings and closing days that do not exist are refused with those that do", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"new"_s);
    ctl.file(u"calls.csv"_s, "Type,Subject,Date,Duration\nCall,Hello,2023-03-04 10:00,15\n");
    const Run unit = ctl.line(u"import activities calls.csv --duration-unit weeks"_s);
    CHECK(unit.status == 2);
    CHECK(unit.err.contains("minutes, seconds, milliseconds, hours"_L1));
    CHECK(ctl.line(u"import activities calls.csv --round sideways"_s).status == 2);
    CHECK(ctl.line(u"import activities calls.csv --percent often"_s).status == 2);
    CHECK(ctl.line(u"import activities calls.csv --word Hello"_s).status == 2);
    CHECK(ctl.line(u"import activities calls.csv --closed-on Nowhere"_s).err.contains("Nowhere"_L1));
    CHECK(ctl.line(u"import activities calls.csv"_s).err.contains("--duration-unit minutes|seconds"_L1));
}

TEST_CASE("What a column of another meaning holds is asked with the option that says where it goes", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"new"_s);
    ctl.file(u"people.csv"_s, "Last name,Created\nOne,Yes\nTwo,No\n");
    const Run asked = ctl.line(u"import contacts people.csv"_s);
    CHECK(asked.status == 0);
    CHECK(asked.err.contains(
        u"2 rows: Where does “Created” go? It holds “Yes”, which does not fit its name, and is left out."_s));
    CHECK(asked.err.contains(u"--map 'Created=nothing|FIELD'"_s));
    CHECK(asked.err.contains(u"To answer, undo the import"_s));
    CHECK_FALSE(asked.err.contains(u"as text"_s)); // it is left out
    ctl.done(u"undo"_s);
    CHECK(ctl.line(u"import contacts people.csv --map 'Created=nothing'"_s).err.isEmpty());
}

TEST_CASE("A column of money in deals without an amount is asked with the option that sends it there",
          "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    ctl.done(u"--as Ana new --currency EUR"_s);
    ctl.file(u"deals.csv"_s, "Deal Name,Zork Size\nTowers,\"$1,500.00\"\nCranes,$20.00\n");
    const Run asked = ctl.line(u"import auto deals.csv"_s);
    CAPTURE(asked);
    CHECK(asked.status == 0);
    CHECK(asked.err.contains(u"2 rows: No column is the amount: is it “Zork Size”? It holds “$1,500.00”."_s));
    CHECK(asked.err.contains(u"--map 'Zork Size=amount' | --without amount"_s));
    ctl.done(u"undo"_s);
    const auto isAsked = [&](const QString &options) {
        return ctl.line(u"import auto deals.csv --dry-run "_s + options).err.contains("No column is"_L1);
    };
    CHECK(isAsked({}));
    CHECK_FALSE(isAsked(u"--without amount --save-profile size"_s));
    CHECK_FALSE(isAsked(u"--profile size"_s));
    CHECK(ctl.line(u"import deals deals.csv --without colour"_s).status == 2);
    ctl.done(u"import auto deals.csv --map 'Zork Size=amount'"_s);
    CHECK(ctl.done(u"show deal:Towers"_s).contains("1,500"_L1));
}

TEST_CASE("Reasons of rejected rows are a table that says what to write, for people and for scripts", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"new"_s);
    ctl.file(u"users.csv"_s, "Name,Active\nAna,perhaps\nBen,perhaps\nEva,yes\n");
    const Run run = ctl.line(u"import users users.csv"_s);
    CAPTURE(run);
    CHECK(run.status == 3);
    CHECK(run.err.contains("what to write"_L1));
    CHECK(run.err.contains(u"--values 'active:perhaps=…'"_s));
    const Run again = ctl.line(u"import users users.csv --json --values 'active:perhaps='"_s);
    CHECK(again.json().value(u"reasons"_s).toArray().isEmpty());
    CHECK(again.json().value(u"created"_s).toInt() == 2); // Eva is there
}

TEST_CASE("A unit, an unknown name and a contradiction are asked with the option that answers", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"--as Ana new --currency EUR"_s);
    ctl.file(u"deals.csv"_s, "Deal,Stage,Status,Value (M),Company\nTowers,Won,Open,5,Nobody Ltd\n");
    const Run run = ctl.line(u"import deals deals.csv"_s);
    CAPTURE(run);
    CHECK(run.status == 0);
    CHECK(run.err.contains("--amount-unit ones|thousands|millions"_L1));
    CHECK(run.err.contains("--create-missing companies"_L1));
    CHECK(run.err.contains("--map 'Status=nothing'"_L1));
    CHECK(ctl.line(u"import deals deals.csv --amount-unit tons"_s).status == 2);
    CHECK(ctl.line(u"import deals deals.csv --unknown perhaps"_s).status == 2);
}

TEST_CASE("Links that are missing, questions and rejected rows stand in one report, in this order", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    ctl.done(u"--as Ana new --currency EUR"_s);
    ctl.file(u"deals.csv"_s,
             "ID,Deal Name,Account Id,Stage,Type,Amount\n"
             "1,Towers,77,Qualified,Sleeping,100\n2,,,Qualified,,50\n");
    const Run run = ctl.line(u"import deals deals.csv --create-missing stages"_s);
    CAPTURE(run);
    CHECK(run.status == 3);
    const qsizetype link =
        run.err.indexOf(u"line 2, column Account Id: Nothing that was imported has the id “77”."_s);
    const qsizetype question = run.err.indexOf(u"1 row: What does “Sleeping” mean in “Type”?"_s);
    const qsizetype rejected = run.err.indexOf("line 3, column Deal Name: "_L1);
    CHECK(link >= 0);
    CHECK(question > link);
    CHECK(rejected > question);
    CHECK(run.err.contains("That row goes in without the link."_L1));
    CHECK_FALSE(run.err.contains("--create-missing"_L1)); // no name is missing
}

TEST_CASE("What to write for a near name is one word of a shell, though the name has an apostrophe", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"new"_s);
    ctl.file(u"firms.csv"_s, "Name\nO'Brian GmbH\n");
    ctl.file(u"people.csv"_s, "Name,Company\nAnn,OBrian GmbH\n");
    ctl.done(u"import companies firms.csv"_s);
    CHECK(ctl.line(u"import contacts people.csv --dry-run"_s)
              .err.contains(u"--values 'company:OBrian GmbH=O'\\''Brian GmbH'"_s));
}
