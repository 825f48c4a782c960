// SPDX-License-Identifier: GPL-3.0-or-later
// Reports: sums of groups, and what stands below them.
#include "transfer/source/reportrows.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "support/transfer.h"

using namespace headway;
using namespace headway::transfer;
using namespace Qt::StringLiterals;
using test::FreshBook;

namespace {

SumLine lineOf(const QString &row, const QString &above = {})
{
    return sumLineIn(row.split(u'|'), above.split(u'|'));
}

template <class E>
QStringList names(FreshBook &book)
{
    QStringList names;
    for (const E &each : test::all<E>(book))
        names += each.name;
    return names;
}

QStringList notesOf(const ImportReport &report)
{
    QStringList notes;
    for (const Sentence &note : report.notes)
        notes += inEnglish(note);
    return notes;
}

const ImportQuestion *asked(const ImportReport &report, ImportQuestion::About about)
{
    const auto found = std::find_if(report.questions.begin(), report.questions.end(),
                                    [about](const ImportQuestion &each) { return each.about == about; });
    return found == report.questions.end() ? nullptr : &*found;
}

ImportRequest deals()
{
    return {.kind = EntityKind::Deal,
            .createMissing = {EntityKind::Company, EntityKind::Stage, EntityKind::User},
            .currency = u"EUR"_s};
}

} // namespace

TEST_CASE("A row of words for sums and figures is no record, somebody called Total or Count is one",
          "[transfer]")
{
    for (const QString &sum : {u"Subtotal|Sum||3000"_s, u"Total|Sum||EUR 3.500,00"_s, u"Total|Count|3"_s,
                               u"|Grand total (3 records)||3,500"_s, u"Zwischensumme|Anzahl|2"_s})
        CHECK(lineOf(sum) == SumLine::Whole);
    for (const QString &sum :
         {u"Won Total|||500"_s, u"Total Won|||500"_s, u"Subtotal for won||500"_s, u"Won Ergebnis||500"_s})
        CHECK(lineOf(sum, u"Won|x"_s) == SumLine::Whole);
    CHECK(lineOf(u"|Count|2|"_s) == SumLine::Part);
    CHECK(lineOf(u"Durchschnitt||1.500,00 €"_s) == SumLine::Part);
    for (const QString &record :
         {u"Total|||3500"_s, u"Total||Berlin|3500"_s, u"Total|Sum|+33 1 47 44 45 46"_s, u"Won Total|||500"_s,
          u"Total|sum@x.example|3"_s, u"Count|Dracula|3"_s, u"Max|Sum|"_s, u"Subtotal"_s, u"||500"_s,
          u"12|13"_s, u"Opp 3|Total|500"_s})
        CHECK(lineOf(record, u"Lost|Acme"_s) == SumLine::None);
    CHECK(lineOf(u"Wonderful|500"_s, u"Won"_s) == SumLine::None);
}

TEST_CASE("A report of deals by stage goes in without its subtotals, counts and total", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report = test::import(book, deals(),
                                             "Stage,Opportunity Name,Account Name,Amount\n"
                                             "Qualified,Opp 1,Acme,1000\n"
                                             ",Opp 2,Beta,2000\n"
                                             "Subtotal,Sum,,3000\n"
                                             ",Count,2,\n"
                                             "Offer,Opp 3,Acme,500\n"
                                             "Subtotal,Sum,,500\n"
                                             ",Count,1,\n"
                                             "Total,Sum,,3500\n"
                                             ",Count,3,\n");
    CHECK(names<Deal>(book) == QStringList{u"Opp 1"_s, u"Opp 2"_s, u"Opp 3"_s});
    CHECK(names<Company>(book) == QStringList{u"Acme"_s, u"Beta"_s});
    CHECK(book.count(EntityKind::Stage) == 4);
    CHECK(report.read == 3);
    CHECK(report.rejected == 0);
    CHECK(notesOf(report).contains(u"2 rows of sums were passed over."_s));
    CHECK(notesOf(report).contains(
        u"Left out below the data: Subtotal Sum 500; Count 1; Total Sum 3500; Count 3."_s));
}

TEST_CASE("A total below subtotals is the sum of the records alone", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report =
        test::import(book, {.kind = EntityKind::Company},
                     "Name,City,Employees\nAlpha,Berlin,10\nBeta,Berlin,5\nBeta Total,,15\n"
                     "Gamma,Rome,20\nGamma Total,,20\nTotal,,35\n");
    CHECK(names<Company>(book) == QStringList{u"Alpha"_s, u"Beta"_s, u"Gamma"_s});
    CHECK(notesOf(report).contains(u"Left out below the data: Gamma Total 20; Total 35."_s));
}

TEST_CASE("A bare total of each group is none of its deals, a company called Total is one", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    SECTION("below its deals")
    {
        const ImportReport report = test::import(book, deals(),
                                                 "Stage,Deal Name,Company,Amount\n"
                                                 "Offer,One,Acme,1000\n,Two,Beta,2000\n,Total,,3000\n"
                                                 "Qualified,Three,Acme,500\n,Total,,500\nTotal,,,3500\n");
        CHECK(names<Deal>(book) == QStringList{u"One"_s, u"Two"_s, u"Three"_s});
        CHECK(report.rejected == 0);
    }
    SECTION("somebody of the same size as the one above")
    {
        test::import(book, {.kind = EntityKind::Company},
                     "Name,City,Employees\nAlpha,Berlin,10\nTotal,,10\nBeta,Rome,5\nGamma,Rome,7\n");
        CHECK(names<Company>(book) == QStringList{u"Alpha"_s, u"Total"_s, u"Beta"_s, u"Gamma"_s});
    }
    SECTION("figures that are no sum")
    {
        test::import(book, {.kind = EntityKind::Company},
                     "Name,City,Employees\nAlpha,Berlin,10\nBeta,Rome,5\nTotal,,100000\nGamma,Rome,7\n");
        CHECK(names<Company>(book).contains(u"Total"_s));
    }
}

TEST_CASE("What stands below a report says who made it, and is no record", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray rows = "Opportunity Name,Account Name,Stage,Amount\n\"Opp 1\",\"Acme\",\"Offer\",1000\n";
    const QByteArray imprint =
        "\n\n\"Opportunity report\"\n\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\"\n"
        "\"Confidential Information - Do Not Distribute\"\n\"Generated By: Jo Sales 11/1/2026 10:00 AM\"\n"
        "\"Acme Corp\"\n";
    const ImportReport report = test::import(book, deals(), rows + imprint);
    CHECK(names<Deal>(book) == QStringList{u"Opp 1"_s});
    CHECK(report.rejected == 0);
    CHECK(report.questions.empty());
    const QString told = notesOf(report).filter(u"Left out below the data"_s).join(u' ');
    CHECK(told.contains(u"Opportunity report"_s));
    CHECK(told.contains(u"Acme Corp"_s));
}

TEST_CASE("The sums of a report are passed over with what stands below them", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray sums = GENERATE(QByteArray("\"Grand Totals (2 records)\",\"\",\"\",\"1,500.00\"\n"),
                                     QByteArray("\"Grand Totals\",\"\",\"2 records\",\"\"\n"));
    const ImportReport report = test::import(
        book, deals(),
        "Opportunity Name,Account Name,Stage,Amount\nTowers,Acme,Offer,1000\nCranes,Acme,Offer,500\n\n" + sums
            + "\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\"\n"
              "\"Generated By: Jo Sales 11/30/2026 9:00 AM\"\n\"Acme Corp\"\n");
    CHECK(names<Deal>(book) == QStringList{u"Towers"_s, u"Cranes"_s});
    CHECK(report.rejected == 0);
    CHECK(report.questions.empty());
}

TEST_CASE("Names alone below an empty line are asked about, unless the file has such names elsewhere",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const QByteArray rows = "Name,City,Sector\nAlpha,Berlin,Steel\nBeta,Rome,Paper\n";
    SECTION("they go in, and it is asked")
    {
        const ImportReport report =
            test::import(book, {.kind = EntityKind::Company}, rows + "\nList of March\nOur Firm\n");
        CHECK(report.created == 4);
        const ImportQuestion *question = asked(report, ImportQuestion::About::LoneCell);
        REQUIRE(question);
        CHECK(question->text == u"List of March"_s);
        CHECK(question->rows == 2);
    }
    SECTION("they are none, as the user says")
    {
        const test::TextFile file(rows + "\nList of March\nOur Firm\n");
        SourceFile source{.path = file.path()};
        source.csv.rows = exchange::TableRows::WithTitles;
        CHECK(test::importFrom(book, {.kind = EntityKind::Company}, source).created == 2);
    }
    SECTION("a file of names has them everywhere")
    {
        const ImportReport report =
            test::import(book, {.kind = EntityKind::Company}, rows + "Gamma,,\n\nDelta,,\n");
        CHECK(report.created == 4);
        CHECK(report.questions.empty());
    }
    SECTION("a line between records is only a line")
    {
        const ImportReport report = test::import(book, {.kind = EntityKind::Company},
                                                 rows + "\nGamma,Wien,Wood\n\nDelta,Bonn,Glass\n");
        CHECK(report.created == 4);
        CHECK(report.questions.empty());
    }
}
