// SPDX-License-Identifier: GPL-3.0-or-later
// Files of stage histories: each row is a move of a deal that is there already.
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "support/dealstages.h"
#include "support/flaws.h"
#include "support/transfer.h"

#include <QFileInfo>

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;
using test::Folder;
using test::FreshBook;
using test::import;
using test::stagesOf;
using transfer::AutoReport;
using transfer::DuplicatePolicy;
using transfer::ImportQuestion;
using transfer::ImportReport;
using transfer::ImportRequest;

namespace {

const ImportReport &reportOf(const AutoReport &report, const QString &file)
{
    const auto part =
        std::find_if(report.parts.begin(), report.parts.end(),
                     [&](const AutoReport::Part &each) { return QFileInfo(each.path).fileName() == file; });
    REQUIRE(part != report.parts.end());
    return part->report;
}

QStringList notesOf(const ImportReport &report)
{
    QStringList notes;
    for (const Sentence &note : report.notes)
        notes += inEnglish(note);
    return notes;
}

const QByteArray opportunities =
    "Id,IsDeleted,Name,StageName,Amount,CloseDate,CreatedDate,SystemModstamp\n"
    "006000000000001AAA,0,Towers,Won,1000,2023-03-01,2023-01-02T09:00:00.000Z,2023-03-01T14:30:00.000Z\n"
    "006000000000002AAA,0,Cranes,Offer,800,2023-12-31,2023-01-02T09:00:00.000Z,2023-02-15T10:00:00.000Z\n";
const QByteArray historyHeader = "Id,OpportunityId,CreatedById,CreatedDate,StageName,Amount,CloseDate,"
                                 "Probability,SystemModstamp,IsDeleted\n";
// In no order; a row in which only the amount has changed is no move.
const QByteArray moves =
    "008000000000003AAA,006000000000001AAA,,2023-02-10T10:00:00.000Z,Offer,900,2023-06-30,60,,0\n"
    "008000000000001AAA,006000000000001AAA,,2023-01-02T09:00:00.000Z,Qualified,500,2023-06-30,20,,0\n"
    "008000000000002AAA,006000000000001AAA,,2023-02-01T10:00:00.000Z,Qualified,900,2023-06-30,20,,0\n"
    "008000000000004AAA,006000000000001AAA,,2023-03-01T14:30:00.000Z,Won,1000,2023-03-01,100,,0\n"
    "008000000000005AAA,006000000000002AAA,,2023-01-02T09:00:00.000Z,Qualified,800,2023-12-31,20,,0\n"
    "008000000000006AAA,006000000000002AAA,,2023-02-15T10:00:00.000Z,Offer,800,2023-12-31,60,,0\n";

constexpr auto towersStages = "Qualified 2023-01-02T09:00 | Offer 2023-02-10T10:00 | Won 2023-03-01T14:30";
constexpr auto cranesStages = "Qualified 2023-01-02T09:00 | Offer 2023-02-15T10:00";

void givenDeals(FreshBook &book)
{
    test::givenPipeline(book);
    import(book, test::dealsRequest(),
           "Deal ID,Deal name,Stage,Created\n1,Towers,Offer,2023-01-02\n2,Cranes,Qualified,2023-01-02\n");
}

ImportRequest mapped()
{
    ImportRequest request = test::dealsRequest();
    request.map = {
        {u"Value"_s, u"moved_to"_s}, {u"Timestamp"_s, u"moved_at"_s}, {u"Property"_s, u"moved_field"_s}};
    return request;
}

} // namespace

TEST_CASE("The stage history of Salesforce is that of the deals beside it, and no deal of its own",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray before = test::exportedWhole(book);
    Folder folder;
    folder.add(u"OpportunityHistory.csv"_s, historyHeader + moves);
    folder.add(u"Opportunity.csv"_s, opportunities);
    const AutoReport report = test::importedAll(book, folder.path());
    CHECK(report.left.empty());
    const ImportReport &history = reportOf(report, u"OpportunityHistory.csv"_s);
    CHECK(history.read == 6);
    CHECK(history.created == 0);
    CHECK(history.updated == 2); // deals
    CHECK(history.unchanged == 4);
    CHECK(history.questions.empty());
    CHECK(notesOf(history).contains(u"The rows are the stage history of 2 deals."_s));
    CHECK(stagesOf(book, u"Towers"_s) == QLatin1StringView(towersStages));
    CHECK(stagesOf(book, u"Cranes"_s) == QLatin1StringView(cranesStages));
    CHECK(test::all<Deal>(book).size() == 2);
    CHECK(test::named<Deal>(book, u"Towers"_s).closedOn == QDate(2023, 3, 1));
    CHECK(test::named<Deal>(book, u"Towers"_s).description.isEmpty());
    CHECK(test::flawsIn(book.connection()) == test::none);
    test::checkAgainAndBack(book, folder.path(), before);
}

TEST_CASE("A stage history may come alone and later, and is taken back alone", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder deals;
    deals.add(u"Opportunity.csv"_s, opportunities);
    test::importedAll(book, deals.path());
    const QByteArray before = test::exportedWhole(book);
    Folder histories;
    histories.add(u"OpportunityHistory.csv"_s, historyHeader + moves);
    test::importedAll(book, histories.path(u"OpportunityHistory.csv"_s));
    CHECK(stagesOf(book, u"Towers"_s) == QLatin1StringView(towersStages));
    test::checkAgainAndBack(book, histories.path(u"OpportunityHistory.csv"_s), before);
}

TEST_CASE("A move of a deal that the book does not have is rejected and listed", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder deals;
    deals.add(u"Opportunity.csv"_s, opportunities);
    test::importedAll(book, deals.path());
    const ImportReport report = import(
        book, test::dealsRequest(),
        historyHeader
            + "008000000000009AAA,006000000000009AAA,,2023-02-10T10:00:00.000Z,Offer,1,2023-06-30,60,,0\n"
              "008000000000008AAA,006000000000009AAA,,2023-02-11T10:00:00.000Z,Won,1,2023-06-30,100,,0\n"
            + moves);
    CHECK(report.read == 8);
    CHECK(report.rejected == 2);
    CHECK(report.updated == 2);
    CHECK(report.unchanged == 4);
    REQUIRE(report.reasons.size() == 1);
    CHECK(report.reasons.front().column == u"OpportunityId"_s);
    CHECK(report.reasons.front().value == u"006000000000009AAA"_s);
    CHECK(report.reasons.front().rows == 2);
    CHECK(inEnglish(report.reasons.front().reason)
          == u"The book has no such deal. Import the deals first."_s);
    CHECK(stagesOf(book, u"Cranes"_s) == QLatin1StringView(cranesStages));
    CHECK(test::all<Deal>(book).size() == 2);
}

TEST_CASE("Salesforce's changes of fields tell stages where the stage has changed", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder folder;
    folder.add(u"Opportunity.csv"_s, opportunities);
    folder.add(
        u"OpportunityFieldHistory.csv"_s,
        "Id,IsDeleted,OpportunityId,CreatedById,CreatedDate,Field,OldValue,NewValue\n"
        "017000000000001AAA,0,006000000000002AAA,,2023-01-02T09:00:00.000Z,created,,\n"
        "017000000000002AAA,0,006000000000002AAA,,2023-02-01T09:00:00.000Z,Amount,500,800\n"
        "017000000000003AAA,0,006000000000002AAA,,2023-02-15T10:00:00.000Z,StageName,Qualified,Offer\n");
    const AutoReport report = test::importedAll(book, folder.path());
    const ImportReport &history = reportOf(report, u"OpportunityFieldHistory.csv"_s);
    CHECK(history.updated == 1);
    CHECK(history.unchanged == 2);
    CHECK(
        notesOf(history).contains(u"2 rows tell of something else than the stage, and were passed over."_s));
    // Nothing but its change says that it was qualified before: since it was made.
    CHECK(stagesOf(book, u"Cranes"_s) == QLatin1StringView(cranesStages));
    CHECK(stagesOf(book, u"Towers"_s) == u"Won 2023-03-01"_s);
    CHECK(test::named<Deal>(book, u"Cranes"_s).amount == 80000);
}

TEST_CASE("Zoho's stage history finds its deals by id", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray before = test::exportedWhole(book);
    Folder folder;
    folder.add(u"Deals_001.csv"_s,
               "Record Id,Deal Name,Stage,Closing Date,Created Time\n"
               "zcrm_1001,Towers,Offer,2023-12-31,2023-01-02 09:00:00\n"
               "zcrm_1002,Towers,Qualified,2023-12-31,2023-01-03 09:00:00\n");
    folder.add(u"Stage_History_001.csv"_s,
               "Deal Name.id,Deal Name,Stage,Amount,Probability (%),Closing Date,"
               "Stage Duration (Calendar Days),Modified Time,Modified By.id,Modified By\n"
               "zcrm_1001,Towers,Qualified,500,20,2023-12-31,30,2023-01-02 09:00:00,,\n"
               "zcrm_1001,Towers,Offer,500,60,2023-12-31,,2023-02-01 10:00:00,,\n");
    const AutoReport report = test::importedAll(book, folder.path());
    CHECK(reportOf(report, u"Stage_History_001.csv"_s).updated == 1);
    CHECK(test::all<Deal>(book).size() == 2);
    QStringList entries;
    for (const StageVisit &visit : test::all<StageVisit>(book))
        entries += book.load<Stage>(visit.stage).name + u' ' + test::moment(visit.enteredAt);
    entries.sort();
    CHECK(entries
          == QStringList{u"Offer 2023-02-01T10:00"_s, u"Qualified 2023-01-02T09:00"_s,
                         u"Qualified 2023-01-03T09:00"_s});
    test::checkAgainAndBack(book, folder.path(), before);
}

TEST_CASE("The columns of any other stage history can be said", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    givenDeals(book);
    const QByteArray file = "Deal ID,Property,Value,Timestamp\n"
                            "1,dealstage,Qualified,2023-01-04T09:00:00Z\n"
                            "1,amount,500,2023-01-05T09:00:00Z\n"
                            "1,dealstage,Offer,2023-02-01T10:00:00Z\n";
    CHECK(import(book, mapped(), file).updated == 1);
    CHECK(stagesOf(book, u"Towers"_s) == u"Qualified 2023-01-04T09:00 | Offer 2023-02-01T10:00"_s);
    CHECK(stagesOf(book, u"Cranes"_s) == u"Qualified 2023-01-02"_s);
    SECTION("and what was done in the book after that stays")
    {
        ImportRequest moved = test::dealsAgain(DuplicatePolicy::Overwrite);
        import(book, moved, "Deal ID,Deal name,Stage\n1,Towers,Qualified\n");
        const QString here = stagesOf(book, u"Towers"_s);
        REQUIRE(
            here.startsWith(u"Qualified 2023-01-04T09:00 | Offer 2023-02-01T10:00 | Qualified 2023-11-14"_s));
        CHECK(import(book, mapped(), file).updated == 0);
        CHECK(stagesOf(book, u"Towers"_s) == here);
    }
    SECTION("and deals are found by their names where there are no ids")
    {
        CHECK(import(book, mapped(),
                     "Deal name,Property,Value,Timestamp\nCranes,dealstage,Offer,2023-01-04T09:00:00Z\n"
                     "Cranes,dealstage,Qualified,2023-02-04T09:00:00Z\n")
                  .updated
              == 1);
        CHECK(stagesOf(book, u"Cranes"_s) == u"Offer 2023-01-04T09:00 | Qualified 2023-02-04T09:00"_s);
    }
}

TEST_CASE("A stage of a history that the book does not have stays as text, and is asked about once",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    givenDeals(book);
    const QByteArray file = "Deal ID,Property,Value,Timestamp\n"
                            "1,dealstage,Demo,2023-01-04T09:00:00Z\n"
                            "1,dealstage,Offer,2023-02-01T10:00:00Z\n"
                            "2,dealstage,Demo,2023-01-05T09:00:00Z\n";
    SECTION("as it is")
    {
        const ImportReport report = import(book, mapped(), file);
        const auto asked = test::questionsAbout(report, ImportQuestion::About::ListedName);
        REQUIRE(asked.size() == 1);
        CHECK(asked.front().text == u"Demo"_s);
        CHECK(asked.front().rows == 2);
        CHECK(stagesOf(book, u"Towers"_s) == u"Offer 2023-02-01T10:00"_s);
        CHECK(test::named<Deal>(book, u"Towers"_s).description == u"Value: Demo 2023-01-04T09:00:00Z"_s);
    }
    SECTION("the user says which it is")
    {
        ImportRequest request = mapped();
        request.values = {{u"stage"_s, u"Demo"_s, u"Qualified"_s}};
        CHECK(import(book, request, file).questions.empty());
        CHECK(stagesOf(book, u"Towers"_s) == u"Qualified 2023-01-04T09:00 | Offer 2023-02-01T10:00"_s);
    }
}

TEST_CASE("A row of a stage history without a time, or with one that lies ahead, is rejected", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    givenDeals(book);
    const ImportReport report = import(book, mapped(),
                                       "Deal ID,Property,Value,Timestamp\n"
                                       "1,dealstage,Qualified,\n"
                                       "1,dealstage,Qualified,2099-01-04T09:00:00Z\n"
                                       "1,dealstage,Qualified,2023-01-04T09:00:00Z\n");
    CHECK(report.rejected == 2);
    CHECK(report.updated == 1);
    // Nothing says when it came into its present stage.
    CHECK(stagesOf(book, u"Towers"_s).startsWith(u"Qualified 2023-01-04T09:00 | Offer "_s));
}

TEST_CASE("A stage history needs to say whose it is, and when", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    givenDeals(book);
    const auto refused = [&](const ImportRequest &request, const QByteArray &content) {
        const test::TextFile file(content);
        const auto result =
            transfer::importFile(book.connection(), {.path = file.path()}, request, book.actor());
        return result ? QString() : inEnglish(result.error().text);
    };
    CHECK(refused(mapped(), "Who,Property,Value,Timestamp\nx,dealstage,Offer,2023-01-04T09:00:00Z\n")
              .startsWith(u"A history of stages has to say whose it is"_s));
    ImportRequest timeless = test::dealsRequest();
    timeless.map = {{u"Value"_s, u"moved_to"_s}};
    CHECK(refused(timeless, "Deal ID,Deal name,Value\n1,Towers,Offer\n")
              .startsWith(u"A history of stages has a column for the stage"_s));
}
