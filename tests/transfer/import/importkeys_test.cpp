// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing twice: by what rows are known to be records of the book, and the file that comes again.
#include "transfer/import/importkeys.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "support/transfer.h"
#include "transfer/import/importpreview.h"
#include "transfer/rows/importmatch.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;
using transfer::DuplicatePolicy;
using transfer::ImportKeys;
using transfer::ImportReport;
using transfer::ImportRequest;

namespace {

ImportRequest proposed(EntityKind kind)
{
    return {.kind = kind, .keys = ImportRequest::Keys::Proposed};
}

ImportKeys keysOf(EntityKind kind, const QStringList &columns, const QString &system = {})
{
    return transfer::proposedKeys(valueOf(exchange::planImport(kind, columns, {}, {})), system);
}

const QByteArray people = "First name,Last name,Email\nAnna,Berg,office@a.example\nBob,Cole,bob@a.example\n";

} // namespace

TEST_CASE("Rows are known by the other system's id, else by e-mail, else it is asked", "[transfer]")
{
    const QStringList contact{u"Record ID"_s, u"Last name"_s, u"Email"_s};
    CHECK(keysOf(EntityKind::Contact, contact, u"hubspot"_s) == ImportKeys{{u"external_id"_s}, {u"email"_s}});
    CHECK(keysOf(EntityKind::Contact, {u"ID"_s, u"Last name"_s, u"Email"_s})
          == ImportKeys{{u"email"_s}, {}}); // whose id?
    CHECK(keysOf(EntityKind::Contact, {u"ID"_s, u"Last name"_s, u"Email"_s}, u"crm"_s).match
          == QStringList{u"external_id"_s});
    CHECK(keysOf(EntityKind::Contact, {u"Last name"_s, u"City"_s}).match.isEmpty());
    CHECK(keysOf(EntityKind::Company, {u"Name"_s, u"City"_s}).match.isEmpty());
    CHECK(keysOf(EntityKind::Product, {u"Name"_s, u"Price"_s}).match == QStringList{u"name"_s});
}

TEST_CASE("The window proposes what the command line does", "[transfer]")
{
    const TextFile file("ID,Last name,Email\n1,Berg,anna@a.example\n");
    const auto source = valueOf(transfer::openSource({.path = file.path()}));
    const auto preview = valueOf(transfer::previewImport(*source, EntityKind::Contact, {}));
    CHECK(QStringList{preview.match}
          == keysOf(EntityKind::Contact, {u"ID"_s, u"Last name"_s, u"Email"_s}).match);
}

TEST_CASE("The window shows what a column that nothing takes could become", "[transfer]")
{
    const TextFile file("Last name,Moon,Weight\nBerg,full,70\nCole,new,80.5\n");
    const auto source = valueOf(transfer::openSource({.path = file.path()}));
    const auto preview = valueOf(transfer::previewImport(*source, EntityKind::Contact, {}));
    REQUIRE(preview.rest.size() == 2);
    CHECK(preview.rest[0].field.label == u"Moon"_s);
    CHECK(preview.rest[1].field.kind == CustomKind::Number);
    CHECK(preview.rest[1].sample == u"70"_s);
}

TEST_CASE("A number in a file is one of the book, whichever way either of them is written", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    ImportRequest request{.kind = EntityKind::Contact};
    import(book, request,
           "First name,Last name,Phone\n"
           "Anna,Berg,+49 (0)30 5550123\n"
           "Bob,Cole,+49 30 5550144 ext. 12\n");
    request.match = {u"phone"_s};
    request.existing = DuplicatePolicy::Overwrite;
    const ImportReport report = import(book, request,
                                       "First name,Last name,Phone,Job title\n"
                                       "Anna,Berg,030 5550123,Boss\n"
                                       "Bob,Cole,0049 30 5550144,Clerk\n"
                                       "Cara,Dorn,+43 30 5550123,Owner\n");
    CHECK(report.updated == 2);
    CHECK(report.created == 1);
    CHECK(named<Contact>(book, u"Anna Berg"_s).jobTitle == u"Boss"_s);
    CHECK(named<Contact>(book, u"Bob Cole"_s).jobTitle == u"Clerk"_s);
    // Anna's number is there already; Bob's is one without his extension, which is another thing to dial
    CHECK(all<ContactPoint>(book).size() == 4);
}

TEST_CASE("A number that stands in two columns is one, written as the whole of it", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    import(book, {.kind = EntityKind::Contact},
           "Last name,Phone,Mobile,Fax\nOne,030 5550123,+49 (0)30 555-0123,030 5550123 ext. 9\n");
    const std::vector<ContactPoint> points = all<ContactPoint>(book);
    REQUIRE(points.size() == 2); // the extension is another thing to dial
    CHECK(points[0].primary);
    CHECK(points[0].place == ContactPointPlace::Work);
    CHECK(points[0].value == u"+49 (0)30 555-0123"_s);
    CHECK(points[1].value == u"030 5550123 ext. 9"_s);
}

TEST_CASE("Somebody of another name who shares an address is somebody else, and not lost", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    import(book, proposed(EntityKind::Contact), people);
    const ImportReport report = import(book, proposed(EntityKind::Contact),
                                       "First name,Last name,Email\n"
                                       "Cara,Dorn,office@a.example\n"
                                       "A.,Berg,office@a.example\n"
                                       "Bob,Cole-Lang,BOB@a.example\n");
    CHECK(report.match == QStringList{u"email"_s});
    CHECK(report.created == 1);
    CHECK(report.unchanged == 2);
    CHECK(all<Contact>(book).size() == 3);
    // Both are found by the address now, and told apart by the name.
    const ImportReport again = import(book, proposed(EntityKind::Contact),
                                      "First name,Last name,Email\nCara,Dorn,office@a.example\n,,\n");
    CHECK(again.created == 0);
    CHECK(again.unchanged == 1);
}

TEST_CASE("Somebody at a company that comes with them is known by name and company in the rows below",
          "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    const ImportReport report = import(book,
                                       {.kind = EntityKind::Contact,
                                        .match = {u"name"_s, u"company"_s},
                                        .createMissing = {EntityKind::Company}},
                                       "Name,Company\nAnna Berg,Alpha\nAnna Berg,Alpha\n"
                                       "Carl Dorn,Beta\nCarl Dorn,Beta\nCarl Dorn,Alpha\n");
    CHECK(report.rejected == 0);
    CHECK(report.created == 3); // Carl Dorn at Alpha is somebody else
    CHECK(report.unchanged == 2);
    CHECK(all<Contact>(book).size() == 3);
}

TEST_CASE("Names that may be one person's", "[transfer]")
{
    using transfer::maySamePerson;
    CHECK(maySamePerson({u"Anna"_s, u"Berg"_s}, {u"A."_s, u"Berg"_s}));
    CHECK(maySamePerson({u"Anna"_s, u"Berg"_s}, {u"ANNA"_s, u"Lind"_s}));
    CHECK(maySamePerson({{}, u"anna@a.example"_s}, {u"Anna"_s, u"Berg"_s}));
    CHECK(maySamePerson({{}, u"Berg"_s}, {u"Anna"_s, u"Berg"_s}));
    CHECK(maySamePerson({}, {u"Anna"_s, u"Berg"_s}));
    CHECK_FALSE(maySamePerson({u"Anna"_s, u"Berg"_s}, {u"Tom"_s, u"Berg"_s}));
    CHECK_FALSE(maySamePerson({{}, u"Cole"_s}, {u"Anna"_s, u"Berg"_s}));
}

TEST_CASE("The very file that was imported is recognised, and adds nothing", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    const TextFile file("Name,City\nAlpha,Ulm\nAlpha,Bonn\nBeta,Jena\n", u"firms.csv"_s);
    const auto run = [&](const ImportRequest &request) { return importFile(book, request, file.path()); };
    const ImportReport first = run(proposed(EntityKind::Company));
    CHECK(first.created == 3);
    CHECK_FALSE(first.earlier);

    const QByteArray before = exportedWhole(book);
    const ImportReport second = run(proposed(EntityKind::Company));
    REQUIRE(second.earlier);
    CHECK(second.earlier->id == first.step.id);
    CHECK(second.unchanged == 3);
    CHECK(second.rejected == 0);
    CHECK(second.step.id == 0);
    CHECK(exportedWhole(book) == before);

    // As another kind, or with other content, it is another file.
    CHECK_FALSE(
        importFile(book, proposed(EntityKind::Company), TextFile("Name,City\nAlpha,Ulm\nGamma,Bonn\n").path())
            .earlier);
    // It can be made once more.
    ImportRequest anew = proposed(EntityKind::Company);
    anew.existing = DuplicatePolicy::Create;
    const ImportReport third = run(anew);
    CHECK(third.earlier);
    CHECK(third.created == 3);
}

TEST_CASE("The same file again undoes nothing of what was changed in the book since", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    givenPipeline(book);
    const TextFile file("Deal name,Stage,Next step\nTowers,Qualified,Visit\nCranes,Offer,\n", u"deals.csv"_s);
    importFile(book, proposed(EntityKind::Deal), file.path());
    const Deal towers = named<Deal>(book, u"Towers"_s);
    Deal moved = towers;
    moved.stage = named<Deal>(book, u"Cranes"_s).stage;
    moved.description = u"They like it."_s;
    book.commit({Sentence::verbatim(u"Move"_s), {update(towers, moved)}});
    const ImportReport again = importFile(book, proposed(EntityKind::Deal), file.path());
    CHECK(again.earlier);
    CHECK(again.unchanged == 2);
    CHECK(named<Deal>(book, u"Towers"_s).stage == moved.stage);
    CHECK(book.count(EntityKind::Activity) == 1); // no second next step
}

TEST_CASE("A record that was made for its name gets what its own file says", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    ImportRequest contacts = proposed(EntityKind::Contact);
    contacts.system = u"crm"_s;
    contacts.createMissing = {EntityKind::Company};
    import(book, contacts, "Last name,Account Id,Account Name\nBerg,7,Alpha\n");
    ImportRequest companies = proposed(EntityKind::Company);
    companies.system = u"crm"_s;
    const ImportReport report = import(book, companies, "ID,Name,Description\n7,Alpha Ltd,Steel\n");
    CHECK(report.match == QStringList{u"external_id"_s});
    CHECK(report.updated == 1);
    CHECK(all<Company>(book).size() == 1);
    CHECK(named<Company>(book, u"Alpha"_s).description == u"Steel"_s);
}

TEST_CASE("A file that was taken back is new again, and known once it is there again", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    const TextFile file("Name,City\nAlpha,Ulm\n");
    const ImportReport first = importFile(book, proposed(EntityKind::Company), file.path());
    const auto undone = valueOf(store::revert(book.connection(), first.step.id, book.actor()));
    ImportRequest check = proposed(EntityKind::Company);
    check.mode = transfer::RunMode::Dry;
    CHECK_FALSE(importFile(book, check, file.path()).earlier);
    valueOf(store::revert(book.connection(), undone.operation.id, book.actor()));
    CHECK(importFile(book, check, file.path()).earlier);
}

TEST_CASE("A check leaves no trace of the file", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    const TextFile file("Name,City\nAlpha,Ulm\n");
    ImportRequest check = proposed(EntityKind::Company);
    check.mode = transfer::RunMode::Dry;
    importFile(book, check, file.path());
    CHECK_FALSE(importFile(book, check, file.path()).earlier);
}

TEST_CASE("The same file with more columns taken fills in what was missing", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    const TextFile file("Name,City,Moon\nAlpha,Ulm,full\n");
    importFile(book, proposed(EntityKind::Company), file.path());
    ImportRequest more = proposed(EntityKind::Company);
    more.rest = exchange::RestPolicy::Own;
    const ImportReport report = importFile(book, more, file.path());
    CHECK(report.updated == 1);
    CHECK(report.created == 0);
    CHECK(named<Company>(book, u"Alpha"_s).custom.contains(u"full"_s));
}

TEST_CASE("The same file with columns for the note adds them once", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    const TextFile file("Name,City,Moon\nAlpha,Ulm,full\n");
    importFile(book, proposed(EntityKind::Company), file.path());
    ImportRequest more = proposed(EntityKind::Company);
    more.rest = exchange::RestPolicy::Note;
    CHECK(importFile(book, more, file.path()).updated == 1);
    CHECK(named<Company>(book, u"Alpha"_s).description == u"Moon: full"_s);
    CHECK(importFile(book, more, file.path()).unchanged == 1);
}

TEST_CASE("Names that are in the book already are asked about once, until a key is said", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    import(book, proposed(EntityKind::Company), "Name,City\nAlpha,Ulm\nBeta,Jena\n");
    const ImportReport report =
        import(book, proposed(EntityKind::Company), "Name,City\nalpha,Bonn\nBETA,Bern\nGamma,Graz\n");
    CHECK(report.created == 3);
    REQUIRE(report.questions.size() == 1);
    CHECK(report.questions[0].about == transfer::ImportQuestion::About::Known);
    CHECK(report.questions[0].rows == 2);
    CHECK(import(book, {.kind = EntityKind::Company}, "Name,City\nAlpha,Bonn\n").questions.empty());
    // An empty book has nothing to ask about.
    FreshBook other(sql::Engine::Sqlite);
    CHECK(
        import(other, proposed(EntityKind::Company), "Name,City\nAlpha,Ulm\nBeta,Bonn\n").questions.empty());
}
