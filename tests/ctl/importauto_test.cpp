// SPDX-License-Identifier: GPL-3.0-or-later
// Files of another system on the command line: what is said of their links, and all of them at once.
#include "support/program.h"

#include <QDir>
#include <QJsonArray>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

void givenFiles(Program &ctl)
{
    ctl.done(u"--as Ana new --currency EUR"_s);
    ctl.file(u"companies.csv"_s, "ID,Name\n7,Alpha\n1,Beta\n2,Gamma\n");
    ctl.file(u"contacts.csv"_s, "ID,Name,Account Id\n31,Anna Berg,1\n32,Bob Cole,9\n");
}

} // namespace

TEST_CASE("The command line says how many links were found, and which were not", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    givenFiles(ctl);
    ctl.done(u"import companies companies.csv --system zoho"_s);
    const Run people = ctl.line(u"import contacts contacts.csv --system zoho"_s);
    CHECK(people.status == 0);
    CHECK(people.out.contains(u"links of “Account Id”: 1 of 2 found"_s));
    CHECK(people.err.contains(u"line 3, column Account Id: Nothing is “9” in “zoho”."_s));
    CHECK(ctl.done(u"show \"contact:Anna Berg\""_s).contains("Beta"_L1));
    CHECK(ctl.done(u"show \"contact:Anna Berg\""_s).contains("Id in zoho"_L1));
    CHECK(ctl.done(u"list contacts --filter id:zoho-31"_s).contains("Anna Berg"_L1));
    CHECK_FALSE(ctl.done(u"list contacts --filter id:zoho-31"_s).contains("Bob Cole"_L1));
    CHECK(ctl.done(u"search id:zoho-7"_s).contains("Alpha"_L1));
    const QJsonObject json =
        ctl.line(u"import contacts contacts.csv --system zoho --match external_id --json"_s).json();
    CHECK(json.value(u"system").toString() == u"zoho"_s);
    const QJsonObject link = json.value(u"links").toArray().first().toObject();
    CHECK(link.value(u"asked").toInt() == 2);
    CHECK(link.value(u"found").toInt() == 1);
    CHECK(json.value(u"links_missing").toArray().first().toObject().value(u"fault").toString()
          == u"not_found"_s);
}

TEST_CASE("A folder goes in by one command, and is taken back by one", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    givenFiles(ctl);
    REQUIRE(QDir(ctl.path(u"."_s)).mkdir(u"exports"_s));
    ctl.file(u"exports/people.csv"_s, "ID,Name,Account Id,Moon\n31,Anna Berg,1,full\n");
    ctl.file(u"exports/accounts.csv"_s, "ID,Name\n7,Alpha\n1,Beta\n");
    ctl.file(u"exports/logo.png"_s, "no picture");
    const Run run = ctl.line(u"import auto exports"_s);
    CHECK(run.status == 0);
    CHECK(run.out.contains(u"links of “Account Id”: 1 of 1 found"_s));
    CHECK(run.out.contains(u"Columns of “people.csv” that were left: Moon."_s));
    CHECK(run.err.contains(u"Left: “logo.png”. It is no CSV file."_s));
    CHECK(ctl.done(u"show \"contact:Anna Berg\""_s).contains("Beta"_L1));
    CHECK(ctl.done(u"count companies"_s).startsWith("2 "_L1));
    ctl.done(u"undo"_s);
    CHECK(ctl.done(u"count companies"_s).startsWith("0 "_L1));
    CHECK(ctl.done(u"count contacts"_s).startsWith("0 "_L1));
    const QJsonObject json = ctl.line(u"import auto exports --dry-run --json"_s).json();
    CHECK(json.value(u"parts").toArray().size() == 2);
    CHECK(json.value(u"left").toArray().size() == 1);
    CHECK(ctl.done(u"count companies"_s).startsWith("0 "_L1));
}

TEST_CASE("The line of the column names is said as a number", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    givenFiles(ctl);
    ctl.file(u"late.csv"_s, "Name,City\nby hand,only\nName,Website\nDelta,delta.example\n");
    CHECK(ctl.done(u"import companies late.csv --header-line 3"_s).contains("1 new"_L1));
    CHECK(ctl.line(u"import companies late.csv --header-line top"_s).status == 2);
    CHECK(ctl.line(u"import companies late.csv --header-line 40"_s).status != 0);
}
