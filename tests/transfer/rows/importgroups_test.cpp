// SPDX-License-Identifier: GPL-3.0-or-later
// Reports in which a value stands only in the first row of its group.
#include "domain/records/company.h"
#include "domain/records/deal.h"
#include "domain/records/lists.h"
#include "domain/records/user.h"
#include "support/transfer.h"
#include "transfer/request/questionanswers.h"
#include "transfer/source/reportrows.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::import;
using test::named;
using transfer::Answer;
using transfer::CellReading;
using transfer::GroupedColumns;
using transfer::ImportQuestion;
using transfer::ImportReport;
using transfer::ImportRequest;
using About = ImportQuestion::About;

namespace {

ImportRequest deals()
{
    return {.kind = EntityKind::Deal,
            .createMissing = {EntityKind::Company, EntityKind::Stage, EntityKind::User},
            .currency = u"EUR"_s};
}

std::vector<ImportQuestion> asked(const ImportReport &report)
{
    std::vector<ImportQuestion> questions;
    for (const ImportQuestion &each : report.questions) {
        if (each.about == About::GroupBlanks)
            questions.push_back(each);
    }
    return questions;
}

QString stageOf(FreshBook &book, const QString &deal)
{
    return book.load<Stage>(named<Deal>(book, deal).stage).name;
}

// A row a line, cells separated by bars.
std::vector<qsizetype> groupedIn(const QString &text)
{
    GroupedColumns columns;
    for (const QString &line : text.split(u'\n'))
        columns.note(line.split(u'|'));
    return columns.columns();
}

constexpr const char *report = "Stage,Opportunity Name,Account Name,Amount\n"
                               "Offer,Opp 1,Acme,1000\n"
                               ",Opp 2,Beta,2000\n"
                               "Subtotal,Sum,,3000\n"
                               ",Count,2,\n"
                               "Qualified,Opp 3,Acme,500\n"
                               ",Opp 4,Acme,700\n"
                               "Total,Sum,,4200\n"
                               ",Count,4,\n";

} // namespace

TEST_CASE("Columns of groups are blank below a value that comes once, where other columns are full",
          "[transfer]")
{
    using Columns = std::vector<qsizetype>;
    CHECK(groupedIn(u"Lead|A|1\n|B|2\nWon|C|3"_s) == Columns{0});
    CHECK(groupedIn(u"Lead|Jo|A\n||B\n|Max|C\nWon|Jo|D\n||E"_s) == Columns{0, 1});
    CHECK(groupedIn(u"A|Lead|1\nB||2\nC||3\nD|Won|4\nE||5"_s) == Columns{1});
    // every value, in any order, or none at the beginning; a few that are not known; sparse columns beside others
    CHECK(groupedIn(u"Lead|A\n|B\nLead|C\n|D"_s).empty());
    CHECK(groupedIn(u"|A\nLead|B\n|C"_s).empty());
    CHECK(groupedIn(u"Ann|1\nBob|2\nCarl|3\n|4"_s).empty());
    CHECK(groupedIn(u"A|Lead|1|x\nB||2|\nC||3|x\nD|Won|4|\nE||5|"_s).empty());
    CHECK(groupedIn(u"Lead|\n|B\nWon|"_s).empty());
    CHECK(groupedIn(QString()).empty());
}

TEST_CASE("A stage that stands once for its group is asked about, and taken for all of it when told so",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    ImportRequest request = deals();
    SECTION("until then a blank cell says nothing")
    {
        const ImportReport told = import(book, request, report);
        CHECK(told.created == 4);
        CHECK(stageOf(book, u"Opp 1"_s) == u"Offer"_s);
        CHECK(stageOf(book, u"Opp 2"_s) == u"Qualified"_s);
        const auto questions = asked(told);
        REQUIRE(questions.size() == 1);
        CHECK(questions[0].column == u"Stage"_s);
        CHECK(questions[0].target == u"stage"_s);
        CHECK(questions[0].text == u"Offer"_s);
        CHECK(questions[0].rows == 2);
        CHECK(transfer::optionFor(questions[0]) == u"--cells 'Stage=above|blank'"_s);
    }
    SECTION("the value above")
    {
        request.mode = transfer::RunMode::Dry;
        const auto questions = asked(import(book, request, report));
        request.mode = transfer::RunMode::Real;
        REQUIRE(questions.size() == 1);
        transfer::answer(request, questions[0], {Answer::Is::Choice, u"above"_s});
        CHECK(asked(import(book, request, report)).empty());
        CHECK(stageOf(book, u"Opp 2"_s) == u"Offer"_s);
        CHECK(stageOf(book, u"Opp 3"_s) == u"Qualified"_s);
        CHECK(stageOf(book, u"Opp 4"_s) == u"Qualified"_s);
    }
    SECTION("none")
    {
        request.cells = {{u"Stage"_s, CellReading::Blank}};
        CHECK(asked(import(book, request, report)).empty());
        CHECK(stageOf(book, u"Opp 2"_s) == u"Qualified"_s);
    }
}

TEST_CASE("Groups within groups begin anew: no owner comes from the group before", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    ImportRequest request = deals();
    request.cells = {{u"Stage"_s, CellReading::Above}, {u"Owner"_s, CellReading::Above}};
    import(book, request,
           "Stage,Owner,Deal Name\nOffer,Jo Sales,A\n,,B\n,Max Power,C\nQualified,,D\n,Jo Sales,E\n,,F\n");
    const auto ownerOf = [&](const QString &deal) {
        const UserId owner = named<Deal>(book, deal).owner;
        return owner ? book.load<User>(owner).name : QString();
    };
    CHECK(stageOf(book, u"C"_s) == u"Offer"_s);
    CHECK(ownerOf(u"B"_s) == u"Jo Sales"_s);
    CHECK(ownerOf(u"C"_s) == u"Max Power"_s);
    CHECK(ownerOf(u"D"_s) != u"Max Power"_s);
    CHECK(ownerOf(u"F"_s) == u"Jo Sales"_s);
    CHECK(stageOf(book, u"F"_s) == u"Qualified"_s);
}

TEST_CASE("Nobody is asked whether a person has the telephone of the row above", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    CHECK(
        import(book, {.kind = EntityKind::Contact},
               "Phone,First Name,Last Name\n030 1234567,Ann,Lee\n,Bob,Cole\n030 7654321,Eva,Lang\n,Tom,Ott\n")
            .questions.empty());
}
