// SPDX-License-Identifier: GPL-3.0-or-later
// No row is lost for a word: what a field cannot hold stays as text, and is asked about once with its rows.
#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "domain/records/user.h"
#include "support/transfer.h"
#include "transfer/import/importer.h"
#include "transfer/request/questionanswers.h"

#include <QFile>

#include <map>

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::import;
using test::named;
using transfer::ImportQuestion;
using transfer::ImportReport;
using transfer::ImportRequest;

namespace {

using About = ImportQuestion::About;

ImportRequest deals()
{
    return {.kind = EntityKind::Deal, .currency = u"EUR"_s};
}

// The question about a column; the test fails if there is not just one.
ImportQuestion about(const ImportReport &report, const QString &column)
{
    std::vector<ImportQuestion> found;
    for (const ImportQuestion &question : report.questions) {
        if (question.column == column)
            found.push_back(question);
    }
    REQUIRE(found.size() == 1);
    return found.front();
}

// All rows went in.
ImportReport taken(FreshBook &book, const ImportRequest &request, const QByteArray &csv)
{
    ImportReport report = import(book, request, csv);
    CHECK(report.rejected == 0);
    CHECK(report.created == report.read);
    return report;
}

} // namespace

TEST_CASE("A call with an outcome that nobody knows goes in, and each such word is asked once", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report = taken(book, {.kind = EntityKind::Activity},
                                      "Type,Subject,Date,Outcome\n"
                                      "Call,One,2023-03-04 10:00,Gatekeeper\n"
                                      "Call,Two,2023-03-05 10:00,gatekeeper\n"
                                      "Call,Three,2023-03-06 10:00,Wrong number\n");
    REQUIRE(report.questions.size() == 2);
    CHECK(report.questions.front().about == About::ListedName);
    CHECK(report.questions.front().text == u"Gatekeeper"_s);
    CHECK(report.questions.front().rows == 2);
    CHECK(report.questions.front().answers == QStringList{u"outcomes"_s});
    for (const Activity &activity : test::all<Activity>(book))
        CHECK(activity.note.startsWith(u"Outcome: "_s));
    book.undo();
    ImportRequest making{.kind = EntityKind::Activity, .createMissing = {EntityKind::Outcome}};
    CHECK(taken(book, making, "Type,Subject,Date,Outcome\nCall,One,2023-03-04 10:00,Gatekeeper\n")
              .questions.empty());
    CHECK(test::all<Activity>(book).front().outcome);
}

TEST_CASE("Amounts that are none stay with their deals as text, and are counted", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report = taken(book, deals(),
                                      "Title,Stage,Value\nA,Offer,ca. 5000\nB,Offer,5000?\nC,Offer,10-15k\n"
                                      "D,Offer,TBD\nE,Offer,6000\nF,Offer,n/a\n");
    CHECK(about(report, u"Value"_s).about == About::NotUnderstood);
    CHECK(about(report, u"Value"_s).rows == 4);
    CHECK(named<Deal>(book, u"A"_s).description == u"Value: ca. 5000"_s);
    CHECK_FALSE(named<Deal>(book, u"B"_s).amount);
    CHECK(named<Deal>(book, u"D"_s).description == u"Value: TBD"_s);
    CHECK(named<Deal>(book, u"E"_s).amount == 600'000);
    CHECK(named<Deal>(book, u"F"_s).description.isEmpty());
    CHECK(about(taken(book, deals(), "Title,Stage,Value\nG,Offer,12.3456\n"), u"Value"_s).about
          == About::Rounding);
    CHECK(named<Deal>(book, u"G"_s).description == u"Value: 12.3456"_s);
}

TEST_CASE("Probabilities, days and quantities that are none stay as text", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    ImportRequest request = deals();
    request.createMissing = {EntityKind::Product};
    const ImportReport report = taken(book, request,
                                      "Title,Stage,Probability,Close date,Product,Quantity,Created\n"
                                      "A,Offer,150,soon,Pump,2,2026-01-02\n"
                                      "B,Offer,-5,Q3 2026,Pump,a few,last year\n"
                                      "C,Offer,75,2026-09-30,Pump,3,2026-01-02\n"
                                      "D,Offer,,next week,,,\n");
    CHECK(about(report, u"Probability"_s).rows == 2);
    CHECK(about(report, u"Close date"_s).rows == 3);
    CHECK(about(report, u"Quantity"_s).rows == 1);
    CHECK(about(report, u"Created"_s).rows == 1);
    const Deal a = named<Deal>(book, u"A"_s);
    CHECK_FALSE(a.probabilityOverride);
    CHECK_FALSE(a.expectedClose.isValid());
    CHECK(a.description.split(u'\n').contains(u"Probability: 150"_s));
    CHECK(a.description.split(u'\n').contains(u"Close date: soon"_s));
    CHECK(named<Deal>(book, u"B"_s).description.contains(u"Quantity: a few"_s));
    CHECK(named<Deal>(book, u"C"_s).expectedClose == QDate(2026, 9, 30));
}

TEST_CASE("Where stage and status contradict each other the status counts, and it is told", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report = taken(book, deals(),
                                      "Title,Stage,Status,Close date\n"
                                      "A,Won,Open,2026-02-03\nB,Won,Lost,2026-02-03\nC,Offer,Won,2026-02-03\n"
                                      "D,Won,Won,2026-02-03\n");
    CHECK(about(report, u"Stage"_s).about == About::AgainstStatus);
    CHECK(about(report, u"Stage"_s).rows == 2); // an open stage is where C was won
    CHECK(about(report, u"Stage"_s).answers == QStringList{u"Status"_s});
    CHECK(named<Deal>(book, u"A"_s).status == StageType::Open);
    CHECK(named<Deal>(book, u"A"_s).description == u"Stage: Won"_s);
    CHECK(named<Deal>(book, u"B"_s).status == StageType::Lost);
    CHECK(named<Deal>(book, u"C"_s).status == StageType::Won);
    CHECK(named<Deal>(book, u"C"_s).description.isEmpty());
}

TEST_CASE("A stage that the pipeline does not have stays as text; a name of won ones is heeded", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const PipelineId sales = test::givenPipeline(book);
    const PipelineId service = book.add(Pipeline{.name = u"Service"_s, .position = 2});
    book.add(Stage{.pipeline = service, .name = u"Repair"_s, .position = 1});
    const ImportReport report =
        taken(book, deals(),
              "Title,Pipeline,Stage,Status,Close date\n"
              "A,Sales,Repair,,\nB,Sales,Negotiation,,\nC,Sales,Closed Won,,2026-02-03\n"
              "D,Service,Repair,Lost,2026-02-03\n");
    CHECK(named<Deal>(book, u"A"_s).pipeline == sales);
    CHECK(named<Deal>(book, u"A"_s).status == StageType::Open);
    CHECK(named<Deal>(book, u"A"_s).description == u"Stage: Repair"_s);
    CHECK(named<Deal>(book, u"C"_s).status == StageType::Won);
    CHECK(named<Deal>(book, u"C"_s).description == u"Stage: Closed Won"_s);
    // The service pipeline has no stage for what is lost.
    CHECK(named<Deal>(book, u"D"_s).status == StageType::Open);
    CHECK(named<Deal>(book, u"D"_s).description.contains(u"Status: lost"_s));
    int words = 0;
    for (const ImportQuestion &question : report.questions)
        words += question.about == About::ListedName && question.column == u"Stage"_s;
    CHECK(words == 3);
}

TEST_CASE("An open deal that was closed some day keeps that day as text", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report =
        taken(book, deals(), "Title,Stage,Closed on\nA,Offer,2026-02-03\nB,Won,2026-02-03\n");
    CHECK(named<Deal>(book, u"A"_s).description == u"Closed on: 2026-02-03"_s);
    CHECK(about(report, u"Closed on"_s).about == About::AgainstStage);
    CHECK(named<Deal>(book, u"B"_s).closedOn == QDate(2026, 2, 3));
}

TEST_CASE("A person is not lost for a company, an owner or a tag that the book does not have", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report = taken(book, {.kind = EntityKind::Contact},
                                      "Last name,Company,Owner,Tags\nBerg,Alpha,Nobody,VIP\nCole,Alpha,,\n");
    CHECK(about(report, u"Company"_s).about == About::NewName);
    CHECK(about(report, u"Company"_s).rows == 2);
    CHECK(about(report, u"Company"_s).answers == QStringList{u"companies"_s});
    CHECK(about(report, u"Tags"_s).answers == QStringList{u"tags"_s});
    CHECK(report.linksMissing() == 3);
    for (const Contact &contact : test::all<Contact>(book))
        CHECK(contact.description
              == (contact.lastName == u"Berg"_s ? u"Company: Alpha\nOwner: Nobody\nTags: VIP"_s
                                                : u"Company: Alpha"_s));
}

TEST_CASE("Of names that the book does not have it is said how many there are, and in how many rows",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report =
        taken(book, {.kind = EntityKind::Contact},
              "Last name,Company\nBerg,Alpha; Beta\nCole,ALPHA\nLang,Gamma; Delta\nOtt,Alpha\n");
    const ImportQuestion &asked = about(report, u"Company"_s);
    CHECK(asked.about == About::NewName);
    CHECK(asked.rows == 4);
    CHECK(asked.names == 4);
    CHECK(
        inEnglish(transfer::sentenceOf(asked))
        == u"“Alpha” and 3 more in “Company” are not in the book: shall they be made? The names stay as text."_s);
}

TEST_CASE("Which of several companies is meant is asked with what tells them apart", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Company{.name = u"Acme"_s});
    book.add(Company{.name = u"ACME"_s});
    const ImportReport report = taken(book, {.kind = EntityKind::Contact}, "Last name,Company\nOne,Acme\n");
    CHECK(
        inEnglish(transfer::sentenceOf(about(report, u"Company"_s)))
        == u"Which one is “Acme” in “Company”? 2 companies are called “Acme”; say which by its id. The name stays as text."_s);
}

TEST_CASE("What is too long for its field stays as text", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const QByteArray text(600, 'x');
    const ImportReport report =
        taken(book, {.kind = EntityKind::Contact},
              "Last name,Job title,Email,City\nBerg," + text + "," + text + "," + text + "\n");
    const Contact berg = test::all<Contact>(book).front();
    CHECK(berg.jobTitle.isEmpty());
    CHECK(berg.description.count(QString::fromLatin1(text)) == 3);
    CHECK(report.questions.size() == 3);
}

TEST_CASE("An amount in another currency than its row stays as text", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report =
        taken(book, deals(), "Title,Stage,Value,Currency\nA,Offer,£500,EUR\nB,Offer,500,USD\n");
    CHECK(about(report, u"Value"_s).about == About::OtherCurrency);
    CHECK_FALSE(named<Deal>(book, u"A"_s).amount);
    CHECK(named<Deal>(book, u"B"_s).currency == u"USD"_s);
}

TEST_CASE("Amounts are in no currency that nobody named: where it is not understood they stay as text",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report = taken(
        book, deals(), "Title,Stage,Value,Currency\nA,Offer,500,gold\nB,Offer,£500,gold\nC,Offer,500,-\n");
    CHECK(about(report, u"Currency"_s).rows == 2);
    CHECK(about(report, u"Value"_s).rows == 1);
    CHECK_FALSE(named<Deal>(book, u"A"_s).amount);
    CHECK(named<Deal>(book, u"A"_s).description == u"Currency: gold\nValue: 500"_s);
    CHECK(named<Deal>(book, u"B"_s).currency == u"GBP"_s);
    CHECK(named<Deal>(book, u"C"_s).currency == u"EUR"_s);
}

TEST_CASE("Rejected rows have all their reasons at once, and the report counts each", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    QTemporaryDir folder;
    ImportRequest request{.kind = EntityKind::User};
    request.rejectedPath = folder.filePath(u"rejected.csv"_s);
    const ImportReport report =
        import(book, request, "Name,Email,Active\nAna,a@x.example,perhaps\n,b@x.example,perhaps\n,,no\n");
    CHECK(report.rejected == 3);
    REQUIRE(report.reasons.size() == 2);
    for (const transfer::RejectReason &reason : report.reasons)
        CHECK(reason.rows == 2);
    const bool isNameFirst = report.reasons.front().column == u"Name"_s;
    const auto &value = report.reasons[isNameFirst ? 1 : 0];
    CHECK(value.column == u"Active"_s);
    CHECK(value.target == u"active"_s);
    CHECK(value.value == u"perhaps"_s);
    CHECK(value.remedy == transfer::Remedy::OtherValue);
    CHECK(report.reasons[isNameFirst ? 0 : 1].remedy == transfer::Remedy::SetField);
    CHECK(report.firstRejected[1].column == u"Active, Name"_s);
    CHECK(QString::fromUtf8(test::contentOf(request.rejectedPath))
              .contains(u"“perhaps” is neither yes nor no. Name is missing."_s));
}

TEST_CASE("A clean import takes away the rejected rows that an earlier one left", "[transfer]")
{
    FreshBook book(sql::Engine::Sqlite);
    QTemporaryDir folder;
    ImportRequest request{.kind = EntityKind::Company};
    request.rejectedPath = folder.filePath(u"rejected.csv"_s);
    CHECK(import(book, request, "Name,City\nAlpha,Rome\n,Oslo\n").rejected == 1);
    REQUIRE(QFile::exists(request.rejectedPath));
    SECTION("a dry run leaves them")
    {
        request.mode = transfer::RunMode::Dry;
        CHECK(import(book, request, "Name,City\nBeta,Rome\n").created == 1);
        CHECK(QFile::exists(request.rejectedPath));
    }
    SECTION("a real one does not")
    {
        CHECK(import(book, request, "Name,City\nBeta,Rome\n").created == 1);
        CHECK_FALSE(QFile::exists(request.rejectedPath));
    }
    SECTION("those of another file stay")
    {
        CHECK(import(book, request, "Name,Country\nBeta,Italy\n").created == 1);
        CHECK(QFile::exists(request.rejectedPath));
    }
    SECTION("the file itself, mended, stays when it is imported")
    {
        QFile file(request.rejectedPath);
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray mended = file.readAll().replace("\n,Oslo", "\nGamma,Oslo");
        file.close();
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(mended);
        file.close();
        CHECK(test::importFile(book, request, request.rejectedPath).created == 1);
        CHECK(QFile::exists(request.rejectedPath));
    }
}

TEST_CASE("The name of a column says its currency and its thousands, a currency column beside says more",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report = taken(book, deals(),
                                      "Title,Stage,Deal value [k$],Currency\n"
                                      "A,Offer,1.5,\nB,Offer,12.34567,GBP\nC,Offer,5k,\nD,Offer,€7,\n");
    const Deal a = named<Deal>(book, u"A"_s);
    CHECK(a.amount == 150'000);
    CHECK(a.currency == u"USD"_s);
    CHECK(named<Deal>(book, u"B"_s).amount == 1'234'567);
    CHECK(named<Deal>(book, u"B"_s).currency == u"GBP"_s);
    CHECK(named<Deal>(book, u"C"_s).amount == 500'000); // as it is written
    CHECK(named<Deal>(book, u"D"_s).amount == 700'000);
    CHECK(named<Deal>(book, u"D"_s).currency == u"EUR"_s);
    REQUIRE(report.notes.size() == 1);
    CHECK(inEnglish(report.notes.front()) == u"“Deal value [k$]” is read in thousands."_s);
}

TEST_CASE("Thousands with more decimals than their cents are asked about, and rounded as told", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    ImportRequest request = deals();
    const QByteArray csv = "Title,Stage,Deal value [k$]\nA,Offer,1.23456\nB,Offer,2.345678\n";
    const ImportReport asked = taken(book, request, csv);
    CHECK(about(asked, u"Deal value [k$]"_s).about == About::Rounding);
    CHECK(about(asked, u"Deal value [k$]"_s).rows == 1); // 1,234.56 has its cents
    CHECK(named<Deal>(book, u"A"_s).amount == 123'456);
    CHECK_FALSE(named<Deal>(book, u"B"_s).amount);
    book.undo();
    request.rounding = exchange::Rounding::Down;
    CHECK(taken(book, request, csv).questions.empty());
    CHECK(named<Deal>(book, u"A"_s).amount == 123'456);
    CHECK(named<Deal>(book, u"B"_s).amount == 234'567);
}

TEST_CASE("Whether M means thousands or millions is asked, and read as told", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request{.kind = EntityKind::Company, .currency = u"EUR"_s};
    const QByteArray csv = "Name,Revenue (M)\nAlpha,12\nBeta,0\n";
    const ImportReport asked = taken(book, request, csv);
    CHECK(about(asked, u"Revenue (M)"_s).about == About::AmountUnit);
    CHECK(about(asked, u"Revenue (M)"_s).rows == 1);
    CHECK_FALSE(named<Company>(book, u"Alpha"_s).revenue);
    book.undo();
    request.amountPower = 6;
    CHECK(taken(book, request, csv).questions.empty());
    CHECK(named<Company>(book, u"Alpha"_s).revenue == 1'200'000'000);
}

TEST_CASE("An amount for a year is taken, and all of the cell stays as text", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    ImportRequest request = deals();
    request.createMissing = {EntityKind::Product};
    const ImportReport report =
        taken(book, request,
              "Title,Stage,Value,Product,Quantity\nA,Offer,1200 EUR/year,Pump,2 x\nB,Offer,1300,,\n");
    CHECK(about(report, u"Value"_s).about == About::AmountBeside);
    CHECK(named<Deal>(book, u"A"_s).amount == 120'000);
    CHECK(named<Deal>(book, u"A"_s).description == u"Value: 1200 EUR/year"_s);
    CHECK(test::all<LineItem>(book).front().quantityMilli == 2000);
}

TEST_CASE("Separators behind the last column cost no row, fields that nobody knows do", "[transfer]")
{
    FreshBook book(sql::Engine::Sqlite);
    QTemporaryDir folder;
    ImportRequest request{.kind = EntityKind::Contact};
    request.rejectedPath = folder.filePath(u"rejected.csv"_s);
    const ImportReport report = import(book, request,
                                       "Last name,First name,City\nBerg,Anna,Rome,,\nCole,Bob,Oslo,x\n"
                                       "Lang,Eva,Bonn\n");
    CHECK(report.created == 2);
    CHECK(report.rejected == 1);
    CHECK(import(book, {.kind = EntityKind::Contact}, "Last name,First name\nDahl,Ida,,\nEk,Ola,,\n").created
          == 2);
    // That row comes back in one cell, and nobody is called "Cole,Bob,Oslo,x".
    request.rejectedPath.clear();
    const ImportReport again = test::importFile(book, request, folder.filePath(u"rejected.csv"_s));
    CHECK(again.rejected == 1);
    CHECK(again.created == 0);
}

TEST_CASE("Of many cells that are not understood it is asked where their column goes", "[transfer]")
{
    const auto one = [](const ImportReport &report, About about) {
        const auto found = std::find_if(report.questions.begin(), report.questions.end(),
                                        [&](const auto &each) { return each.about == about; });
        REQUIRE(found != report.questions.end());
        return *found;
    };
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportRequest request{.kind = EntityKind::Activity};
    const QByteArray csv = "Type,Subject,Date\nCall,A,2023-03-04 10:00\nCall,B,soon\nCall,C,later\nCall,D,\n";
    const ImportReport report = import(book, request, csv);
    const ImportQuestion asked = one(report, About::NotUnderstood);
    CHECK(asked.isOfSeveral);
    CHECK(asked.rows == 2);
    CHECK(inEnglish(transfer::sentenceOf(asked))
          == u"What is meant by “soon” and others in “Date”? They do not fit the field."_s);
    CHECK(transfer::optionFor(asked) == u"--map 'Date=nothing|FIELD' | --values 'at:soon=…'"_s);
    CHECK(one(report, About::ActivityDay).rows == 1); // of the one that says nothing
    book.undo();
    const ImportReport same = import(book, request, QByteArray(csv).replace("later", "soon"));
    CHECK_FALSE(one(same, About::NotUnderstood).isOfSeveral);
    CHECK(transfer::optionFor(one(same, About::NotUnderstood)) == u"--values 'at:soon=…'"_s);
}

TEST_CASE("Who was born in the future comes in without the birthday, which stays as text", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine())); // in 2023
    const ImportReport report =
        import(book, {.kind = EntityKind::Contact}, "Last name,Birthday\nOne,2045-03-04\nTwo,1985-03-04\n");
    CHECK(report.created == 2);
    CHECK(report.rejected == 0);
    std::map<QString, Contact> byName;
    for (const Contact &contact : test::all<Contact>(book))
        byName[contact.lastName] = contact;
    CHECK_FALSE(byName[u"One"_s].birthday.isValid());
    CHECK(byName[u"One"_s].description == u"Birthday: 2045-03-04"_s);
    CHECK(byName[u"Two"_s].birthday == QDate(1985, 3, 4));
}
