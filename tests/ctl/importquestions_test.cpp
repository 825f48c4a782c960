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
    CHECK(asked.err.contains(u"--word 'status:Sleeping=new|attempting|connected"_s));
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

TEST_CASE("Links that are missing, questions and rejected rows stand in one report, in this order", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    ctl.done(u"--as Ana new --currency EUR"_s);
    ctl.file(u"deals.csv"_s,
             "ID,Deal Name,Account Id,Stage,Type,Amount\n"
             "1,Towers,77,Qualified,Sleeping,100\n2,Cranes,,Qualified,,1.2345\n");
    const Run run = ctl.line(u"import deals deals.csv --create-missing stages"_s);
    CAPTURE(run);
    CHECK(run.status == 3);
    const qsizetype link = run.err.indexOf(u"line 2, column Account Id: Nothing is “77” in “csv”."_s);
    const qsizetype question = run.err.indexOf(u"1 row: What does “Sleeping” mean in “Type”?"_s);
    const qsizetype rejected = run.err.indexOf("line 3, column Amount: "_L1);
    CHECK(link >= 0);
    CHECK(question > link);
    CHECK(rejected > question);
    CHECK(run.err.contains("That row goes in without the link."_L1));
    CHECK_FALSE(run.err.contains("--create-missing makes"_L1)); // no name is missing
}
