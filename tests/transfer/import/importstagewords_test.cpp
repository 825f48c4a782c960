// SPDX-License-Identifier: GPL-3.0-or-later
// What files of other systems say by the names of stages, currencies and places, and what a salesperson finds then.
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "domain/records/pipeline.h"
#include "support/transfer.h"
#include "transfer/request/questionanswers.h"

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;
using test::Folder;
using test::FreshBook;
using test::import;
using test::importedAll;
using test::named;
using test::valueOf;
using transfer::AutoReport;
using transfer::ImportQuestion;
using transfer::ImportReport;
using transfer::ImportRequest;

namespace {

std::vector<ImportQuestion> aboutStages(const ImportReport &report)
{
    return test::questionsAbout(report, ImportQuestion::About::ClosedStage);
}

StageType statusOf(FreshBook &book, const QString &deal)
{
    return named<Deal>(book, deal).status;
}

const ImportRequest making{
    .kind = EntityKind::Deal, .createMissing = {EntityKind::Stage}, .currency = u"EUR"_s};

} // namespace

TEST_CASE("A deal lost to the competition is lost, and its day is the day on which it was", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder folder;
    folder.add(u"Deals_001.csv"_s,
               "Record Id,Deal Name,Stage,Closing Date,Account Name,Amount\n"
               "zcrm_1,A,Closed Lost to Competition,2025-10-01,Acme,5\n"
               "zcrm_2,B,Closed Won - Renewal,2025-10-02,Acme,5\n"
               "zcrm_3,C,Needs analysis,2033-10-03,Acme,5\n");
    const AutoReport report = importedAll(book, folder.path());
    REQUIRE(report.parts.size() == 1);
    CHECK(aboutStages(report.parts.front().report).empty());
    CHECK(statusOf(book, u"A"_s) == StageType::Lost);
    CHECK(named<Deal>(book, u"A"_s).closedOn == QDate(2025, 10, 1));
    CHECK(statusOf(book, u"B"_s) == StageType::Won);
    CHECK(named<Deal>(book, u"C"_s).expectedClose == QDate(2033, 10, 3));
    CHECK(importedAll(book, folder.path()).step.id == 0); // nothing twice
}

TEST_CASE(
    "Whether a contract that is signed is a deal won is asked once, with its deals; until then it is open",
    "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray file =
        "Deal Name,Stage\nA,Contract signed\nB,contract signed\nC,Offer\nD,Verloren (Preis)\n";
    const ImportReport report = import(book, making, file);
    const auto asked = aboutStages(report);
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].text == u"Contract signed"_s);
    CHECK(asked[0].column == u"Stage"_s);
    CHECK(asked[0].rows == 2);
    CHECK(statusOf(book, u"A"_s) == StageType::Open);
    CHECK(statusOf(book, u"D"_s) == StageType::Lost);
    CHECK(transfer::optionFor(asked[0]) == u"--word 'stage:Contract signed=won|lost|open'"_s);

    CHECK(book.undo() == inEnglish(report.step.label));
    ImportRequest answered = making;
    transfer::answer(answered, asked[0], {transfer::Answer::Is::Choice, u"won"_s});
    answered.closing = ImportRequest::Closing::ImportDay;
    CHECK(aboutStages(import(book, answered, file)).empty());
    CHECK(statusOf(book, u"A"_s) == StageType::Won);
    CHECK(statusOf(book, u"B"_s) == StageType::Won);
    CHECK(statusOf(book, u"C"_s) == StageType::Open);
}

TEST_CASE("A stage that the book has, or beside a status, is not asked about", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const PipelineId sales = test::givenPipeline(book);
    book.add(Stage{.pipeline = sales, .name = u"Contract signed"_s, .position = 3, .probability = 90});
    CHECK(aboutStages(import(book, making, "Deal Name,Stage\nA,Contract signed\n")).empty());
    CHECK(statusOf(book, u"A"_s) == StageType::Open);
    CHECK(aboutStages(import(book, making, "Deal Name,Stage,Status\nB,Closed,Open\n")).empty());
    CHECK(statusOf(book, u"B"_s) == StageType::Open);
}

TEST_CASE("A new pipeline knows the stages that are closed by what the user said", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request{.kind = EntityKind::Deal, .newPipeline = u"Brought"_s, .currency = u"EUR"_s};
    request.meanings = {valueOf(transfer::parseWordRule(u"stage:Contract signed=won"_s))};
    request.closing = ImportRequest::Closing::ImportDay;
    import(book, request, "Deal,Stage\nA,Contract signed\nB,Lost - Price\nC,Talks\n");
    CHECK(statusOf(book, u"A"_s) == StageType::Won);
    CHECK(statusOf(book, u"B"_s) == StageType::Lost);
    CHECK(statusOf(book, u"C"_s) == StageType::Open);
}

TEST_CASE("A table whose status has the names of stages brings stages, and asks for none of its words",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder folder;
    folder.add(u"Opportunities-Grid view.csv"_s,
               "Opportunity name,Status,Account,Estimated value\n"
               "A,Proposal,Acme,\"$1,000.50\"\nB,Negotiation,Acme,$99.50\nC,Closed—won,Acme,$2.00\n");
    const AutoReport report = importedAll(book, folder.path());
    REQUIRE(report.parts.size() == 1);
    for (const ImportQuestion &question : report.parts.front().report.questions)
        CHECK(question.about != ImportQuestion::About::Word);
    const auto stageOf = [&book](const QString &deal) {
        return book.load<Stage>(named<Deal>(book, deal).stage).name;
    };
    CHECK(stageOf(u"A"_s) == u"Proposal"_s);
    CHECK(stageOf(u"B"_s) == u"Negotiation"_s);
    CHECK(statusOf(book, u"C"_s) == StageType::Won);
    CHECK(named<Deal>(book, u"A"_s).amount == 100'050);
}

TEST_CASE("Dollars stay dollars where a column beside them says so", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    import(book, making, "Deal Name,Stage,Value,Currency Code\nA,Offer,100,USD\nB,Offer,200,EUR\n");
    CHECK(named<Deal>(book, u"A"_s).currency == u"USD"_s);
    CHECK(named<Deal>(book, u"A"_s).amount == 10'000);
    CHECK(named<Deal>(book, u"B"_s).currency == u"EUR"_s);
}

TEST_CASE("An address that is labelled home is at home, and one at work beside it stays another",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    import(book, {.kind = EntityKind::Contact},
           "First Name,Last Name,Phonetic First Name,File As,Address 1 - Label,Address 1 - Street,"
           "Address 1 - City,Address 2 - Label,Address 2 - Street\n"
           "Ann,Lee,,,Home,1 A St,Rome,Work,2 B St\n"
           "Bob,Cole,,,Work,3 C St,Ulm,Home,4 D St\n"
           "Eva,Lang,,,,5 E St,Bonn,,\n");
    QStringList lines;
    for (const Address &address : test::all<Address>(book))
        lines += textOf(Codec<ContactPointPlace>::read(address.place)) + u' ' + address.street;
    lines.sort();
    CHECK(lines
          == QStringList{u"home 1 A St"_s, u"home 4 D St"_s, u"work 2 B St"_s, u"work 3 C St"_s,
                         u"work 5 E St"_s});
}

TEST_CASE("A file of a product holds what its columns say, whatever it is called", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder folder;
    folder.add(u"export.csv"_s,
               "OpportunityID,OpportunityName,OpportunityState,OpportunityValue,CurrencyCode,CurrentStage,"
               "ForecastCloseDate,ActualCloseDate\n"
               "1,Towers,WON,500,AUD,Closing,2026-12-01,2025-02-02\n");
    importedAll(book, folder.path());
    const Deal towers = named<Deal>(book, u"Towers"_s);
    CHECK(towers.status == StageType::Won);
    CHECK(towers.closedOn == QDate(2025, 2, 2));
    CHECK(towers.amount == 50'000);
    CHECK(towers.currency == u"AUD"_s);
    CHECK(book.count(EntityKind::Lead) == 0);
}
