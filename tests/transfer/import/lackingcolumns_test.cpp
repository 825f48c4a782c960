// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that nothing takes though they hold just what the records lack: asked about once, never in the way.
#include "transfer/import/lackingcolumns.h"

#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "support/transfer.h"
#include "transfer/request/questionanswers.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::import;
using test::importedAll;
using test::questionsAbout;
using transfer::Answer;
using transfer::ImportQuestion;
using transfer::ImportReport;
using transfer::ImportRequest;

namespace {

using About = ImportQuestion::About;
using Is = Answer::Is;

std::vector<ImportQuestion> lackingIn(const ImportReport &report)
{
    return questionsAbout(report, About::NoColumn);
}

const ImportRequest deals{.kind = EntityKind::Deal, .currency = u"EUR"_s};
constexpr auto sized =
    "Deal name,Stage,Zork size\nTowers,Offer,\"$1,500.00\"\nCranes,Offer,\nDams,Won,$20.00\n";

} // namespace

TEST_CASE("Deals without an amount go in, and the column of money is asked about with its rows", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report = import(book, deals, sized);
    CHECK(report.created == 3);
    CHECK(report.plan.notImported == QStringList{u"Zork size"_s});
    const auto asked = lackingIn(report);
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].target == u"amount"_s);
    CHECK(asked[0].columns == QStringList{u"Zork size"_s});
    CHECK(asked[0].rows == 2); // one is blank
    CHECK(inEnglish(transfer::sentenceOf(asked[0]))
          == u"No column is the amount: is it “Zork size”? It holds “$1,500.00”."_s);
    CHECK(transfer::optionFor(asked[0]) == u"--map 'Zork size=amount' | --without amount"_s);
    book.undo();

    ImportRequest said = deals;
    transfer::answer(said, asked[0], {Is::Column, u"Zork size"_s});
    const ImportReport again = import(book, said, sized);
    CHECK(lackingIn(again).empty());
    CHECK(again.plan.notImported.isEmpty());
    CHECK(test::named<Deal>(book, u"Towers"_s).amount == 150'000);
    CHECK(test::named<Deal>(book, u"Towers"_s).currency == u"USD"_s);
    book.undo();

    ImportRequest none = deals;
    transfer::answer(none, asked[0], {Is::Nothing, {}});
    CHECK(lackingIn(import(book, none, sized)).empty());
    CHECK_FALSE(test::named<Deal>(book, u"Towers"_s).amount);
}

TEST_CASE("Until it is answered such a column goes where all that are left go", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    ImportRequest request = deals;
    request.rest = exchange::RestPolicy::Note;
    const ImportReport report = import(book, request, sized);
    CHECK(lackingIn(report).size() == 1);
    CHECK(test::named<Deal>(book, u"Towers"_s).description == u"Zork size: $1,500.00"_s);
    book.undo();
    // What is said of the column itself is an answer.
    request.rest = exchange::RestPolicy::Leave;
    request.own = {{.column = u"zork SIZE"_s}};
    CHECK(lackingIn(import(book, request, sized)).empty());
    book.undo();
    request.own = {};
    request.map = {{u"Zork size"_s, u"nothing"_s}};
    CHECK(lackingIn(import(book, request, sized)).empty());
    book.undo();
    request.untold = {u"Zork size"_s}; // nobody said so: it just goes nowhere
    CHECK(lackingIn(import(book, request, sized)).size() == 1);
}

TEST_CASE("Columns are known by the book's stages and by who works in it", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    book.add(User{.name = u"Ana Ruiz"_s, .email = u"ana@ours.example"_s});
    const QByteArray csv = "Deal name,Amount,Zork,Zork by\nTowers,5,Offer,Ana Ruiz\nCranes,5,Won,Ana Ruiz\n";
    const auto asked = lackingIn(import(book, deals, csv));
    REQUIRE(asked.size() == 2);
    CHECK(asked[0].target == u"stage"_s);
    CHECK(asked[1].target == u"owner"_s);
    book.undo();
    ImportRequest said = deals;
    for (const ImportQuestion &question : asked)
        transfer::answer(said, question, {Is::Column, question.columns.front()});
    CHECK(lackingIn(import(book, said, csv)).empty());
    CHECK(test::named<Deal>(book, u"Cranes"_s).status == StageType::Won);
    CHECK(test::named<Deal>(book, u"Cranes"_s).owner);
}

TEST_CASE("When a deal was closed is asked with the columns that hold days, an expected close first",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report =
        import(book, deals,
               "Deal name,Stage,Zork,Modified,Expected close\nTowers,Won,text,2026-01-02,\n"
               "Cranes,Offer,text,2026-01-02,2026-03-04\n");
    const auto asked = questionsAbout(report, About::ClosingDay);
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].columns == QStringList{u"Expected close"_s, u"Modified"_s});
    const auto answers = transfer::answersTo(asked[0], report.plan.columns, {});
    REQUIRE(answers.size() == 4);
    CHECK(answers.front() == Answer{Is::Column, u"Expected close"_s});
    CHECK(transfer::optionFor(asked[0]) == u"--closed-on 'Expected close'|'Modified'|import|none"_s);
}

TEST_CASE("A column that another part of the file takes is not asked about, and no column twice",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    book.add(User{.name = u"Ana Ruiz"_s});
    const test::TextFile file("Person - Name,Person - Email,Deal - Title,Deal - Stage,Zork by,Zork size\n"
                              "Ann Lee,ann@a.example,Towers,Offer,Ana Ruiz,$5\n",
                              u"export.csv"_s);
    const auto report = importedAll(book, file.path());
    std::map<QString, int> asked; // by target and column
    for (const auto &part : report.parts) {
        for (const ImportQuestion &question : lackingIn(part.report))
            ++asked[question.target + u": "_s + question.columns.join(u", "_s)];
    }
    CHECK(asked == std::map<QString, int>{{u"amount: Zork size"_s, 1}, {u"owner: Zork by"_s, 1}});
}

TEST_CASE("Columns that are left are counted in all rows, with the first value that there is", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    QByteArray csv = "Name,Moon,Hole,Late\n";
    for (int i = 0; i < 300; ++i)
        csv += "C" + QByteArray::number(i) + (i % 3 == 0 ? ",full" : ", ") + ",," + (i == 299 ? "x1" : "")
            + '\n';
    const ImportReport report = import(book, {.kind = EntityKind::Company}, csv);
    REQUIRE(report.rest.size() == 3);
    CHECK(report.rest[0].rows == 100);
    CHECK(report.rest[0].sample == u"full"_s);
    CHECK(report.rest[1].rows == 0);
    CHECK(report.rest[2].rows == 1);
    CHECK(report.rest[2].sample == u"x1"_s);
}
