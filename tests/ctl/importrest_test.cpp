// SPDX-License-Identifier: GPL-3.0-or-later
// headwayctl: own fields for columns that nothing takes, and the file that comes a second time.
#include "support/program.h"

#include <QJsonArray>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

TEST_CASE("Columns that nothing takes are named with what to write, and become own fields", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    ctl.done(u"new"_s);
    ctl.file(u"firms.csv"_s, "Name,Moon,Tide\nAlpha,3,high\nBeta,4,low\n");
    const QString left = ctl.done(u"import companies firms.csv --dry-run"_s);
    CAPTURE(left);
    CHECK(
        left.contains(u"  not imported: Moon, in 2 rows: “3”\n  not imported: Tide, in 2 rows: “high”\n"_s));
    CHECK(left.contains("--rest own makes own fields"_L1));
    const QString own = ctl.done(u"import companies firms.csv --rest own --own 'Tide=State:note'"_s);
    CAPTURE(own);
    CHECK(own.contains("own fields: Moon (new, number)"_L1));
    CHECK(own.contains("in the note: Tide"_L1));
    CHECK_FALSE(own.contains("not imported"_L1));
    const QJsonArray rest = ctl.line(u"import companies firms.csv --rest own --dry-run --json"_s)
                                .json()
                                .value(u"rest"_s)
                                .toArray();
    REQUIRE(rest.size() == 1); // Moon has its field now
    CHECK(rest[0].toObject().value(u"column"_s).toString() == u"Tide"_s);
    CHECK(rest[0].toObject().value(u"new"_s).toBool());
    ctl.done(u"undo"_s);
    CHECK(ctl.done(u"count custom_fields"_s).startsWith("0 "_L1));
    CHECK(ctl.line(u"import companies firms.csv --rest everything"_s).status == 2);
    CHECK(ctl.line(u"import companies firms.csv --own 'Moon=M:numbr'"_s).err.contains("numbr"_L1));
    CHECK(ctl.line(u"import products firms.csv --rest own"_s).status == 2);
}

TEST_CASE("Of columns that are left one value and the rows are said, and the empty ones in one line", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"new"_s);
    ctl.file(u"companies.csv"_s, "Name,Website,Hole,Moon,Void\nAlpha,a.example,,,\nBeta,b.example,,full,\n");
    const QString left = ctl.done(u"import auto companies.csv"_s);
    CAPTURE(left);
    CHECK(left.contains(u"  not imported: Moon, in 1 row: “full”\n"_s));
    CHECK(left.contains(u"  not imported, since they are empty: Hole, Void\n"_s));
    CHECK(left.contains("--rest own makes own fields"_L1));
    ctl.done(u"undo"_s);
    CHECK_FALSE(ctl.done(u"import auto companies.csv --map Moon=description"_s).contains("--rest own"_L1));
}

TEST_CASE("Two own fields of one name are refused, wherever the second one comes from", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    ctl.done(u"new"_s);
    ctl.done(u"add custom_field record_kind=company name=moon label=Moon"_s);
    const Run twin = ctl.line(u"add custom_field record_kind=company name=other label=moon"_s);
    CAPTURE(twin);
    CHECK(twin.status == 2);
    CHECK(twin.err.contains(u"There is an own field “Moon” for companies already."_s));
    CHECK(ctl.line(u"add custom_field record_kind=company name=moon label=Sun"_s).status == 2);
    ctl.done(u"add custom_field record_kind=deal name=moon label=Moon"_s); // of another kind
    ctl.done(u"add custom_field record_kind=company name=sun label=Sun"_s);
    CHECK(ctl.line(u"set custom_field:3 label=MOON"_s).status == 2);
    ctl.done(u"set custom_field:3 label=Star"_s);
    ctl.file(u"fields.csv"_s, "record_kind,name,label\ncompany,moon,Moon again\ncompany,tide,Tide\n");
    const Run run = ctl.line(u"import custom_fields fields.csv"_s);
    CHECK(run.out.contains("1 new, 1 rejected"_L1));
    CHECK(run.err.contains("There is an own field"_L1));
}

TEST_CASE("A file that was imported before is said so, and undone it is new", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    ctl.done(u"new"_s);
    ctl.file(u"firms.csv"_s, "Name,City\nAlpha,Ulm\nBeta,Jena\n");
    CHECK(ctl.done(u"import companies firms.csv"_s).contains("2 new"_L1));
    const QString again = ctl.done(u"import companies firms.csv"_s);
    CAPTURE(again);
    CHECK(again.contains("0 new, 2 as before"_L1));
    CHECK(again.contains("This very file was imported on "_L1));
    CHECK(again.contains(" as step "_L1));
    CHECK(ctl.done(u"count companies"_s).startsWith("2 "_L1));
    const Run json = ctl.line(u"import companies firms.csv --json"_s);
    CHECK(json.json().value(u"imported_before"_s).isObject());
    ctl.done(u"undo"_s);
    CHECK(ctl.done(u"import companies firms.csv"_s).contains("2 new"_L1));
}

TEST_CASE("Of somebody imported, show says every number and address, and priorities in words", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    ctl.done(u"new"_s);
    ctl.file(u"people.csv"_s,
             "First Name,Last Name,Phone,Mobile,Fax,Street,City\n"
             "Ann,Lee,+49 30 123456,+49 171 123456,+49 30 123459,1 A St,Rome\n");
    ctl.file(u"tasks.csv"_s,
             "Subject,Due Date,Priority,Status\nCall,2026-12-24,High,Open\nRest,2026-12-24,,Open\n");
    ctl.done(u"import contacts people.csv"_s);
    ctl.done(u"import activities tasks.csv"_s);
    const QString ann = ctl.done(u"show \"contact:Ann Lee\""_s);
    CAPTURE(ann);
    CHECK(ann.count("123456"_L1) == 2); // the first number is said once
    CHECK(ann.contains("123459"_L1));
    CHECK(ann.contains("1 A St, Rome"_L1));
    const QJsonObject json = ctl.line(u"show \"contact:Ann Lee\" --json"_s).json();
    CHECK(json.value(u"contact_points"_s).toArray().size() == 3);
    CHECK(json.value(u"addresses"_s).toArray().size() == 1);
    CHECK(ctl.done(u"show activity:1"_s).contains("High"_L1));
    CHECK_FALSE(ctl.done(u"show activity:2"_s).contains("Priority"_L1));
}

TEST_CASE("A near name, and the one row that has it, are told in a sentence", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"new --currency EUR"_s);
    ctl.file(u"deals.csv"_s, "Deal Name,Company\nA,Acme Inc\nB,Acme Inc.\n");
    CHECK(ctl.line(u"import deals deals.csv --create-missing companies"_s)
              .err.contains(u"“Acme Inc.” is near to “Acme Inc” (1 row)."_s));
}

TEST_CASE("Names that the book has are asked with what to write", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"new"_s);
    ctl.file(u"firms.csv"_s, "Name,City\nAlpha,Ulm\n");
    ctl.file(u"others.csv"_s, "Name,City\nAlpha,Bonn\n");
    ctl.done(u"import companies firms.csv"_s);
    const Run asked = ctl.line(u"import companies others.csv --dry-run"_s);
    CHECK(asked.err.contains("--match name | --existing create"_L1));
    CHECK(ctl.line(u"import companies others.csv --match name"_s).out.contains("1 as before"_L1));
    CHECK(ctl.line(u"import companies others.csv --existing create"_s).err.isEmpty());
}

TEST_CASE("People are known by their e-mail address without being told so", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"new"_s);
    ctl.file(u"people.csv"_s, "Name,Email\nAnna Berg,anna@a.example\n");
    ctl.file(u"more.csv"_s, "Name,Email,City\nAnna Berg,anna@a.example,Ulm\nBob Cole,anna@a.example,Ulm\n");
    ctl.done(u"import contacts people.csv"_s);
    const QString more = ctl.done(u"import contacts more.csv"_s);
    CAPTURE(more);
    CHECK(more.contains("1 new, 1 changed"_L1)); // the city is filled in
    CHECK(more.contains("somebody else"_L1));
    CHECK(ctl.done(u"import contacts more.csv --existing skip"_s).contains("0 new, 2 as before"_L1));
}

TEST_CASE("Own fields are set, sorted by and listed like any other", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    ctl.done(u"new --currency EUR"_s);
    ctl.done(u"add own-field record_kind=company \"label=Fleet size\" kind=number"_s);
    ctl.done(u"add own-field record_kind=company label=Term kind=choice \"choices=Annual\nMonthly\""_s);
    ctl.done(u"add company name=Acme fleet_size=12 term=Annual"_s);
    ctl.done(u"add company name=Bolt"_s);
    ctl.done(u"set company:2 \"Fleet size=7.5\""_s);
    const QString list =
        ctl.done(u"list companies --columns name,fleet_size,term --sort -fleet_size"_s).simplified();
    CHECK(list.startsWith(u"Id Name Fleet size Term 1 Acme 12 Annual 2 Bolt 7.5"_s));
    CHECK(ctl.done(u"set company:1 term="_s).contains(u"Changed Term of “Acme”"_s));
    CHECK(ctl.done(u"list companies --columns fleet_size,term --filter name:Acme"_s)
              .simplified()
              .startsWith(u"Id Fleet size Term 1 12"_s)); // the other one is as it was
    CHECK(ctl.line(u"set company:1 fleet_size=many"_s).err == u"headwayctl: “many” is not a number.\n"_s);
    CHECK(ctl.line(u"set company:1 flet=1"_s).status == 2);
    ctl.done(u"undo"_s);
    CHECK(ctl.done(u"list companies --filter term:Annual --columns name"_s).contains(u"Acme"_s));
}
