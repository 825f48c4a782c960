// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/source/csvsource.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "support/transfer.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using transfer::ImportReport;

namespace {

QStringList notesOf(const ImportReport &report)
{
    QStringList notes;
    for (const Sentence &note : report.notes)
        notes += inEnglish(note);
    return notes;
}

QStringList companies(FreshBook &book)
{
    QStringList names;
    for (const Company &company : test::all<Company>(book))
        names += company.name;
    return names;
}

} // namespace

TEST_CASE("A report goes in: title above, empty and short rows between, totals and copyright below",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report = test::import(book, {.kind = EntityKind::Company},
                                             "Accounts of the North\n"
                                             "As of 2026-03-04\n"
                                             "\n"
                                             "Name;City;Sector\n"
                                             "Alpha;Berlin;Steel\n"
                                             ";;\n"
                                             "Beta;Rome\n"
                                             "Total;;\n"
                                             "Gamma;Wien;Paper\n"
                                             "\n"
                                             "Grand Total;3;\n"
                                             "Copyright (c) 2026 Somebody.\n");
    CHECK(companies(book) == QStringList{u"Alpha"_s, u"Beta"_s, u"Total"_s, u"Gamma"_s});
    CHECK(report.rejected == 0);
    CHECK(report.read == 4);
    CHECK(
        notesOf(report)
        == QStringList{u"The column names stand in line 4; what is above them is passed over."_s,
                       u"2 rows have fewer fields than there are columns; the missing ones count as blank."_s,
                       u"1 empty row was passed over."_s,
                       u"Left out below the data: Grand Total 3; Copyright (c) 2026 Somebody."_s});
}

TEST_CASE("Column names above each group of rows are no records", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const QByteArray groups = "Name,City,Sector\n"
                              "Alpha,Berlin,Steel\n"
                              ",,\n"
                              "Name, City ,Sector\n"
                              "Beta,Rome,Name\n"
                              "Erstellt mit Faktura 3,,\n";
    const ImportReport report = test::import(book, {.kind = EntityKind::Company}, groups);
    CHECK(companies(book) == QStringList{u"Alpha"_s, u"Beta"_s});
    CHECK(report.read == 2);
    CHECK(notesOf(report)
          == QStringList{u"1 empty row was passed over."_s,
                         u"1 row repeats the column names and was passed over."_s,
                         u"Left out below the data: Erstellt mit Faktura 3."_s});
}

TEST_CASE("The line of the column names can be said", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const test::TextFile file("Name,City\nreally,begins here\nName,Website\nAlpha,alpha.example\n");
    transfer::SourceFile source{.path = file.path()};
    source.csv.headerLine = 3;
    const ImportReport report = test::importFrom(book, {.kind = EntityKind::Company}, source);
    CHECK(report.read == 1);
    CHECK(test::all<Company>(book).front().website == u"alpha.example"_s);
    source.csv.headerLine = 99;
    CHECK_FALSE(transfer::importFile(book.connection(), source, {.kind = EntityKind::Company}, book.actor()));
}

TEST_CASE("In a file of ours every row counts as it is written", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report = test::import(book, {.kind = EntityKind::Company, .match = {u"id"_s}},
                                             "id,name,city\n1,Alpha,\n2,Beta\n3,Grand total,\n");
    CHECK(report.created == 2);
    CHECK(report.rejected == 1);
}
