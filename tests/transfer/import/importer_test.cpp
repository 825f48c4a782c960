// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importer.h"

#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "domain/records/user.h"
#include "store/reading/importlookup.h"
#include "support/transfer.h"

#include <QFile>

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::import;
using test::valueOf;
using transfer::DuplicatePolicy;
using transfer::ImportReport;
using transfer::ImportRequest;

namespace {

ImportRequest contacts()
{
    return {.kind = EntityKind::Contact};
}

ImportRequest deals()
{
    return {.kind = EntityKind::Deal, .currency = u"EUR"_s};
}

QString firstReason(const ImportReport &report)
{
    return report.firstRejected.empty() ? QString() : inEnglish(report.firstRejected.front().reason);
}

QString refusal(FreshBook &book, const ImportRequest &request, const QByteArray &content)
{
    const test::TextFile file(content);
    const auto report = transfer::importFile(book.connection(), {.path = file.path()}, request, book.actor());
    return report ? QString() : inEnglish(report.error().text);
}

Contact onlyContact(FreshBook &book)
{
    const auto all = test::all<Contact>(book);
    REQUIRE(all.size() == 1);
    return all.front();
}

Deal onlyDeal(FreshBook &book)
{
    const auto all = test::all<Deal>(book);
    REQUIRE(all.size() == 1);
    return all.front();
}

std::vector<Record> childRecords(FreshBook &book, EntityKind child, EntityRef owner)
{
    return valueOf(store::childRecords(book.connection(), child, owner));
}

} // namespace

TEST_CASE("A contact comes in with addresses, numbers, company and owner, in one step", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Company{.name = u"Acme"_s});
    book.add(User{.name = u"Ana Núñez"_s});
    const ImportReport report =
        import(book, contacts(),
               "Name,Email,Mobile,City,Company,Owner\n"
               "\"Müller, Jörg\",jm@acme.example; joerg@home.example,+49 30 1,Berlin,ACME,ana nunez\n");
    CHECK(report.created == 1);
    CHECK(inEnglish(report.step.label) == u"Imported 1 contact from file.csv"_s);
    const Contact contact = onlyContact(book);
    CHECK(contact.name == u"Jörg Müller"_s);
    CHECK(contact.lastName == u"Müller"_s);
    CHECK(contact.email == u"jm@acme.example"_s);
    CHECK(contact.phone == u"+49 30 1"_s);
    CHECK(contact.city == u"Berlin"_s);
    CHECK(contact.company);
    CHECK(contact.owner);
    CHECK(childRecords(book, EntityKind::ContactPoint, {EntityKind::Contact, contact.id.value}).size() == 3);
    CHECK(book.undo() == inEnglish(report.step.label));
    CHECK(book.count(EntityKind::Contact) == 0);
}

TEST_CASE("An empty cell stays empty and never takes the value of the row above", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    QByteArray csv = "First name,Last name,Email,Job title\n";
    for (int i = 0; i < 20; ++i) {
        const QByteArray number = QByteArray::number(i);
        const QByteArray email = i % 3 ? QByteArray() : QByteArray("a" + number + "@b.example");
        csv += "A,B" + number + ',' + email + ',' + (i % 2 ? "Boss\n" : "\n");
    }
    CHECK(import(book, contacts(), csv).created == 20);
    for (const Contact &contact : test::all<Contact>(book)) {
        const int i = contact.lastName.mid(1).toInt();
        CHECK(contact.email == (i % 3 ? QString() : u"a%1@b.example"_s.arg(i)));
        CHECK(contact.jobTitle == (i % 2 ? u"Boss"_s : QString()));
    }
}

TEST_CASE("A row that cannot be taken lands whole in the rejected file, the rest goes on", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    QTemporaryDir folder;
    ImportRequest request = contacts();
    request.rejectedPath = folder.filePath(u"rejected.csv"_s);
    const ImportReport report = import(book, request,
                                       "First name,Last name,Birthday,Email\n"
                                       "Ana,One,1990-01-02,ana@x.example\n"
                                       "Ben,Two,1991-01-02,ben@x.example\n"
                                       ",,1990-01-02,\n"
                                       "Too,few\n"
                                       ",\" \",\"1990-01-02\",\n"
                                       "Zoe,Six,,\n");
    CHECK(report.read == 6);
    CHECK(report.created == 4); // a short row is filled up
    CHECK(report.rejected == 2);
    CHECK(book.count(EntityKind::Contact) == 4);
    CHECK(book.count(EntityKind::ContactPoint) == 2);
    const QString rejected = QString::fromUtf8(test::contentOf(request.rejectedPath));
    const QStringList lines = rejected.split(u'\n');
    CHECK(lines[0] == u"First name,Last name,Birthday,Email,line,column,reason"_s);
    CHECK(lines[1] == u",,1990-01-02,,4,,A contact needs a first or a last name."_s);
    CHECK(lines[2].contains(u"1990-01-02,,6,,A contact needs a first or a last name."_s));
}

TEST_CASE("A file of rejected rows that was mended comes back, and what is left of it has one reason a row",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    QTemporaryDir folder;
    ImportRequest request{.kind = EntityKind::Product, .currency = u"EUR"_s};
    request.rejectedPath = folder.filePath(u"rejected.csv"_s);
    CHECK(import(book, request, "Name,Price\nPump,1\n,2\n,7\n").rejected == 2);
    const QByteArray mended = test::contentOf(request.rejectedPath).replace("\n,2", "\nValve,2");
    const ImportReport again = import(book, request, mended);
    CHECK(again.created == 1);
    CHECK(again.rejected == 1);
    CHECK(again.plan.notImported.isEmpty());
    for (const Product &product : test::all<Product>(book))
        CHECK(product.series.isEmpty()); // "line" is none here
    const QStringList lines = QString::fromUtf8(test::contentOf(request.rejectedPath)).split(u'\n');
    CHECK(lines.value(0) == u"Name,Price,line,column,reason"_s);
    CHECK(lines.value(1).startsWith(u",7,3,Name,"_s));
}

TEST_CASE("A dry run says all that the import would say, and writes nothing", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request = contacts();
    request.createMissing = {EntityKind::Company};
    request.mode = transfer::RunMode::Dry;
    const QByteArray csv = "Last name,Company\nOne,Acme\nTwo,Acme\nThree,\n";
    const ImportReport dry = import(book, request, csv);
    CHECK(dry.created == 3);
    CHECK(dry.alsoCreated == std::vector<std::pair<EntityKind, qint64>>{{EntityKind::Company, 1}});
    CHECK(dry.step.id == 0);
    CHECK(book.count(EntityKind::Contact) == 0);
    CHECK(book.count(EntityKind::Company) == 0);
    CHECK(book.history().empty());
    request.mode = transfer::RunMode::Real;
    CHECK(import(book, request, csv).created == 3);
    CHECK(book.count(EntityKind::Company) == 1);
}

TEST_CASE("A row whose name the book does not know is rejected when told, or it is made once", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const QByteArray csv = "Last name,Company\nOne,Acme\nTwo,acme\n";
    ImportRequest strict = contacts();
    strict.unknownNames = transfer::UnknownNames::Reject;
    const ImportReport refused = import(book, strict, csv);
    CHECK(refused.rejected == 2);
    CHECK(firstReason(refused) == u"“Acme” is no company of this book, and none may be made."_s);
    ImportRequest request = contacts();
    request.createMissing = {EntityKind::Company};
    CHECK(import(book, request, csv).created == 2);
    CHECK(book.count(EntityKind::Company) == 1);
}

TEST_CASE("A near name is decided by the user: offered, mapped, taken, or declared new", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const CompanyId acme = book.add(Company{.name = u"J-Texon"_s});
    const QByteArray csv = "Last name,Company\nOne,JTexon\n";
    ImportRequest request = contacts();
    request.createMissing = {EntityKind::Company};
    SECTION("offered")
    {
        const ImportReport report = import(book, request, csv);
        CHECK(report.created == 1);
        CHECK(report.isUndecided());
        CHECK(report.offered
              == std::vector<transfer::NearName>{{u"company"_s, u"JTexon"_s, u"J-Texon"_s, 1}});
        CHECK(book.count(EntityKind::Company) == 1);
        CHECK_FALSE(onlyContact(book).company);
        CHECK(onlyContact(book).description == u"Company: JTexon"_s);
    }
    SECTION("mapped")
    {
        request.values = {{u"company"_s, u"JTexon"_s, u"J-Texon"_s}};
        CHECK(import(book, request, csv).created == 1);
        CHECK(onlyContact(book).company == acme);
    }
    SECTION("taken")
    {
        request.nearMatches = transfer::NearMatches::Take;
        CHECK(import(book, request, csv).taken.front().rows == 1);
        CHECK(onlyContact(book).company == acme);
    }
    SECTION("declared new")
    {
        request.values = {{u"company"_s, u"JTexon"_s, u"JTexon"_s}};
        CHECK(import(book, request, csv).created == 1);
        CHECK(book.count(EntityKind::Company) == 2);
    }
}

TEST_CASE("Two companies of one name are not confused: the row asks for an id", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Company{.name = u"Acme"_s});
    book.add(Company{.name = u"ACME"_s});
    ImportRequest strict = contacts();
    strict.unknownNames = transfer::UnknownNames::Reject;
    CHECK(firstReason(import(book, strict, "Last name,Company\nOne,Acme\n"))
          == u"2 companies are called “Acme”; say which by its id."_s);
}

TEST_CASE("A matched record is skipped, filled, overwritten or made again, as told", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    import(book, contacts(), "Last name,Job title,Email\nOne,Clerk,one@x.example\n");
    const QByteArray csv = "Last name,Job title,Department,Email,Phone\nOne,Boss,Sales,one@x.example,+1 2\n";
    ImportRequest request = contacts();
    request.match = {u"email"_s};
    SECTION("skip is what happens unless told otherwise")
    {
        CHECK(import(book, request, csv).unchanged == 1);
        CHECK(onlyContact(book).department.isEmpty());
    }
    SECTION("fill")
    {
        request.existing = DuplicatePolicy::Fill;
        CHECK(import(book, request, csv).updated == 1);
        CHECK(onlyContact(book).jobTitle == u"Clerk"_s);
        CHECK(onlyContact(book).department == u"Sales"_s);
        CHECK(onlyContact(book).phone == u"+1 2"_s);
        CHECK(import(book, request, csv).unchanged == 1);
    }
    SECTION("overwrite")
    {
        request.existing = DuplicatePolicy::Overwrite;
        CHECK(import(book, request, csv).updated == 1);
        CHECK(onlyContact(book).jobTitle == u"Boss"_s);
        book.undo();
        CHECK(onlyContact(book).jobTitle == u"Clerk"_s);
        CHECK(onlyContact(book).phone.isEmpty());
    }
    SECTION("create")
    {
        request.existing = DuplicatePolicy::Create;
        CHECK(import(book, request, csv).created == 1);
        CHECK(book.count(EntityKind::Contact) == 2);
    }
}

TEST_CASE("All keys of a match must agree, and records of the same file count", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request = contacts();
    request.match = {u"name"_s, u"job_title"_s};
    const ImportReport report =
        import(book, request, "Name,Job title\nAna One,Boss\nAna One,Clerk\nana one,BOSS\n");
    CHECK(report.created == 2);
    CHECK(report.unchanged == 1);
    request.match = {u"phone"_s};
    CHECK(refusal(book, request, "Name\nAna\n")
          == u"Records cannot be matched by “phone”: no column of the file goes there."_s);
}

TEST_CASE("A company may name a parent that comes later in the file", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report =
        import(book, {.kind = EntityKind::Company},
               "Name,Subsidiary of\nThird,Second\nSecond,First\nFirst,\nOrphan,Nobody\n");
    CHECK(report.read == 4);
    CHECK(report.created == 4);
    CHECK(report.rejected == 0);
    std::map<QString, Company> byName;
    for (const Company &company : test::all<Company>(book))
        byName[company.name] = company;
    CHECK(byName[u"Third"_s].parent == byName[u"Second"_s].id);
    CHECK(byName[u"Second"_s].parent == byName[u"First"_s].id);
}

TEST_CASE("A deal stands where its stage says: status, closing day, history, order", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report = import(book, deals(),
                                       "Title,Stage,Value,Close date,Created,Probability\n"
                                       "Open one,Offer,\"1,200.50\",2026-09-30,2026-01-02,60\n"
                                       "Open two,Offer,$99.00,,2026-01-03,75\n"
                                       "Won one,won,7,2026-02-03,2026-01-04,\n"
                                       "Won two,Won,8,,2026-01-04,\n");
    CHECK(report.created == 4);
    REQUIRE(report.questions.size() == 1);
    CHECK(report.questions.front().about == transfer::ImportQuestion::About::ClosingDay);
    std::map<QString, Deal> byName;
    for (const Deal &deal : test::all<Deal>(book))
        byName[deal.name] = deal;
    const Deal &open = byName[u"Open one"_s];
    CHECK(open.amount == 120050);
    CHECK(open.currency == u"EUR"_s);
    CHECK(open.expectedClose == QDate(2026, 9, 30));
    CHECK(open.probabilityOverride == std::nullopt);
    CHECK(byName[u"Open two"_s].probabilityOverride == 75);
    CHECK(byName[u"Open two"_s].currency == u"USD"_s);
    CHECK(open.rank < byName[u"Open two"_s].rank);
    const Deal &won = byName[u"Won one"_s];
    CHECK(won.status == StageType::Won);
    CHECK(won.closedOn == QDate(2026, 2, 3));
    CHECK(formatInstant(won.stageEnteredAt.ms) == u"2026-02-03T00:00:00Z"_s);
    CHECK(formatInstant(open.stageEnteredAt.ms) == u"2026-01-02T00:00:00Z"_s);
    CHECK(formatInstant(book.record({EntityKind::Deal, open.id.value}).createdAt.ms)
          == u"2026-01-02T00:00:00Z"_s);
    CHECK(childRecords(book, EntityKind::StageVisit, {EntityKind::Deal, won.id.value}).size() == 1);
}

TEST_CASE(
    "A deal won elsewhere than in its stage goes to the won stage; one without a date takes its own day",
    "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    import(book, deals(),
           "Deal - Title,Deal - Stage,Deal - Status,Deal - Deal created\nA,Offer,Won,2026-01-02\n");
    CHECK(onlyDeal(book).status == StageType::Won);
    CHECK(onlyDeal(book).closedOn == QDate(2026, 1, 2));
}

TEST_CASE("A deal that moves by an import closes its earlier stay and begins the next", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    ImportRequest request = deals();
    request.match = {u"external_id"_s};
    request.existing = DuplicatePolicy::Overwrite;
    import(book, request, "Title,Stage,Deal ID,Close date\nA,Offer,7,\n");
    CHECK(import(book, request, "Title,Stage,Deal ID,Close date\nA,Won,7,2026-05-01\n").updated == 1);
    const Deal deal = onlyDeal(book);
    CHECK(deal.status == StageType::Won);
    const auto visits = childRecords(book, EntityKind::StageVisit, {EntityKind::Deal, deal.id.value});
    REQUIRE(visits.size() == 2);
    CHECK(as<StageVisit>(visits[0]).leftAt == deal.stageEnteredAt);
    CHECK_FALSE(as<StageVisit>(visits[1]).leftAt);
}

TEST_CASE("Even an empty book takes deals: pipeline, stages, products and tags are made when told",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request = deals();
    request.createMissing = {EntityKind::Stage, EntityKind::Product, EntityKind::Tag};
    const ImportReport report =
        import(book, request,
               "Title,Stage,Product,Quantity,Tags\nA,Prospecting,Pump,2.5,\"big; new\"\nB,Won,Pump,,big\n");
    CHECK(report.created == 2);
    CHECK(book.count(EntityKind::Pipeline) == 1);
    CHECK(book.count(EntityKind::Product) == 1);
    CHECK(book.count(EntityKind::Tag) == 2);
    CHECK(book.count(EntityKind::TagLink) == 3);
    const auto stages = test::all<Stage>(book);
    REQUIRE(stages.size() == 2);
    CHECK(stages[0].probability == 50);
    CHECK(stages[1].type == StageType::Won);
    const auto items = test::all<LineItem>(book);
    REQUIRE(items.size() == 2);
    CHECK(items[0].quantityMilli == 2500);
    CHECK(test::all<Deal>(book).front().product == items[0].product);
}

TEST_CASE("An activity is linked to the records it names", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const CompanyId acme = book.add(Company{.name = u"Acme"_s});
    book.add(Contact{.firstName = u"Ana"_s, .lastName = u"Núñez"_s});
    const ImportReport report =
        import(book, {.kind = EntityKind::Activity},
               "Type,Subject,Date,Minutes,Contact,Company\nCall,Hello,2023-03-04 10:00,15,Ana Nunez,Acme\n");
    CHECK(report.created == 1);
    CHECK(book.count(EntityKind::ActivityLink) == 2);
    const Activity call = test::all<Activity>(book).front();
    CHECK(call.duration == 900);
    CHECK(book.load<Company>(acme).lastActivity == call.at);
}

TEST_CASE("An import that is cancelled, or whose question is open, changes nothing", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    QByteArray csv = "Last name\n";
    for (int i = 0; i < 1000; ++i)
        csv += "N" + QByteArray::number(i) + '\n';
    const test::TextFile file(csv);
    const auto result =
        transfer::importFile(book.connection(), {.path = file.path()}, contacts(), book.actor(),
                             [](qint64 done, qint64 all) { return done * 2 < all; });
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Cancelled);
    CHECK(book.count(EntityKind::Contact) == 0);
    CHECK(refusal(book, deals(), "Title,Value\nA,\"1,234\"\n")
              .contains(u"is the decimal mark a comma or a point?"_s));
    CHECK(book.count(EntityKind::Deal) == 0);
}

TEST_CASE("A file that is changed while it is read is refused; one that only vanishes is taken whole",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    QByteArray rows = "Name\n";
    for (int i = 0; i < 3'000; ++i) // more than one chunk
        rows += "Company " + QByteArray::number(100'000 + i) + QByteArray(400, 'x') + '\n';
    const test::TextFile file(rows);
    const auto change = [&](const QByteArray &content) {
        QFile other(file.path());
        REQUIRE(other.open(QIODevice::ReadWrite | QIODevice::Truncate));
        other.write(content);
    };
    const QString how = GENERATE(u"cut"_s, u"longer"_s, u"overwritten"_s, u"gone"_s);
    CAPTURE(how);
    bool isDone = false;
    const auto report =
        transfer::importFile(book.connection(), {.path = file.path()}, {.kind = EntityKind::Company},
                             book.actor(), [&](qint64, qint64) {
                                 if (std::exchange(isDone, true))
                                     return true;
                                 if (how == u"cut")
                                     change(rows.left(rows.size() / 2));
                                 else if (how == u"longer")
                                     change(rows + "One more\n");
                                 else if (how == u"overwritten")
                                     change(QByteArray(rows).replace("Company 1", "Kompany 1"));
                                 else
                                     QFile::remove(file.path());
                                 return true;
                             });
    REQUIRE(isDone);
    if (how == u"gone") {
        CHECK(valueOf(report).created == 3'000);
        return;
    }
    REQUIRE_FALSE(report);
    CHECK(report.error().code == ErrorCode::Unreadable);
    CHECK(inEnglish(report.error().text) == u"The file was changed while it was read."_s);
    CHECK(book.count(EntityKind::Company) == 0);
}

TEST_CASE("A file that is not there, or has nothing we know, is refused in one sentence", "[transfer]")
{
    FreshBook book(sql::Engine::Sqlite);
    const auto missing =
        transfer::importFile(book.connection(), {.path = u"/nowhere/x.csv"_s}, {}, book.actor());
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::Unreadable);
    CHECK(refusal(book, contacts(), "Moon,Phase\n1,2\n")
          == u"None of the columns is known for contacts: Moon, Phase. Say where they go."_s);
    ImportRequest request = contacts();
    request.values = {{u"city"_s, u"a"_s, u"b"_s}};
    CHECK(refusal(book, request, "Last name\nOne\n")
          == u"Values of “city” are to be replaced, but no column goes there."_s);
}

TEST_CASE("An amount never takes on another currency by accident", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    import(book, deals(), "Title,Value,Deal ID\nA,100,7\n");
    ImportRequest request = deals();
    request.currency = u"USD"_s;
    request.match = {u"external_id"_s};
    request.existing = DuplicatePolicy::Overwrite;
    CHECK(firstReason(import(book, request, "Title,Value,Deal ID\nA,200,7\n"))
          == u"The amount is in USD, the record in the book in EUR."_s);
    CHECK(import(book, request, "Title,Value,Currency,Deal ID\nA,200,USD,7\n").updated == 1);
    CHECK(onlyDeal(book).currency == u"USD"_s);
}
