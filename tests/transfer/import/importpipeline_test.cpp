// SPDX-License-Identifier: GPL-3.0-or-later
// Importing the pipeline of another program: its stages become a pipeline of their own.
#include "transfer/import/importpipeline.h"

#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "store/maintenance/check.h"
#include "support/transfer.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::import;
using test::valueOf;
using transfer::ImportReport;
using transfer::ImportRequest;

namespace {

ImportRequest into(const QString &pipeline)
{
    return {.kind = EntityKind::Deal, .newPipeline = pipeline, .currency = u"EUR"_s};
}

// "Offer 50", "Closed won 100 won": in the order of the board.
QStringList stagesOf(FreshBook &book, const QString &pipeline)
{
    QStringList texts;
    for (const Pipeline &each : test::all<Pipeline>(book)) {
        if (each.name != pipeline)
            continue;
        for (const Stage &stage : valueOf(store::loadAll<Stage>(
                 book.connection(), {u"pipeline_id = ?"_s, {each.id.value}, u"position, id"_s}))) {
            QString text = u"%1 %2"_s.arg(stage.name, QString::number(stage.probability));
            if (isClosed(stage.type))
                text += stage.type == StageType::Won ? u" won"_s : u" lost"_s;
            texts += text;
        }
    }
    return texts;
}

QString refusal(FreshBook &book, const ImportRequest &request, const QByteArray &content)
{
    const test::TextFile file(content);
    const auto report = transfer::importFile(book.connection(), {file.path()}, request, book.actor());
    return report ? QString() : inEnglish(report.error().text);
}

const QByteArray pipedrive = "Deal,Stage,Value,Close date\n"
                             "Alpha,Closed Lost,100,2026-01-02\n"
                             "Beta,Demo,200,2026-04-01\n"
                             "Gamma,Closed Won,300,2026-02-03\n"
                             "Delta,Proposal,400,2026-05-01\n"
                             "Epsilon,demo,500,2026-06-01\n"
                             "Zeta,Contract,600,2026-06-01\n";

} // namespace

TEST_CASE("A pipeline is made of just the stages in the file, in its order, with the deals in it",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report = import(book, into(u"Pipedrive"_s), pipedrive);
    CHECK(report.created == 6);
    CHECK(report.rejected == 0);
    CHECK(stagesOf(book, u"Pipedrive"_s)
          == QStringList{u"Demo 25"_s, u"Proposal 50"_s, u"Contract 75"_s, u"Closed Won 100 won"_s,
                         u"Closed Lost 0 lost"_s});
    CHECK(stagesOf(book, u"Sales"_s).size() == 4); // unchanged
    CHECK(
        linesInEnglish(report.notes)
        == QStringList{
            u"The new pipeline “Pipedrive”: “Demo” 25 %, “Proposal” 50 %, “Contract” 75 %, “Closed Won” (won), “Closed Lost” (lost)."_s});
    const auto pipelines = test::all<Pipeline>(book);
    REQUIRE(pipelines.size() == 2);
    for (const Deal &deal : test::all<Deal>(book)) {
        CHECK(deal.pipeline == pipelines.back().id);
        if (deal.name == u"Gamma"_s)
            CHECK(deal.status == StageType::Won);
        if (deal.name == u"Alpha"_s)
            CHECK(deal.status == StageType::Lost);
    }
    CHECK(valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {})).sentences().empty());

    CHECK(book.undo() == inEnglish(report.step.label));
    CHECK(book.count(EntityKind::Pipeline) == 1);
    CHECK(book.count(EntityKind::Stage) == 4);
    CHECK(book.count(EntityKind::Deal) == 0);
    CHECK(book.redo() == inEnglish(report.step.label));
    CHECK(stagesOf(book, u"Pipedrive"_s).size() == 5);
}

TEST_CASE("Stages of the book that have the same names are left alone", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const PipelineId sales = test::givenPipeline(book);
    import(book, into(u"Brought along"_s), "Deal,Stage\nAlpha,Offer\nBeta,Qualified\n");
    CHECK(stagesOf(book, u"Brought along"_s)
          == QStringList{u"Offer 35"_s, u"Qualified 65"_s, u"Won 100 won"_s, u"Lost 0 lost"_s});
    for (const Deal &deal : test::all<Deal>(book))
        CHECK(deal.pipeline != sales);
}

TEST_CASE("Where names say nothing, the status of its deals tells which stage is won or lost", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    import(book, into(u"Brought"_s),
           "Deal,Stage,Status,Closed on\n"
           "Alpha,Signed,won,2026-01-02\n"
           "Beta,Talks,open,\n"
           "Gamma,Gone,lost,2026-01-03\n"
           "Delta,Talks,won,2026-01-04\n"); // other programs close deals in the stage they have reached
    CHECK(stagesOf(book, u"Brought"_s) == QStringList{u"Talks 50"_s, u"Signed 100 won"_s, u"Gone 0 lost"_s});
    for (const Deal &deal : test::all<Deal>(book)) {
        if (deal.name == u"Delta"_s)
            CHECK(deal.status == StageType::Won);
    }
}

TEST_CASE("Without a status, the days and reasons of closing tell it", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request = into(u"Brought"_s);
    request.createMissing = {EntityKind::LostReason};
    import(book, request,
           "Deal,Stage,Closed on,Lost reason\n"
           "Alpha,Ja,2026-01-02,\n"
           "Beta,Nein,2026-01-03,Price\n"
           "Gamma,Talks,,\n");
    CHECK(stagesOf(book, u"Brought"_s) == QStringList{u"Talks 50"_s, u"Ja 100 won"_s, u"Nein 0 lost"_s});
}

TEST_CASE("A stage that is replaced on the way in is replaced in the new pipeline, too", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request = into(u"Brought"_s);
    request.values = {{u"stage"_s, u"S1"_s, u"Talks"_s}};
    import(book, request, "Deal,Stage\nAlpha,S1\nBeta,Won\n");
    CHECK(stagesOf(book, u"Brought"_s) == QStringList{u"Talks 50"_s, u"Won 100 won"_s, u"Lost 0 lost"_s});
}

TEST_CASE("A status that means won only by the user's word makes a won stage, too", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request = into(u"Brought"_s);
    request.meanings = {valueOf(transfer::parseWordRule(u"status:Bagged=won"_s))};
    request.closing = ImportRequest::Closing::ImportDay;
    CHECK(import(book, request, "Deal,Stage,Status\nAlpha,S1,Bagged\nBeta,Talks,open\n").created == 2);
    CHECK(stagesOf(book, u"Brought"_s) == QStringList{u"Talks 50"_s, u"S1 100 won"_s, u"Lost 0 lost"_s});
}

TEST_CASE("What cannot become a pipeline is said in one sentence, and changes nothing", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    CHECK(refusal(book, into(u" sales "_s), pipedrive) == u"There is a pipeline called “Sales” already."_s);
    CHECK(refusal(book, into(QString(81, u'x')), pipedrive)
          == u"Name is 81 characters long; at most 80 fit."_s);
    CHECK(refusal(book, into(u"New"_s), "Deal,Amount\nAlpha,1\n")
          == u"A new pipeline is made of the stages in the file, but no column is the stage."_s);
    CHECK(
        refusal(book, into(u"New"_s), "Deal,Stage,Pipeline\nAlpha,Offer,Sales\n")
        == u"The file says of each deal which pipeline it is in. Leave that column out to have one new pipeline."_s);
    ImportRequest both = into(u"New"_s);
    both.pipeline = u"Sales"_s;
    CHECK(refusal(book, both, pipedrive)
          == u"The deals go either into a pipeline of the book or into a new one."_s);
    ImportRequest people = into(u"New"_s);
    people.kind = EntityKind::Contact;
    CHECK(refusal(book, people, "Last name\nIto\n")
          == u"Only deals go through a pipeline; a file of contacts makes none."_s);
    QByteArray many = "Deal,Stage\n";
    for (int i = 0; i < 61; ++i)
        many += "Alpha,Stage " + QByteArray::number(i) + '\n';
    CHECK(refusal(book, into(u"New"_s), many)
          == u"The file names more than 60 stages; is the column of the stage the right one?"_s);
    CHECK(book.count(EntityKind::Pipeline) == 1);
    CHECK(book.count(EntityKind::Stage) == 4);
}

TEST_CASE("A pipeline into which no deal goes is not made, nor by a dry run", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport rejected =
        import(book, into(u"New"_s), "Deal,Stage,Amount\n,Offer,100\n"); // what is it called?
    CHECK(rejected.rejected == 1);
    CHECK(rejected.step.id == 0);
    ImportRequest dry = into(u"New"_s);
    dry.mode = transfer::RunMode::Dry;
    const ImportReport tried = import(book, dry, pipedrive);
    CHECK(tried.created == 6);
    CHECK(tried.notes.size() == 1);
    CHECK(book.count(EntityKind::Pipeline) == 0);
}
