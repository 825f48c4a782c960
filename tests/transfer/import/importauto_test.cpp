// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importauto.h"

#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"
#include "store/book/defaults.h"
#include "support/transfer.h"
#include "transfer/import/importparts.h"

#include <set>

using namespace headway;
using namespace Qt::StringLiterals;
using test::Folder;
using test::FreshBook;
using test::importedAll;
using test::importedWith;
using test::named;
using test::refusalOf;
using test::valueOf;
using transfer::AutoReport;

namespace {

// A small CRM: nothing here says whose files they are, and their names sort the wrong way round.
void fill(Folder &folder)
{
    folder.add(u"contacts.csv"_s,
               "ID,Name,Email,Account Id\n31,Anna Berg,anna@a.example,1\n32,Bob Cole,,7\n33,Eva Lang,,99\n");
    folder.add(u"deals.csv"_s,
               "ID,Deal Name,Account Id,Contact Id,Stage\n51,Towers,1,31,Offer\n52,Cranes,7,32,Qualified\n");
    folder.add(u"organizations.csv"_s, "ID,Name,Parent Id\n7,Alpha,1\n1,Beta,\n2,Gamma,\n");
    folder.add(u"leads.csv"_s, "ID,Name,Company\n61,Lea Lind,Lindholm\n");
    folder.add(
        u"calls.csv"_s,
        "ID,Type,Subject,Date,WhoId,WhatId\n71,Call,Hello,2020-03-04 10:00,61,\n72,Call,Offer,2020-03-05 10:00,31,51\n");
    folder.add(u"readme.md"_s, "Exported on Monday\n");
    folder.add(u"notes.txt"_s, "nothing,of,interest\n1,2,3\n");
}

} // namespace

TEST_CASE("A folder of another system goes in at once: every link, one step, and nothing twice", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder folder;
    fill(folder);
    const AutoReport report = importedAll(book, folder.path());
    CHECK(report.rejected() == 0);
    CHECK(report.left.size() == 2);
    REQUIRE(report.parts.size() == 5);
    CHECK(report.parts.front().path.endsWith("organizations.csv"_L1));
    CHECK(report.parts.back().path.endsWith("calls.csv"_L1));

    const Company beta = named<Company>(book, u"Beta"_s);
    CHECK(named<Company>(book, u"Alpha"_s).parent == beta.id);
    CHECK(named<Contact>(book, u"Anna Berg"_s).company == beta.id);
    CHECK_FALSE(named<Contact>(book, u"Eva Lang"_s).company);
    const Deal towers = named<Deal>(book, u"Towers"_s);
    CHECK(towers.company == beta.id);
    CHECK(towers.contact == named<Contact>(book, u"Anna Berg"_s).id);
    QStringList links;
    for (const ActivityLink &link : test::all<ActivityLink>(book))
        links += book.load<Activity>(link.activity).subject + u' ' + tableName(link.recordKind);
    links.sort();
    CHECK(links == QStringList{u"Hello lead"_s, u"Offer contact"_s, u"Offer deal"_s});
    CHECK(inEnglish(report.step.label).startsWith("Imported 11 records from "_L1));

    const AutoReport again = importedAll(book, folder.path());
    CHECK(again.step.id == 0);
    REQUIRE(again.parts.size() == 5);
    for (const AutoReport::Part &part : again.parts)
        CHECK(part.report.created == 0);
    CHECK(book.undo() == inEnglish(report.step.label));
    CHECK(book.count(EntityKind::Company) == 0);
    CHECK(book.count(EntityKind::Activity) == 0);
}

TEST_CASE("A sheet of people, organisations and deals makes all of them, linked", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder folder;
    folder.add(
        u"export.csv"_s,
        "Person - Name,Person - Email,Organization - Name,Deal - Title,Deal - Value,Deal - Currency,Deal - Moon\n"
        "Anna Berg,anna@a.example,Alpha,Towers,100,EUR,full\n"
        "Anna Berg,anna@a.example,Alpha,Cranes,200,EUR,new\n"
        "Bob Cole,,Beta,,,,\n");
    const AutoReport report = importedAll(book, folder.path(u"export.csv"_s));
    CHECK(report.rejected() == 0);
    REQUIRE(report.parts.size() == 3);
    CHECK(book.count(EntityKind::Company) == 2);
    CHECK(book.count(EntityKind::Contact) == 2);
    CHECK(book.count(EntityKind::Deal) == 2);
    const Deal cranes = named<Deal>(book, u"Cranes"_s);
    CHECK(cranes.amount == 20'000);
    CHECK(cranes.contact == named<Contact>(book, u"Anna Berg"_s).id);
    CHECK(cranes.company == named<Company>(book, u"Alpha"_s).id);
    CHECK(named<Contact>(book, u"Bob Cole"_s).company == named<Company>(book, u"Beta"_s).id);
    for (const AutoReport::Part &part : report.parts)
        CHECK(part.report.plan.notImported.contains(u"Deal - Moon"_s));
}

TEST_CASE("The name of a file says what its activities are, unless it names several kinds", "[transfer]")
{
    CHECK(transfer::activityKindInName(u"hubspot-all-tasks-2026"_s) == ActivityKind::Task);
    CHECK(transfer::activityKindInName(u"Termine_2026"_s) == ActivityKind::Meeting);
    CHECK(transfer::activityKindInName(u"AllEmails"_s) == ActivityKind::Email);
    CHECK_FALSE(transfer::activityKindInName(u"calls and notes"_s));
    CHECK_FALSE(transfer::activityKindInName(u"export"_s));
}

TEST_CASE("Days on which something is due are known in several languages, however they are written",
          "[transfer]")
{
    const auto isDue = [](const QString &header) {
        const auto plan = valueOf(exchange::planImport(EntityKind::Activity, {u"Subject"_s, header},
                                                       {.map = {{header, u"at"_s}}}, {}));
        return transfer::activityFile(plan, {}).isDue;
    };
    for (const QString &header : {u"Due Date"_s, u"DueDate"_s, u"due_date"_s, u"Fällig am"_s,
                                  u"Fälligkeitsdatum"_s, u"Date d’échéance"_s, u"Fecha de vencimiento"_s}) {
        CAPTURE(header);
        CHECK(isDue(header));
    }
    CHECK_FALSE(isDue(u"Date"_s));
    CHECK_FALSE(isDue(u"Duet"_s));
}

TEST_CASE("A question in one file stops the whole, and names it; nothing is made", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder folder;
    fill(folder);
    folder.add(u"opportunities.csv"_s, "ID,Deal Name,Close Date\n91,Later,03/04/2026\n");
    CHECK(refusalOf(book, {.path = folder.path()}).startsWith(u"opportunities.csv: “03/04/2026”"_s));
    CHECK(book.count(EntityKind::Company) == 0);
    transfer::AutoRequest answered{.path = folder.path()};
    answered.rules.dateOrder = DateOrder::DayMonthYear;
    CHECK(importedWith(book, answered).step.id > 0);
    CHECK(named<Deal>(book, u"Later"_s).expectedClose == QDate(2026, 4, 3));
}

TEST_CASE("What a folder would import is seen before, and can be corrected", "[transfer]")
{
    FreshBook book(sql::Engine::Sqlite);
    test::givenPipeline(book);
    Folder folder;
    folder.add(u"a.csv"_s, "Name,Company\nLea Lind,Lindholm\n");
    folder.add(u"moons.csv"_s, "Moon,Craters\nIo,1\n");
    folder.add(u"organizations.csv"_s, "ID,Name\n7,Alpha\n");
    folder.add(u"opportunities.csv"_s, "ID,Deal Name,Close Date\n91,Later,03/04/2026\n");
    const auto seen = valueOf(transfer::previewAuto({.path = folder.path()}, {}));
    REQUIRE(seen.parts.size() == 3);
    CHECK(seen.parts.front().path == folder.path(u"organizations.csv"_s));
    CHECK(seen.parts.back().questions.size() == 1); // the day
    REQUIRE(seen.left.size() == 1);

    transfer::AutoRequest said{.path = folder.path(),
                               .files = {folder.path(u"a.csv"_s), folder.path(u"moons.csv"_s)},
                               .said = {{.path = folder.path(u"a.csv"_s), .kind = EntityKind::Lead},
                                        {.path = folder.path(u"moons.csv"_s), .kind = EntityKind::Company}}};
    const AutoReport report = importedWith(book, said);
    REQUIRE(report.parts.size() == 1);
    CHECK(report.parts.front().request.kind == EntityKind::Lead);
    CHECK(report.left.size() == 1); // nothing in it is of a company
    CHECK(inEnglish(report.step.label) == u"Imported 1 record from a.csv, moons.csv"_s);
}

TEST_CASE("An empty folder, an archive and a file of nothing known are refused in one sentence", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    CHECK(refusalOf(book, {.path = folder.path()}).startsWith("There are no files in "_L1));
    folder.add(u"x.csv"_s, "Moon,Phase\nfull,1\n");
    CHECK(refusalOf(book, {.path = folder.path(u"x.csv"_s)})
              .startsWith("x.csv: What it holds is not clear from its columns: Moon, Phase."_L1));
    folder.add(u"manifest.json"_s, "{}");
    CHECK(refusalOf(book, {.path = folder.path()}).contains("is an archive of a whole book"_L1));
    CHECK_FALSE(refusalOf(book, {.path = folder.path(u"missing.csv"_s)}).isEmpty());
}

TEST_CASE("People without an e-mail address are not taken in twice; two of one name are two", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    folder.add(u"people.csv"_s,
               "Name,Company,Email\nAnna Berg,Alpha,anna@a.example\nJan Novak,Alpha,\nJan Novak,Beta,\n");
    importedAll(book, folder.path());
    CHECK(book.count(EntityKind::Contact) == 3);
    CHECK(importedAll(book, folder.path()).step.id == 0);
    CHECK(book.count(EntityKind::Contact) == 3);
}

TEST_CASE("A row without an id goes in once, though its file is read again for links and comes again",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    folder.add(u"companies-1.csv"_s, "ID,Name,Parent Id\n1,Alpha,9\n,Nordwind,\n");
    folder.add(u"companies-2.csv"_s, "ID,Name,Parent Id\n9,Omega,\n");
    const AutoReport report = importedAll(book, folder.path());
    CHECK(report.rejected() == 0);
    CHECK(book.count(EntityKind::Company) == 3);
    CHECK(named<Company>(book, u"Alpha"_s).parent == named<Company>(book, u"Omega"_s).id);
    CHECK(importedAll(book, folder.path()).step.id == 0);
    CHECK(book.count(EntityKind::Company) == 3);
}

TEST_CASE("A company without an id is not taken for the one of that name in another row", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder folder;
    folder.add(u"companies.csv"_s, "ID,Name,City\n1,Acme,Berlin\n,Acme,Rome\n");
    CHECK(importedAll(book, folder.path()).rejected() == 0);
    std::multiset<QString> cities;
    for (const Company &company : test::all<Company>(book))
        cities.insert(company.city);
    CHECK(cities == std::multiset<QString>{u"Berlin"_s, u"Rome"_s});
    CHECK(importedAll(book, folder.path()).step.id == 0);
}

TEST_CASE("Deals of one name and calls of one day are as many as there are rows", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    Folder folder;
    folder.add(u"deals.csv"_s, "Deal Name,Amount\nRenewal,100\nRenewal,200\nTowers,300\n");
    folder.add(u"calls.csv"_s, "Subject,Date,Description\nHello,2020-03-04,first\nHello,2020-03-04,second\n");
    CHECK(importedAll(book, folder.path()).rejected() == 0);
    std::multiset<qint64> amounts;
    for (const Deal &deal : test::all<Deal>(book))
        amounts.insert(deal.amount.value_or(0));
    CHECK(amounts == std::multiset<qint64>{10'000, 20'000, 30'000});
    CHECK(book.count(EntityKind::Activity) == 2);
    const AutoReport again = importedAll(book, folder.path());
    CHECK(again.rejected() == 0);
    CHECK(again.step.id == 0);
    CHECK(book.count(EntityKind::Deal) == 3);
    CHECK(book.count(EntityKind::Activity) == 2);
}

TEST_CASE("Two unknown systems that both count from 1 are not mixed up", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    Folder one;
    one.add(u"companies.csv"_s, "ID,Name\n1,Alpha\n2,Beta\n");
    Folder other;
    other.add(u"companies.csv"_s, "ID,Name\n1,Gamma\n2,Beta\n");
    importedAll(book, one.path());
    const AutoReport report = importedAll(book, other.path());
    CHECK(report.parts.front().report.created == 1);
    CHECK(book.count(EntityKind::Company) == 3);
    CHECK(named<Company>(book, u"Gamma"_s).id);
}

TEST_CASE("An answer is for the files that ask, and one that no file asks for is refused", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    book.addLeadStatuses();
    Folder folder;
    folder.add(u"leads.csv"_s, "ID,Last name,Lead Status\n1,Lind,Sleeping\n");
    folder.add(u"deals.csv"_s, "ID,Deal Name,Stage\n5,Towers,Offer\n");
    folder.add(u"calls.csv"_s, "ID,Subject,Call Start Time,Call Duration\n7,Ring,2023-03-04 10:00,15\n");
    folder.add(u"activities.csv"_s, "ID,Subject,Date\n8,Something,2023-03-04\n");
    transfer::AutoRequest request{.path = folder.path()};
    const auto questions = [&] {
        std::set<transfer::ImportQuestion::About> asked;
        const AutoReport report = importedWith(book, request);
        CHECK(report.rejected() == 0);
        for (const AutoReport::Part &part : report.parts) {
            for (const transfer::ImportQuestion &question : part.report.questions)
                asked.insert(question.about);
        }
        return asked;
    };
    using About = transfer::ImportQuestion::About;
    CHECK(questions() == std::set{About::Word, About::DurationUnit, About::ActivityKind});
    book.undo();
    request.rules.meanings = {{u"status"_s, u"Sleeping"_s, u"nurture"_s}};
    request.rules.durationUnit = exchange::DurationUnit::Minutes;
    request.rules.set = {{u"kind"_s, u"visit"_s}};
    CHECK(questions().empty());
    REQUIRE(book.count(EntityKind::Activity) == 2);
    for (const Activity &activity : test::all<Activity>(book))
        CHECK(activity.kind == (activity.subject == u"Ring"_s ? ActivityKind::Call : ActivityKind::Visit));
    CHECK(test::all<Lead>(book).front().status == store::defaults::nurture);
    book.undo();
    request.rules.meanings.push_back({u"status"_s, u"Awake"_s, u"dancing"_s});
    CHECK(refusalOf(book, request) == u"“status:Awake=dancing” fits none of the files."_s);
    CHECK(book.count(EntityKind::Lead) == 0);
}
