// SPDX-License-Identifier: GPL-3.0-or-later
// Files that tell when deals entered their stages: the stage history is that of the file.
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "support/dealstages.h"
#include "support/flaws.h"
#include "support/transfer.h"
#include "transfer/import/importpreview.h"

#include <algorithm>
#include <map>

using namespace headway;
using namespace Qt::StringLiterals;
using test::Folder;
using test::FreshBook;
using test::import;
using test::stagesOf;
using test::valueOf;
using transfer::DuplicatePolicy;
using transfer::ImportQuestion;
using transfer::ImportReport;
using transfer::ImportRequest;

namespace {

const ImportQuestion *questionAbout(const ImportReport &report, ImportQuestion::About about)
{
    const auto found = std::find_if(report.questions.begin(), report.questions.end(),
                                    [about](const ImportQuestion &each) { return each.about == about; });
    return found == report.questions.end() ? nullptr : &*found;
}

const QByteArray hubSpot =
    "Record ID,Deal Name,Deal Stage,Pipeline,Close Date,Create Date,"
    "\"Date entered \"\"Closed Won (Sales Pipeline)\"\"\",\"Date entered \"\"Offer (Sales Pipeline)\"\"\","
    "\"Date exited \"\"Offer (Sales Pipeline)\"\"\",\"Date entered 'Qualified (Sales Pipeline)'\","
    "\"Cumulative time in \"\"Offer (Sales Pipeline)\"\"\"\n"
    "1,Towers,Closed Won,Sales Pipeline,2023-03-31 00:00,2023-01-02 09:00,2023-03-01 14:30,2023-02-01 10:00,"
    "2023-03-01 14:30,2023-01-05 09:00,2435400\n"
    "2,Cranes,Offer,Sales Pipeline,2023-12-31 00:00,2023-01-02 09:00,,2023-02-10 10:00,,2023-01-06 09:00,\n"
    "3,Dams,Qualified,Sales Pipeline,,2023-01-02 09:00,,,,,\n";

} // namespace

TEST_CASE("HubSpot's days of stages become the stage history of its deals, whole and once", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray before = test::exportedWhole(book);
    Folder folder;
    folder.add(u"all-deals.csv"_s, hubSpot);
    const transfer::AutoReport report = test::importedAll(book, folder.path());
    REQUIRE(report.parts.size() == 1);
    CHECK(report.parts.front().report.questions.empty());
    CHECK(stagesOf(book, u"Towers"_s)
          == u"Qualified 2023-01-05T09:00 | Offer 2023-02-01T10:00 | Closed Won 2023-03-01T14:30"_s);
    CHECK(test::named<Deal>(book, u"Towers"_s).closedOn == QDate(2023, 3, 31));
    CHECK(stagesOf(book, u"Cranes"_s) == u"Qualified 2023-01-06T09:00 | Offer 2023-02-10T10:00"_s);
    CHECK(stagesOf(book, u"Dams"_s) == u"Qualified 2023-01-02T09:00"_s); // nothing but its creation is known
    std::map<qint64, QString> columns; // of the board, though the first deal of the file was won
    for (const Stage &stage : test::all<Stage>(book)) {
        if (book.load<Pipeline>(stage.pipeline).name == u"Sales Pipeline"_s)
            columns[stage.position * 1000 + stage.id.value] = stage.name;
    }
    QStringList names;
    for (const auto &[place, name] : columns)
        names += name;
    CHECK(names == QStringList{u"Qualified"_s, u"Offer"_s, u"Closed Won"_s});
    CHECK(test::flawsIn(book.connection()) == test::none);
    test::checkAgainAndBack(book, folder.path(), before);
}

TEST_CASE("A stage history comes back as it was exported", "[transfer]")
{
    const sql::Engine engine = GENERATE(test::anyEngine());
    FreshBook book(engine);
    test::givenPipeline(book);
    Folder folder;
    folder.add(u"all-deals.csv"_s, hubSpot);
    test::importedAll(book, folder.path());
    FreshBook other(engine);
    for (const EntityKind kind :
         {EntityKind::Pipeline, EntityKind::Stage, EntityKind::Deal, EntityKind::StageVisit})
        import(other, {.kind = kind, .match = { u"id"_s }}, test::exported(book, kind));
    CHECK(test::exported(other, EntityKind::Deal) == test::exported(book, EntityKind::Deal));
    CHECK(test::exported(other, EntityKind::StageVisit) == test::exported(book, EntityKind::StageVisit));
    CHECK(test::flawsIn(other.connection()) == test::none);
}

TEST_CASE("Everybody's columns of stages are taken where the pipeline has such a stage, and left elsewhere",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report =
        import(book, test::dealsRequest(),
               "Deal name,Stage,Eingetreten in Qualified am,Date entered OFFER,date_entered_service\n"
               "Towers,Offer,04.01.2023,15.02.2023,16.03.2023\n");
    CHECK(stagesOf(book, u"Towers"_s) == u"Qualified 2023-01-04 | Offer 2023-02-15"_s);
    CHECK(report.plan.notImported == QStringList{u"date_entered_service"_s});
    CHECK(report.questions.empty());
    CHECK(test::flawsIn(book.connection()) == test::none);
}

TEST_CASE("A stage that the book does not have stays with the deal as text, and is asked about once",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray file = "Record ID,Deal Name,Deal Stage,\"Date entered \"\"Demo (Sales)\"\"\","
                            "\"Date entered \"\"Offer (Sales)\"\"\"\n"
                            "1,Towers,Offer,2023-01-04 10:00,2023-02-01 10:00\n"
                            "2,Cranes,Offer,2023-01-05 10:00,2023-02-02 10:00\n"
                            "3,Dams,Offer,,2023-02-03 10:00\n";
    SECTION("as it is")
    {
        const ImportReport report = import(book, test::dealsRequest(), file);
        const ImportQuestion *asked = questionAbout(report, ImportQuestion::About::ListedName);
        REQUIRE(asked);
        CHECK(report.questions.size() == 1);
        CHECK(asked->text == u"Demo"_s);
        CHECK(asked->target == u"stage"_s);
        CHECK(asked->rows == 2);
        CHECK(stagesOf(book, u"Towers"_s) == u"Offer 2023-02-01T10:00"_s);
        CHECK(test::named<Deal>(book, u"Towers"_s).description
              == u"Date entered \"Demo (Sales)\": 2023-01-04 10:00"_s);
        CHECK(test::named<Deal>(book, u"Dams"_s).description.isEmpty());
    }
    SECTION("the user says which it is")
    {
        ImportRequest request = test::dealsRequest();
        request.values = {{u"stage"_s, u"Demo"_s, u"Qualified"_s}};
        CHECK(import(book, request, file).questions.empty());
        CHECK(stagesOf(book, u"Cranes"_s) == u"Qualified 2023-01-05T10:00 | Offer 2023-02-02T10:00"_s);
    }
    SECTION("it is left out")
    {
        ImportRequest request = test::dealsRequest();
        request.values = {{u"stage"_s, u"Demo"_s, {}}};
        CHECK(import(book, request, file).questions.empty());
        CHECK(test::named<Deal>(book, u"Towers"_s).description.isEmpty());
    }
    SECTION("it is made")
    {
        ImportRequest request = test::dealsRequest();
        request.createMissing = {EntityKind::Stage};
        CHECK(import(book, request, file).questions.empty());
        CHECK(stagesOf(book, u"Cranes"_s) == u"Demo 2023-01-05T10:00 | Offer 2023-02-02T10:00"_s);
        CHECK(book.count(EntityKind::Stage) == 5); // once
        CHECK(book.count(EntityKind::Pipeline) == 1);
    }
    CHECK(test::flawsIn(book.connection()) == test::none);
}

TEST_CASE("A deal went through the stages of its own pipeline, and of another one that it came from",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const PipelineId renewals = book.add(Pipeline{.name = u"Renewals"_s, .position = 2});
    book.add(Stage{.pipeline = renewals, .name = u"Offer"_s, .position = 1, .probability = 60});
    book.add(Stage{
        .pipeline = renewals, .name = u"Won"_s, .position = 2, .type = StageType::Won, .probability = 100});
    import(book, test::dealsRequest(),
           "Record ID,Deal Name,Deal Stage,Pipeline,\"Date entered \"\"Offer (Sales)\"\"\","
           "\"Date entered \"\"Offer (Renewals)\"\"\",\"Date entered \"\"Won (Renewals)\"\"\",Close Date\n"
           "1,Towers,Offer,Sales,2023-02-01,,,\n"
           "2,Cranes,Won,Renewals,2023-02-01,2023-03-01,2023-04-01,2023-04-02\n");
    CHECK(stagesOf(book, u"Towers"_s) == u"Offer 2023-02-01"_s);
    CHECK(stagesOf(book, u"Cranes"_s) == u"Offer 2023-02-01 | Offer 2023-03-01 | Won 2023-04-01"_s);
    for (const StageVisit &visit : test::all<StageVisit>(book)) {
        const bool isOfRenewals = visit.enteredAt.ms > test::named<Deal>(book, u"Towers"_s).stageEnteredAt.ms;
        CHECK((book.load<Stage>(visit.stage).pipeline == renewals) == isOfRenewals);
    }
    CHECK(test::flawsIn(book.connection()) == test::none);
}

TEST_CASE("The pipeline of another program comes with the stages that its deals only passed through",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    ImportRequest request = test::dealsRequest();
    request.newPipeline = u"HubSpot"_s;
    import(book, request,
           "Record ID,Deal Name,Deal Stage,\"Date entered \"\"Demo (Big deals)\"\"\","
           "\"Date entered \"\"Nobody (Big deals)\"\"\",\"Date entered \"\"Offer (Big deals)\"\"\"\n"
           "1,Towers,Offer,2023-01-04,,2023-02-01\n");
    CHECK(stagesOf(book, u"Towers"_s) == u"Demo 2023-01-04 | Offer 2023-02-01"_s);
    QStringList names;
    for (const Stage &stage : test::all<Stage>(book)) {
        if (book.load<Pipeline>(stage.pipeline).name == u"HubSpot"_s)
            names += stage.name;
    }
    CHECK(names == QStringList{u"Offer"_s, u"Demo"_s, u"Won"_s, u"Lost"_s});
    CHECK(test::flawsIn(book.connection()) == test::none);
}

TEST_CASE("Days that no stay can have stay with the deal as text", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine())); // of 14 November 2023
    test::givenPipeline(book);
    const ImportReport report =
        import(book, test::dealsRequest(),
               "Deal name,Stage,Date entered Qualified,Date exited Qualified,Date entered Offer\n"
               "Ahead,Offer,2023-01-04,,2033-01-01\n"
               "Back,Offer,2023-01-04,2023-01-02,2023-02-01\n"
               "Soon,Offer,soon,,2023-02-01\n"
               "Zone,Offer,2023-01-04,,2023-11-15 06:00\n" // a clock that is ahead
               "None,Offer,0000-00-00,n/a,2023-02-01\n"
               "Epoch,Offer,1970-01-01 00:00,,2023-02-01\n"
               "Null,Offer,0001-01-01,1970-01-01,2023-02-01\n");
    CHECK(stagesOf(book, u"Ahead"_s).startsWith(u"Qualified 2023-01-04 | Offer 2023-11-14"_s));
    CHECK(stagesOf(book, u"Back"_s) == u"Qualified 2023-01-04 | Offer 2023-02-01"_s);
    CHECK(stagesOf(book, u"Soon"_s) == u"Offer 2023-02-01"_s);
    CHECK(stagesOf(book, u"Zone"_s) == u"Qualified 2023-01-04 | Offer 2023-11-15T06:00"_s);
    CHECK(stagesOf(book, u"None"_s) == u"Offer 2023-02-01"_s);
    CHECK(test::named<Deal>(book, u"Ahead"_s).description == u"Date entered Offer: 2033-01-01"_s);
    CHECK(test::named<Deal>(book, u"Back"_s).description == u"Date exited Qualified: 2023-01-02"_s);
    CHECK(test::named<Deal>(book, u"Soon"_s).description == u"Date entered Qualified: soon"_s);
    CHECK(test::named<Deal>(book, u"None"_s).description.isEmpty());
    CHECK(stagesOf(book, u"Epoch"_s) == u"Offer 2023-02-01"_s); // how some programs write that there is none
    CHECK(stagesOf(book, u"Null"_s) == u"Offer 2023-02-01"_s);
    CHECK(report.rejected == 0);
    REQUIRE(questionAbout(report, ImportQuestion::About::NotUnderstood));
    CHECK(test::flawsIn(book.connection()) == test::none);
}

TEST_CASE("A deal whose file does not say when it entered its stage entered it when it left the one before",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report =
        import(book, test::dealsRequest(),
               "Deal name,Stage,Created,Closed on,Date entered Qualified,Date exited Qualified\n"
               "Towers,Offer,2023-01-02,,2023-01-04,2023-02-05\n"
               "Cranes,Won,2023-01-02,2023-03-06,2023-01-04,\n"
               "Dams,Offer,2023-01-02,,2023-01-04,\n"
               "Roads,Qualified,2023-01-02,,,\n");
    CHECK(stagesOf(book, u"Towers"_s) == u"Qualified 2023-01-04 | Offer 2023-02-05"_s);
    CHECK(stagesOf(book, u"Cranes"_s) == u"Qualified 2023-01-04 | Won 2023-03-06"_s);
    CHECK(stagesOf(book, u"Dams"_s) == u"Qualified 2023-01-04 | Offer 2023-01-04"_s);
    CHECK(stagesOf(book, u"Roads"_s) == u"Qualified 2023-01-02"_s);
    QStringList notes;
    for (const Sentence &note : report.notes)
        notes += inEnglish(note);
    CHECK(notes.filter(u"not since when"_s).size()
          == 1); // said of Dams; the day of Cranes is that of its closing
    CHECK(test::flawsIn(book.connection()) == test::none);
}

TEST_CASE("A closed deal without a closing day was closed when it entered its last stage", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report = import(book, test::dealsRequest(),
                                       "Deal name,Stage,Close date,Date entered Offer,Date entered Won\n"
                                       "Towers,Won,,2023-01-04,2023-03-01 14:30\n");
    CHECK(test::named<Deal>(book, u"Towers"_s).closedOn == QDate(2023, 3, 1));
    CHECK(report.questions.empty());
}

TEST_CASE("Pipedrive's last change of stage is that of the stage in which a deal was won", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray file =
        "Deal - ID;Deal - Title;Deal - Stage;Deal - Status;Deal - Deal created;Deal - Last stage change;"
        "Deal - Won time\n"
        "1;Towers;Offer;Won;2023-01-02 08:00:00;2023-02-03 09:00:00;2023-02-03 17:30:00\n"
        "2;Cranes;Offer;Open;2023-01-02 08:00:00;2023-02-04 09:00:00;\n";
    CHECK(import(book, test::dealsRequest(), file).questions.empty());
    CHECK(stagesOf(book, u"Towers"_s) == u"Offer 2023-02-03T09:00 | Won 2023-02-03T17:30"_s);
    CHECK(stagesOf(book, u"Cranes"_s) == u"Offer 2023-02-04T09:00"_s);
    for (const DuplicatePolicy policy : {DuplicatePolicy::Fill, DuplicatePolicy::Overwrite}) {
        ImportRequest request = test::dealsAgain(policy);
        CHECK(import(book, request, file).unchanged == 2);
    }
    CHECK(stagesOf(book, u"Towers"_s) == u"Offer 2023-02-03T09:00 | Won 2023-02-03T17:30"_s);
    CHECK(test::flawsIn(book.connection()) == test::none);
}

TEST_CASE("Salesforce's last change of stage is since when a deal is there, closed or not", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    import(book, test::dealsRequest(),
           "Opportunity ID,Opportunity Name,Stage,Created Date,Close Date,Last Stage Change Date\n"
           "006A,Towers,Closed Won,2023-01-02,2023-03-31,2023-03-30\n"
           "006B,Cranes,Offer,2023-01-02,2023-12-31,2023-02-01\n");
    CHECK(stagesOf(book, u"Towers"_s) == u"Won 2023-03-30"_s);
    CHECK(stagesOf(book, u"Cranes"_s) == u"Offer 2023-02-01"_s);
}

TEST_CASE("A column of a stage that holds something else is left and asked about", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report = import(book, test::dealsRequest(),
                                       "Deal name,Stage,Created,Date entered Offer\n"
                                       "Towers,Offer,2023-01-02,yes\nCranes,Offer,2023-01-03,no\n");
    REQUIRE(questionAbout(report, ImportQuestion::About::Misfit));
    CHECK(questionAbout(report, ImportQuestion::About::Misfit)->target == u"entered.Offer"_s);
    CHECK(stagesOf(book, u"Towers"_s) == u"Offer 2023-01-02"_s);
}

TEST_CASE("The day of a stage can be said as a text for every row", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    ImportRequest request = test::dealsRequest();
    request.set = {{u"entered.Qualified"_s, u"{Met}"_s}, {u"entered.Offer"_s, u"{Sent}"_s}};
    import(book, request, "Deal name,Stage,Met,Sent\nTowers,Offer,2023-01-04,2023-02-01\n");
    CHECK(stagesOf(book, u"Towers"_s) == u"Qualified 2023-01-04 | Offer 2023-02-01"_s);
}

TEST_CASE("Days that sound like those of stages make no deals of people", "[transfer]")
{
    CHECK(transfer::likelyKind({u"Last name"_s, u"Job title"_s, u"Birthday"_s, u"Email"_s,
                                u"Customer since"_s, u"Member since"_s, u"Moved to Berlin"_s, u"Left Acme"_s},
                               {})
          == EntityKind::Contact);
}

TEST_CASE("Before it is imported a column of a stage is shown as one only if there is such a stage",
          "[transfer]")
{
    const test::TextFile file(
        "Deal name,Stage,Offer since,Customer since\nTowers,Qualified,2023-01-04,2023-01-05\n");
    const auto source = valueOf(transfer::openSource({.path = file.path()}));
    const auto unknown = valueOf(transfer::previewImport(*source, EntityKind::Deal, {}));
    CHECK(unknown.targets == QStringList{u"name"_s, u"stage"_s, QString(), QString()});
    const auto known =
        valueOf(transfer::previewImport(*source, EntityKind::Deal, {}, {Stage{.name = u"Offer"_s}}));
    CHECK(known.targets == QStringList{u"name"_s, u"stage"_s, u"entered.Offer"_s, QString()});
}

TEST_CASE("A deal that was closed on the first day of all counting is taken", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report =
        import(book, test::dealsRequest(), "Deal name,Stage,Closed on\nTowers,Won,1970-01-01\n");
    CHECK(report.created == 1);
    CHECK(test::named<Deal>(book, u"Towers"_s).closedOn == QDate(1970, 1, 1));
    CHECK(test::flawsIn(book.connection()) == test::none);
}
