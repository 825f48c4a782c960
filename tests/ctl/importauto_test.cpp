// SPDX-License-Identifier: GPL-3.0-or-later
// Files of another system on the command line: what is said of their links, and all of them at once.
#include "support/program.h"
#include "support/transfer.h"
#include "support/workbookfile.h"

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
    CHECK(people.err.contains(u"line 3, column Account Id: Nothing is “9” in “Zoho CRM”."_s));
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

TEST_CASE("An id that is not found is told once with its rows, and names beside unknown ids are said",
          "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    givenFiles(ctl);
    ctl.done(u"import companies companies.csv --system zoho"_s);
    ctl.file(u"people.csv"_s,
             "Name,Account Id,Account Name\nAnna Berg,900,\nBob Cole,900,\nEva Lang,8,\nUdo Ost,7,\n");
    const Run run = ctl.line(u"import contacts people.csv --system zoho"_s);
    CHECK(run.err.contains(u"  2 rows, column Account Id: Nothing is “900” in “Zoho CRM”."_s));
    CHECK(run.err.contains(u"  line 4, column Account Id: Nothing is “8” in “Zoho CRM”."_s));
    CHECK_FALSE(run.err.contains("more."_L1));
    ctl.file(u"named.csv"_s, "Name,Account Id,Account Name\nIda Falk,77,Delta\n");
    ctl.file(u"delta.csv"_s, "Name\nDelta\n");
    ctl.done(u"import companies delta.csv --system zoho"_s);
    CHECK(ctl.done(u"import contacts named.csv --system zoho"_s)
              .contains(u"links of “Account Id”: 1 of 1 found, 1 by the name beside the id"_s));
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
    CHECK(run.out.contains(u"Columns of “people.csv” that were left:"_s));
    CHECK(run.out.contains(u"  not imported: Moon, in "_s));
    CHECK(run.out.contains("--rest own makes own fields"_L1));
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

TEST_CASE("One file of a folder is read as a profile says, another one is left out", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    ctl.done(u"--as Ana new --currency EUR"_s);
    REQUIRE(QDir(ctl.path(u"."_s)).mkdir(u"exports"_s));
    ctl.file(u"exports/firms.csv"_s, "Firma|Moon\nAlpha|Bonn\n");
    ctl.file(u"exports/people.csv"_s, "ID,Name,Account Name\n31,Anna Berg,Alpha\n");
    ctl.file(u"exports/old.csv"_s, "ID,Name\n7,Omega\n");
    ctl.done(u"import companies exports/firms.csv --separator pipe --map Firma=name --map Moon=city "
             "--dry-run --save-profile firms"_s);
    const QString command = u"import auto exports --file-profile firms.csv=firms --leave-out old.csv"_s;
    const Run run = ctl.line(command);
    CAPTURE(run);
    CHECK(run.status == 0);
    CHECK(ctl.done(u"list companies --columns name,city"_s).contains("Bonn"_L1));
    CHECK(ctl.done(u"count companies"_s).startsWith("1 "_L1));
    CHECK(ctl.done(u"show \"contact:Anna Berg\""_s).contains("Alpha"_L1));
    CHECK_FALSE(run.out.contains("old.csv"_L1));

    CHECK(ctl.line(u"import auto exports --leave-out gone.csv"_s)
              .err.contains(u"There is no file “gone.csv” in “exports”."_s));
    CHECK(ctl.line(u"import auto exports --file-profile firms.csv=moons"_s)
              .err.contains(u"no profile “moons”"_s));
    CHECK(ctl.line(u"import auto exports --file-profile firms"_s).status == 2);
    CHECK(ctl.line(command + u" --file-profile old.csv=firms"_s).status == 2);
    CHECK(ctl.line(u"import companies exports/old.csv --leave-out old.csv"_s).status == 2);
    CHECK(ctl.line(u"import auto exports/old.csv --leave-out old.csv"_s)
              .err.contains(u"All files are left out, so nothing goes in."_s));
    // Columns that the profile names, and this file does not have, are told.
    ctl.file(u"exports/more.csv"_s, "Name,City\nBeta,Ulm\n");
    ctl.done(u"import companies exports/old.csv --map ID=nothing --dry-run --save-profile ids"_s);
    CHECK(ctl.done(u"import auto exports --file-profile more.csv=ids --leave-out firms.csv --dry-run"_s)
              .contains(u"The profile names the column “ID”, which is not in this file."_s));
}

TEST_CASE("A file that could be anything is named by its place in the folder, and how to say what it holds",
          "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    ctl.done(u"--as Ana new --currency EUR"_s);
    REQUIRE(QDir(ctl.path(u"."_s)).mkpath(u"backup/Data"_s));
    ctl.file(u"backup/Data/accounts.csv"_s, "ID,Name\n7,Alpha\n");
    ctl.file(u"backup/Data/bank.csv"_s, "Date,Name,Amount\n2026-01-02,Shell,-5.99\n");
    const Run run = ctl.line(u"import auto backup"_s);
    CHECK(run.status == 0);
    CHECK(run.out.contains(u"companies of “Data/accounts.csv”:"_s));
    CHECK(run.err.contains(u"Left: “Data/bank.csv”. What it holds is not clear from its columns"_s));
    CHECK(ctl.done(u"count companies"_s).startsWith("1 "_L1));
    CHECK(ctl.done(u"count deals"_s).startsWith("0 "_L1));
    CHECK_FALSE(ctl.line(u"import auto backup --leave-out Data/bank.csv"_s).err.contains("bank.csv"_L1));
    const Run alone = ctl.line(u"import auto backup/Data/bank.csv"_s);
    CHECK(alone.status != 0);
    CHECK(alone.err.contains("headwayctl import contacts backup/Data/bank.csv, or companies"_L1));
    CHECK_FALSE(alone.err.contains("--map"_L1));
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

TEST_CASE("Titles of groups and deleted rows are told with what to write", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    givenFiles(ctl);
    ctl.file(
        u"sheet.csv"_s,
        "Name,City,Sector,IsDeleted\nDelta,Berlin,Steel,0\n\nNorth,,,\nEta,Rome,Paper,\nTheta,Rome,Paper,1\n");
    const auto said = ctl.line(u"import companies sheet.csv --dry-run"_s);
    CHECK(said.err.contains("--rows titles|records"_L1));
    CHECK(said.err.contains("--deleted take|leave"_L1));
    CHECK(ctl.done(u"import companies sheet.csv --dry-run --rows titles --deleted take"_s)
              .contains("3 new"_L1));
    CHECK(ctl.done(u"import companies sheet.csv --dry-run --rows records --deleted leave"_s)
              .contains("3 new"_L1));
    CHECK(ctl.line(u"import companies sheet.csv --rows some"_s).status == 2);
    CHECK(ctl.line(u"import companies sheet.csv --deleted maybe"_s).status == 2);
}

TEST_CASE("Rows that repeat earlier ones are told with what differs, and what to write", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    givenFiles(ctl);
    ctl.file(u"twice.csv"_s,
             "Name,Email,Job title\nAnna Berg,anna@x.example,Buyer\nBob Cole,,\n"
             "Anna Berg,ANNA@x.example,Head of buying\n");
    const auto said = ctl.line(u"import contacts twice.csv --dry-run"_s);
    CHECK(said.err.contains("Line 4 repeats line 2"_L1));
    CHECK(said.err.contains("--repeats once|each"_L1));
    CHECK(ctl.done(u"import contacts twice.csv --dry-run --repeats once"_s).contains("2 new"_L1));
    const QJsonObject json = ctl.line(u"import contacts twice.csv --dry-run --json"_s).json();
    CHECK(json.value(u"repeated").toInt() == 1);
    CHECK(json.value(u"first_repeated").toArray().first().toObject().value(u"differences").toArray().size()
          == 2);
    CHECK(ctl.line(u"import contacts twice.csv --repeats never"_s).status == 2);
}

TEST_CASE("A sheet of a workbook is read by its name, and left out by its address", "[ctl][workbook]")
{
    Program ctl(GENERATE(anyEngine()));
    givenFiles(ctl);
    const PackedFile packed(
        xlsxParts({{"Firms", xlsxRow(1, {"ID", "Company", "Employees"}) + xlsxRow(2, {"7", "Alpha", "3"})},
                   {"People",
                    xlsxRow(1, {"ID", "Name", "Email", "Account Id"})
                        + xlsxRow(2, {"31", "Anna Berg", "anna@a.example", "7"})}}));
    ctl.file(u"team.xlsx"_s, contentOf(packed.path()));
    const QString left = ctl.done(u"import auto team.xlsx --leave-out team.xlsx/People --dry-run"_s);
    CHECK(left.contains(u"companies of “team.xlsx/Firms”"_s));
    CHECK_FALSE(left.contains("People"_L1));
    CHECK(ctl.done(u"import companies team.xlsx"_s)
              .contains(u"The sheet “Firms” is read. Not read are: People."_s));
    CHECK(ctl.done(u"import contacts team.xlsx --sheet people"_s).contains("1 new"_L1));
    CHECK(ctl.done(u"show \"contact:Anna Berg\""_s).contains("Alpha"_L1));
    const Run none = ctl.line(u"import contacts team.xlsx --sheet Deals"_s);
    CHECK(none.status != 0);
    CHECK(none.err.contains(u"There is no sheet “Deals” in team.xlsx; there are: Firms, People."_s));
}
