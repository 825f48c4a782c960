// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/inenglish.h"
#include "domain/records/user.h"
#include "support/transfer.h"
#include "transfer/import/importauto.h"
#include "transfer/rows/importwaiting.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::import;
using test::named;
using test::valueOf;
using transfer::DuplicatePolicy;
using transfer::ImportReport;
using transfer::ImportRequest;
using transfer::LinkFault;
using transfer::Pass;
using transfer::RowCircles;
using transfer::RowTies;

namespace {

ImportRequest companies()
{
    return {.kind = EntityKind::Company, .createMissing = {EntityKind::Company}};
}

QString parentOf(FreshBook &book, const QString &company)
{
    const CompanyId id = named<Company>(book, company).parent;
    return id ? book.load<Company>(id).name : QString();
}

// Every company once, in the order of their names.
QStringList companyNames(FreshBook &book)
{
    QStringList names;
    for (const Company &company : test::all<Company>(book))
        names += company.name;
    names.sort();
    return names;
}

// "3: Acme" for each link that was left out because of a circle.
QStringList circlesIn(const ImportReport &report)
{
    QStringList circles;
    for (const transfer::MissingLink &link : report.missingLinks) {
        if (link.fault == LinkFault::Circle)
            circles += QString::number(link.line) + u": "_s + link.text;
    }
    return circles;
}

QHash<qint64, Pass> passesOf(const std::vector<RowTies> &rows)
{
    RowCircles circles;
    for (const RowTies &row : rows)
        circles.wanted(row);
    for (const RowTies &row : rows)
        circles.called(row);
    for (const RowTies &row : rows)
        circles.tie(row);
    return circles.passes();
}

} // namespace

TEST_CASE("Of rows that wait in a circle the last one goes in without its link", "[transfer]")
{
    const QHash<qint64, Pass> passes = passesOf({{2, {u"a"_s}, {u"b"_s}},
                                                 {3, {u"b"_s}, {u"c"_s}},
                                                 {4, {u"c"_s}, {u"a"_s}},
                                                 {5, {u"d"_s}, {u"a"_s}},            // waits for the circle
                                                 {6, {u"e"_s}, {u"nobody"_s}},       // waits for none of them
                                                 {7, {u"f"_s}, {u"e"_s}},            // waits for that
                                                 {8, {u"g"_s}, {u"#9"_s, u"g"_s}}}); // its own parent
    CHECK(passes.value(2) == Pass::MayWait);
    CHECK(passes.value(3) == Pass::MayWait);
    CHECK(passes.value(4) == Pass::Circle);
    CHECK(passes.value(5) == Pass::MayWait);
    CHECK_FALSE(passes.contains(6));
    CHECK(passes.value(7) == Pass::MayWait);
    CHECK(passes.value(8) == Pass::Circle);
    CHECK(passesOf({}).isEmpty());
}

TEST_CASE("A company that is its own parent goes in once, without a parent, and that is told", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report = import(book, companies(), "Name,Parent\nAcme,Acme\nBeta,ACME \nGamma,\n");
    CHECK(companyNames(book) == QStringList{u"Acme"_s, u"Beta"_s, u"Gamma"_s});
    CHECK(report.created == 3);
    CHECK(report.alsoCreated.empty());
    CHECK(parentOf(book, u"Acme"_s).isEmpty());
    CHECK(parentOf(book, u"Beta"_s) == u"Acme"_s);
    CHECK(circlesIn(report) == QStringList{u"2: Acme"_s});
    CHECK(inEnglish(transfer::sentenceOf(report.missingLinks.front(), report.system))
          == u"“Acme” leads back to this record in a circle, so that link was left out."_s);
}

TEST_CASE("Companies that are each other's parents go in once each", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report =
        import(book, companies(), "Name,Parent\nAlpha,Beta\nBeta,Gamma\nGamma,Alpha\nDelta,Gamma\n");
    CHECK(companyNames(book) == QStringList{u"Alpha"_s, u"Beta"_s, u"Delta"_s, u"Gamma"_s});
    CHECK(parentOf(book, u"Alpha"_s) == u"Beta"_s);
    CHECK(parentOf(book, u"Beta"_s) == u"Gamma"_s);
    CHECK(parentOf(book, u"Gamma"_s).isEmpty());
    CHECK(parentOf(book, u"Delta"_s) == u"Gamma"_s);
    CHECK(circlesIn(report) == QStringList{u"4: Alpha"_s});

    // The second time they are there, and the circle is still none.
    ImportRequest again = companies();
    again.match = {u"name"_s};
    again.existing = GENERATE(DuplicatePolicy::Fill, DuplicatePolicy::Overwrite);
    const ImportReport second =
        import(book, again, "Name,Parent\nAlpha,Beta\nBeta,Gamma\nGamma,Alpha\nDelta,Gamma\n");
    CHECK(second.unchanged == 4);
    CHECK(parentOf(book, u"Gamma"_s).isEmpty());
    CHECK(circlesIn(second) == QStringList{u"4: Alpha"_s});
}

TEST_CASE("What is said of links by name counts those that were found, too", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report =
        import(book, companies(), "Company,Parent company\nTotal,Total\nAcme,Beta\nBeta,Acme\n");
    CHECK(parentOf(book, u"Acme"_s) == u"Beta"_s);
    REQUIRE(report.links.size() == 1);
    CHECK(report.links[0].found == 1);
    CHECK(report.links[0].asked == 3);
}

TEST_CASE("A parent that comes later in the file, and has one that is not in it, is made once", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report = import(book, companies(), "Name,Parent\nBeta,Alpha\nAlpha,Holding\n");
    CHECK(companyNames(book) == QStringList{u"Alpha"_s, u"Beta"_s, u"Holding"_s});
    CHECK(parentOf(book, u"Beta"_s) == u"Alpha"_s);
    CHECK(parentOf(book, u"Alpha"_s) == u"Holding"_s);
    CHECK(report.linksMissing() == 0);
}

TEST_CASE("Nobody is lost in a circle of ids, of people who report to each other, or of follow-ups",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport firms =
        import(book, {.kind = EntityKind::Company}, "ID,Name,Parent Id\n1,Alpha,2\n2,Beta,1\n3,Gamma,3\n");
    CHECK(firms.created == 3);
    CHECK(parentOf(book, u"Alpha"_s) == u"Beta"_s);
    CHECK(parentOf(book, u"Beta"_s).isEmpty());
    CHECK(circlesIn(firms) == QStringList{u"3: 1"_s, u"4: 3"_s});

    // The name beside such an id is not another company's of that name.
    const ImportReport beside =
        import(book, {.kind = EntityKind::Company}, "ID,Name,Parent Id,Parent\n9,Delta,9,Alpha\n");
    CHECK(circlesIn(beside) == QStringList{u"2: 9"_s});
    CHECK(parentOf(book, u"Delta"_s).isEmpty());

    const ImportReport people = import(
        book, {.kind = EntityKind::Contact, .createMissing = {EntityKind::Contact}},
        "First Name,Last Name,Reports To\nAnna,Berg,Bob Cole\nBob,Cole,\"Berg, Anna\"\nEva,Lang,Eva Lang\n");
    CHECK(people.created == 3);
    CHECK(people.alsoCreated.empty());
    CHECK(test::all<Contact>(book).size() == 3);
    CHECK(circlesIn(people) == QStringList{u"3: Berg, Anna"_s, u"4: Eva Lang"_s});

    ImportRequest calls{.kind = EntityKind::Activity, .set = {{u"kind"_s, u"call"_s}}};
    calls.map = {{u"After"_s, u"follow_up_of.external_id"_s}};
    const ImportReport activities =
        import(book, calls, "ID,Subject,Start Date,After\n71,Hello,2020-03-04,72\n72,Again,2020-03-05,71\n");
    CHECK(activities.created == 2);
    CHECK(circlesIn(activities) == QStringList{u"3: 71"_s});
}

TEST_CASE("A follow-up of something that is only described goes in, and keeps the words", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report =
        import(book, {.kind = EntityKind::Activity},
               "Type,Subject,Start Date,Follow-up of\nCall,Again,2020-03-05,The first call\n");
    CHECK(report.rejected == 0);
    REQUIRE(test::all<Activity>(book).size() == 1);
    CHECK(test::all<Activity>(book).front().note.contains(u"The first call"_s));
}

TEST_CASE("Two users who manage each other's teams, and one her own, are there once each", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const size_t before = test::all<User>(book).size();
    const ImportRequest users{.kind = EntityKind::User,
                              .createMissing = {EntityKind::User, EntityKind::Team}};
    const ImportReport report = import(
        book, users,
        "Name,Team,Manager\nMia North,Northern,Sam South\nSam South,Southern,Mia North\nWera West,Western,Wera West\n");
    CHECK(report.created == 3);
    CHECK(report.rejected == 0);
    CHECK(test::all<User>(book).size() == before + 3);
    const auto managerOf = [&](const QString &team) {
        const UserId id = named<Team>(book, team).manager;
        return id ? book.load<User>(id).name : QString();
    };
    CHECK(managerOf(u"Northern"_s) == u"Sam South"_s);
    CHECK(managerOf(u"Southern"_s) == u"Mia North"_s);
    CHECK(managerOf(u"Western"_s) == u"Wera West"_s);
}

TEST_CASE("A company that is its own parent through three files is told of, and nothing is twice",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const bool byId = GENERATE(true, false);
    test::Folder folder;
    folder.add(u"companies1.csv"_s, byId ? "ID,Name,Parent Id\n1,Alpha,2\n" : "Name,Parent\nAlpha,Beta\n");
    folder.add(u"companies2.csv"_s, byId ? "ID,Name,Parent Id\n2,Beta,3\n" : "Name,Parent\nBeta,Gamma\n");
    folder.add(u"companies3.csv"_s, byId ? "ID,Name,Parent Id\n3,Gamma,1\n" : "Name,Parent\nGamma,Alpha\n");
    for (int run = 0; run < 2; ++run) {
        const transfer::AutoReport report =
            valueOf(transfer::importAuto(book.connection(), {.path = folder.path()}, book.actor()));
        CHECK(companyNames(book) == QStringList{u"Alpha"_s, u"Beta"_s, u"Gamma"_s});
        CHECK(report.rejected() == 0);
        QStringList circles;
        for (const auto &part : report.parts)
            circles += circlesIn(part.report);
        CHECK(circles.size() == 1);
        int parents = 0;
        for (const Company &company : test::all<Company>(book))
            parents += company.parent ? 1 : 0;
        CHECK(parents == 2);
        CHECK((run == 0) == (report.step.id != 0)); // the second run changes nothing
    }
}
