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
