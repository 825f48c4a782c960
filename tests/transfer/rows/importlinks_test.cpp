// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importlinks.h"

#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"
#include "domain/records/user.h"
#include "support/transfer.h"

#include <map>

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::import;
using test::named;
using transfer::ImportReport;
using transfer::ImportRequest;
using transfer::LinkCount;
using transfer::LinkFault;

namespace {

ImportReport given(FreshBook &book, EntityKind kind, const QByteArray &csv, const QString &system = {})
{
    ImportReport report = import(book, {.kind = kind, .system = system}, csv);
    CHECK(report.rejected == 0);
    return report;
}

// The name of the company that a contact is at.
QString companyOf(FreshBook &book, const QString &contact)
{
    const CompanyId id = named<Contact>(book, contact).company;
    return id ? book.load<Company>(id).name : QString();
}

constexpr const char *threeCompanies = "ID,Name\n7,Alpha\n1,Beta\n2,Gamma\n";

} // namespace

TEST_CASE("A contact is at the company that the other system means by the id", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    given(book, EntityKind::Company, threeCompanies);
    const ImportReport report = given(book, EntityKind::Contact, "Name,Account Id\nAnna Berg,1\n");
    CHECK(companyOf(book, u"Anna Berg"_s) == u"Beta"_s);
    CHECK(report.links == std::vector<LinkCount>{{u"Account Id"_s, u"company.external_id"_s, 1, 1}});
    CHECK(report.system == u"csv"_s);
    CHECK(book.count(EntityKind::Company) == 3);

    // Nor does mapping it to the id of this book put anybody elsewhere in silence.
    ImportRequest mapped{.kind = EntityKind::Contact};
    mapped.map = {{u"Firm"_s, u"company_id"_s}};
    import(book, mapped, "Name,Firm\nBob Cole,1\n");
    CHECK(companyOf(book, u"Bob Cole"_s) == u"Beta"_s);
}

TEST_CASE("A link that is not found leaves the person in, and is listed", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    given(book, EntityKind::Company, threeCompanies);
    const ImportReport report =
        given(book, EntityKind::Contact, "Name,Account Id\nAnna Berg,9\nBob Cole,2\nEva Lang,\n");
    CHECK(report.created == 3);
    CHECK(companyOf(book, u"Anna Berg"_s).isEmpty());
    CHECK(companyOf(book, u"Bob Cole"_s) == u"Gamma"_s);
    CHECK(report.links == std::vector<LinkCount>{{u"Account Id"_s, u"company.external_id"_s, 2, 1}});
    REQUIRE(report.missingLinks.size() == 1);
    CHECK(report.missingLinks.front().line == 2);
    CHECK(report.missingLinks.front().text == u"9"_s);
    CHECK(report.missingLinks.front().fault == LinkFault::NotFound);
}

TEST_CASE("Ids of another system mean nothing, and two records of one id are not chosen between",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    given(book, EntityKind::Company, threeCompanies, u"zoho"_s);
    CHECK(given(book, EntityKind::Contact, "Name,Account Id\nAnna Berg,1\n").links.front().found == 0);
    CHECK(companyOf(book, u"Anna Berg"_s).isEmpty());
    given(book, EntityKind::Contact, "Name,Account Id\nBob Cole,1\n", u"zoho"_s);
    CHECK(companyOf(book, u"Bob Cole"_s) == u"Beta"_s);

    given(book, EntityKind::Company, "ID,Name\n1,Delta\n", u"zoho"_s);
    const ImportReport report = given(book, EntityKind::Contact, "Name,Account Id\nEva Lang,1\n", u"zoho"_s);
    CHECK(companyOf(book, u"Eva Lang"_s).isEmpty());
    CHECK(report.missingLinks.front().fault == LinkFault::Several);
}

TEST_CASE("A reference is found by e-mail address, domain and name where there is no id", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    given(book, EntityKind::Company,
          "Name,Website,Email\nAlpha,https://www.alpha.example/en,hello@alpha.example\nBeta,beta.example,\n");
    given(
        book, EntityKind::Contact,
        "Name,Account Id\nAnna Berg,hello@alpha.example\nBob Cole,www.beta.example\nEva Lang,BETA\nUdo Ost,Bet\n");
    CHECK(companyOf(book, u"Anna Berg"_s) == u"Alpha"_s);
    CHECK(companyOf(book, u"Bob Cole"_s) == u"Beta"_s);
    CHECK(companyOf(book, u"Eva Lang"_s) == u"Beta"_s);
    CHECK(companyOf(book, u"Udo Ost"_s).isEmpty());
    given(book, EntityKind::Contact, "Name,Company\nIda Falk,alpha.example\n");
    CHECK(companyOf(book, u"Ida Falk"_s) == u"Alpha"_s);
}

TEST_CASE("Several companies of one person: the primary one, and roles at the others", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    given(book, EntityKind::Company, "Record ID,Name\n7,Alpha\n1,Beta\n2,Gamma\n");
    const ImportReport report =
        given(book, EntityKind::Contact,
              "Record ID,Name,Associated Company IDs,Associated Company IDs (Primary)\n"
              "21,Anna Berg,7;1; 9,1\n22,Bob Cole,2;7,\n");
    CHECK(report.system == u"hubspot"_s);
    CHECK(companyOf(book, u"Anna Berg"_s) == u"Beta"_s);
    CHECK(companyOf(book, u"Bob Cole"_s) == u"Gamma"_s);
    const auto roles = test::all<Affiliation>(book);
    REQUIRE(roles.size() == 2);
    CHECK(book.load<Company>(roles[0].company).name == u"Alpha"_s);
    CHECK(book.load<Company>(roles[1].company).name == u"Alpha"_s);
    CHECK(report.links.front() == LinkCount{u"Associated Company IDs"_s, u"company.external_id"_s, 5, 4});

    // The same file again adds nothing.
    ImportRequest again{.kind = EntityKind::Contact, .match = {u"external_id"_s}};
    again.existing = transfer::DuplicatePolicy::Overwrite;
    const ImportReport second =
        import(book, again,
               "Record ID,Name,Associated Company IDs,Associated Company IDs (Primary)\n"
               "21,Anna Berg,7;1; 9,1\n22,Bob Cole,2;7,\n");
    CHECK(second.unchanged == 2);
    CHECK(test::all<Affiliation>(book).size() == 2);
}

TEST_CASE("A deal has its company, its first contact and the further ones", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    given(book, EntityKind::Company, "Record ID,Name\n7,Alpha\n");
    given(book, EntityKind::Contact, "Record ID,Name\n31,Anna Berg\n32,Bob Cole\n");
    given(book, EntityKind::Deal,
          "Record ID,Deal Name,Associated Company IDs,Associated Contact IDs\n51,Towers,7,32;31\n");
    const Deal deal = named<Deal>(book, u"Towers"_s);
    CHECK(book.load<Company>(deal.company).name == u"Alpha"_s);
    CHECK(book.load<Contact>(deal.contact).name == u"Bob Cole"_s);
    const auto further = test::all<DealContact>(book);
    const bool hasAnna = std::any_of(further.begin(), further.end(), [&](const DealContact &each) {
        return book.load<Contact>(each.contact).name == u"Anna Berg"_s;
    });
    CHECK(hasAnna);
}

TEST_CASE("Activities link to contacts, companies, leads and deals alike", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QString system = u"acme"_s;
    given(book, EntityKind::Company, "ID,Name\nA1,Alpha\n", system);
    given(book, EntityKind::Contact, "ID,Name\nC1,Anna Berg\n", system);
    given(book, EntityKind::Lead, "ID,Name\nL1,Lea Lind\n", system);
    given(book, EntityKind::Deal, "ID,Name\nD1,Towers\n", system);
    const ImportReport report = given(book, EntityKind::Activity,
                                      "Subject,Kind,When,WhoId,WhatId,Account Id\n"
                                      "One,call,2026-03-04,C1,D1,A1\nTwo,call,2026-03-04,L1,A1,A1\n"
                                      "Three,call,2026-03-04,C1,X1,\n",
                                      system);
    QStringList links;
    for (const ActivityLink &link : test::all<ActivityLink>(book))
        links += book.load<Activity>(link.activity).subject + u' ' + tableName(link.recordKind);
    links.sort();
    CHECK(links
          == QStringList{u"One company"_s, u"One contact"_s, u"One deal"_s, u"Three contact"_s,
                         u"Two company"_s, u"Two lead"_s});
    REQUIRE(report.missingLinks.size() == 1);
    CHECK(report.missingLinks.front().text == u"X1"_s);
}

TEST_CASE("Where a column says what kind of record is meant, the same number of another kind is not",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QString system = u"acme"_s;
    given(book, EntityKind::Company, "ID,Name\n7,Alpha\nA8,Beta\n", system);
    given(book, EntityKind::Deal, "ID,Name\n7,Towers\n", system);
    const ImportReport report = given(book, EntityKind::Activity,
                                      "Subject,Kind,When,Parent ID,Parent Type\n"
                                      "One,call,2026-03-04,7,Accounts\nTwo,call,2026-03-04,7,Opportunity\n"
                                      "Three,call,2026-03-04,7,Bugs\nFour,call,2026-03-04,A8,Vállalat\n"
                                      "Five,call,2026-03-04,7,\n",
                                      system);
    CHECK_FALSE(report.plan.notImported.contains(u"Parent Type"_s));
    QStringList links;
    for (const ActivityLink &link : test::all<ActivityLink>(book))
        links += book.load<Activity>(link.activity).subject + u' ' + tableName(link.recordKind);
    links.sort();
    CHECK(links == QStringList{u"Four company"_s, u"One company"_s, u"Two deal"_s});
    REQUIRE(report.missingLinks.size() == 2);
    CHECK(report.missingLinks[0].fault == LinkFault::NotFound); // no bug is here
    CHECK(report.missingLinks[1].fault == LinkFault::Several);  // and nobody says which
}

TEST_CASE("Several people named in a cell are several, but for one who is called so", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Company{.name = u"Smith; Sons"_s});
    ImportRequest request{.kind = EntityKind::Activity};
    request.createMissing = {EntityKind::Contact, EntityKind::Company};
    CHECK(import(book, request,
                 "Type,Subject,Date,Contact,Company\n"
                 "Meeting,Demo,2026-03-04,\"Eva Lang; Tom Ott; -; Eva Lang\",\"Smith; Sons\"\n")
              .created
          == 1);
    QStringList names;
    for (const Contact &contact : test::all<Contact>(book))
        names += contact.name;
    CHECK(names == QStringList{u"Eva Lang"_s, u"Tom Ott"_s});
    CHECK(test::all<Company>(book).size() == 1);
    CHECK(test::all<ActivityLink>(book).size() == 3);
}

TEST_CASE("Several companies of a contact and contacts of a deal are told apart by name, and made",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const CompanyId beta = book.add(Company{.name = u"Beta"_s});
    ImportRequest request{.kind = EntityKind::Contact};
    request.createMissing = {EntityKind::Company, EntityKind::Contact};
    CHECK(import(book, request, "Name,Company\nAnna Berg,\"Alpha; Beta; Gamma\"\n").created == 1);
    QStringList names;
    for (const Company &company : test::all<Company>(book))
        names += company.name;
    names.sort();
    CHECK(names == QStringList{u"Alpha"_s, u"Beta"_s, u"Gamma"_s});
    const Contact anna = test::all<Contact>(book).front();
    CHECK(anna.company != beta);
    CHECK(test::all<Affiliation>(book).size() == 2);
    request.kind = EntityKind::Deal;
    CHECK(import(book, request, "Title,Contact\nPump,\"Anna Berg;Tom Ott\"\n").created == 1);
    CHECK(test::all<Deal>(book).front().contact == anna.id);
    CHECK(test::all<Contact>(book).size() == 2);
    CHECK(test::all<DealContact>(book).size() == 1);
}

TEST_CASE("An id says more than the name beside it, and a name is taken where the id is unknown",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    given(book, EntityKind::Company, "ID,Name\n7,Alpha\n1,Alpha\n2,Gamma\n");
    book.add(Company{.name = u"Delta"_s});
    given(
        book, EntityKind::Contact,
        "Name,Account Id,Account Name\nAnna Berg,1,Alpha\nBob Cole,99,Delta\nEva Lang,98,Gamma\nUdo Ost,97,Nowhere\n");
    CHECK(named<Contact>(book, u"Anna Berg"_s).company == test::all<Company>(book)[1].id);
    CHECK(companyOf(book, u"Bob Cole"_s) == u"Delta"_s);
    CHECK(companyOf(book, u"Eva Lang"_s).isEmpty()); // Gamma is 2, so 98 is another company of that name
    CHECK(companyOf(book, u"Udo Ost"_s).isEmpty());
}

TEST_CASE("A company that is made for a name keeps the id beside it, so that its own file finds it",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest people{.kind = EntityKind::Contact, .createMissing = {EntityKind::Company}};
    import(book, people, "Name,Account Id,Account Name\nAnna Berg,7,Alpha\nBob Cole,7,Alpha\n");
    CHECK(book.count(EntityKind::Company) == 1);
    ImportRequest companies{.kind = EntityKind::Company, .match = {u"external_id"_s}};
    companies.existing = transfer::DuplicatePolicy::Fill;
    CHECK(import(book, companies, "ID,Name,Website\n7,Alpha GmbH,alpha.example\n").updated == 1);
    CHECK(named<Company>(book, u"Alpha"_s).website == u"alpha.example"_s);
}

TEST_CASE("Links within one file: a parent that comes later, a circle, and one's own id", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ImportReport report = given(
        book, EntityKind::Company, "ID,Name,Parent Id\n1,Alpha,2\n2,Beta,\n3,Gamma,4\n4,Delta,3\n5,Eta,5\n");
    CHECK(report.created == 5);
    CHECK(named<Company>(book, u"Alpha"_s).parent == named<Company>(book, u"Beta"_s).id);
    CHECK_FALSE(named<Company>(book, u"Eta"_s).parent);
    CHECK(report.links.front().asked - report.links.front().found == 2);
}

TEST_CASE("Ids of 15 and of 18 characters are the same in Salesforce's files", "[transfer]")
{
    CHECK(transfer::longSalesforceId(u"0015g00000XyZab"_s).size() == 18);
    CHECK(transfer::longSalesforceId(u"aaaaaaaaaaaaaaa"_s) == u"aaaaaaaaaaaaaaaAAA"_s);
    CHECK(transfer::longSalesforceId(u"AAAAAaaaaaAaaaa"_s) == u"AAAAAaaaaaAaaaa5AB"_s);
    CHECK(transfer::longSalesforceId(u"42"_s) == u"42"_s);
    FreshBook book(GENERATE(test::anyEngine()));
    given(book, EntityKind::Company, "Id,Name\nAAAAAaaaaaAaaaa5AB,Alpha\nAAAAAaaaaaaaaaa5AA,Beta\n",
          u"salesforce"_s);
    given(book, EntityKind::Contact, "Name,AccountId\nAnna Berg,AAAAAaaaaaAaaaa\n", u"salesforce"_s);
    CHECK(companyOf(book, u"Anna Berg"_s) == u"Alpha"_s);
}

TEST_CASE("One person's row with a company and an address is the person at that company with that address",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request{.kind = EntityKind::Contact, .createMissing = {EntityKind::Company}};
    import(book, request, "Name,Company,Street,Postal Code,City\nAnna Berg,Alpha,Main St 1,10115,Berlin\n");
    CHECK(companyOf(book, u"Anna Berg"_s) == u"Alpha"_s);
    const auto addresses = test::all<Address>(book);
    REQUIRE(addresses.size() == 1);
    CHECK(addresses.front().recordKind == EntityKind::Contact);
    CHECK(addresses.front().street == u"Main St 1"_s);
}

TEST_CASE("A name that is in no book may leave the row in, where that is asked for", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request{.kind = EntityKind::Contact};
    request.unknownNames = transfer::UnknownNames::Leave;
    const ImportReport report = import(book, request, "Name,Company,Owner\nAnna Berg,Alpha,Nobody\n");
    CHECK(report.created == 1);
    CHECK(report.missingLinks.size() == 2);
}

TEST_CASE("The second company of a deal stays as text, and the deal is at the first", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    given(book, EntityKind::Company, "Record ID,Name\n20,Alpha\n21,Beta\n");
    const ImportReport report =
        given(book, EntityKind::Deal, "Record ID,Deal Name,Associated Company IDs\n51,Towers,20;21\n");
    const Deal towers = named<Deal>(book, u"Towers"_s);
    CHECK(towers.company == named<Company>(book, u"Alpha"_s).id);
    CHECK(towers.description == u"Associated Company IDs: Beta (21)"_s);
    CHECK(report.links.front() == LinkCount{u"Associated Company IDs"_s, u"company.external_id"_s, 2, 1});
    REQUIRE(report.missingLinks.size() == 1);
    CHECK(report.missingLinks.front().fault == LinkFault::OnlyOne);
}

TEST_CASE("Names in a column of ids are people, who are made if nobody is called so", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request{.kind = EntityKind::Company, .createMissing = {EntityKind::User}};
    request.system = u"acme"_s;
    import(book, request, "Name,user_id\nAlpha,Jo Sales\nBeta,Jo Sales\nGamma,O'Hara\n");
    const CompanyId alpha = named<Company>(book, u"Alpha"_s).id;
    CHECK(book.load<User>(book.load<Company>(alpha).owner).name == u"Jo Sales"_s);
    CHECK(named<Company>(book, u"Gamma"_s).owner);
    CHECK(named<Company>(book, u"Beta"_s).owner == named<Company>(book, u"Alpha"_s).owner);

    // One that is like an id, or known as one, says that they are ids.
    CHECK(import(book, request, "Name,user_id\nDelta,Max Power\nEta,u_17\n").linksMissing() == 2);
    book.add(ExternalRef{.system = u"acme"_s,
                         .key = u"Max Power"_s,
                         .recordKind = EntityKind::User,
                         .recordId = named<User>(book, u"O'Hara"_s).id.value});
    CHECK(import(book, request, "Name,user_id\nTheta,Max Power\nIota,Ann Lee\n").linksMissing() == 1);
    CHECK(named<Company>(book, u"Theta"_s).owner == named<User>(book, u"O'Hara"_s).id);
}

TEST_CASE("What is not found is told once for each text, the most frequent first", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    given(book, EntityKind::Company, threeCompanies);
    const ImportReport report =
        given(book, EntityKind::Contact, "Name,Account Id\nAnna Berg,8\nBob Cole,9\nEva Lang,9\nUdo Ost,1\n");
    CHECK(report.links.front() == LinkCount{u"Account Id"_s, u"company.external_id"_s, 4, 1});
    REQUIRE(report.missingLinks.size() == 2);
    CHECK(report.missingLinks[0].text == u"9"_s);
    CHECK(report.missingLinks[0].rows == 2);
    CHECK(report.missingLinks[0].line == 3);
    CHECK(report.missingLinks[1].rows == 1);
}

TEST_CASE("Links that were found by the name beside an id nobody knows are counted as that", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Company{.name = u"Alpha"_s});
    const ImportReport report = given(book, EntityKind::Contact,
                                      "Name,Account Id,Account Name\nAnna Berg,7,Alpha\nBob Cole,8,Alpha\n");
    CHECK(report.links.front() == LinkCount{u"Account Id"_s, u"company.external_id"_s, 2, 2, 2});
    CHECK(report.missingLinks.empty());
}

TEST_CASE("Of two owners in a cell one is found, and the other one is told", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(User{.name = u"Jo Sales"_s});
    const ImportReport report =
        given(book, EntityKind::Contact, "Name,Owner\nAnna Berg,Jo Sales; Max Power\nBob Cole,Jo Sales\n");
    CHECK(report.links.front() == LinkCount{u"Owner"_s, u"owner"_s, 3, 2});
    CHECK(transfer::linksBeyondRoom(report) == 1);
}

TEST_CASE("A company that is named by its id alone is linked once another row says what it is called",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request{.kind = EntityKind::Contact, .createMissing = {EntityKind::Company}};
    const ImportReport report =
        import(book, request, "Name,Account Id,Account Name\nAnna Berg,7,\nBob Cole,7,Alpha\nEva Lang,8,\n");
    CHECK(companyOf(book, u"Anna Berg"_s) == u"Alpha"_s);
    CHECK(companyOf(book, u"Bob Cole"_s) == u"Alpha"_s);
    CHECK(report.linksMissing() == 1);
    CHECK(report.created == 3);
}

TEST_CASE("A company that waits for itself by name is linked to the parent of its id once that is there",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request{.kind = EntityKind::Company, .createMissing = {EntityKind::Company}};
    import(book, request, "ID,Name,Parent Company,Parent Id\n11,Beta,Beta,2\n12,Gamma,Acme,2\n");
    const CompanyId acme = named<Company>(book, u"Acme"_s).id;
    CHECK(named<Company>(book, u"Beta"_s).parent == acme);
    CHECK(named<Company>(book, u"Gamma"_s).parent == acme);

    // Two that are each other's parents stay a circle, which is told.
    const ImportReport circle =
        import(book, request, "ID,Name,Parent Company,Parent Id\n21,Rho,,22\n22,Tau,,21\n");
    CHECK(circle.created == 2);
    CHECK(circle.linksMissing() == 1);
    REQUIRE(circle.missingLinks.size() == 1);
    CHECK(circle.missingLinks.front().fault == LinkFault::Circle);
}

TEST_CASE("Products that are found by their names are counted beside those that are not", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    given(book, EntityKind::Product, "Name\nCrane\n");
    const ImportReport report =
        given(book, EntityKind::Deal, "Deal name,Product\nTowers,Crane\nDams,Crane\nBridges,Digger\n");
    CHECK(report.links == std::vector<LinkCount>{{u"Product"_s, u"product"_s, 3, 2}});
}

TEST_CASE("Managers of teams that are found by their names are counted beside those that are not",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request{.kind = EntityKind::User};
    request.map = {{u"Boss"_s, u"manager"_s}};
    request.createMissing = {EntityKind::Team};
    const ImportReport report = import(book, request,
                                       "Name,Team,Boss\nAnna Berg,North,Anna Berg\nBob Cole,North,Anna Berg\n"
                                       "Eva Lang,South,Nobody Known\n");
    REQUIRE(report.rejected == 0);
    CHECK(report.links == std::vector<LinkCount>{{u"Boss"_s, u"manager"_s, 3, 2}});
}

TEST_CASE("An activity is linked to all the people and companies that its columns name", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    given(book, EntityKind::Company, "Name\nAlpha\nBeta\n");
    given(book, EntityKind::Contact, "Name\nAnn Lee\nBob Cole\nEva Lang\n");
    const ImportReport report = given(book, EntityKind::Activity,
                                      "Subject,Type,Date,Contacts,Companies\n"
                                      "Lunch,Meeting,2026-03-04,Ann Lee; Bob Cole,\"Alpha\nBeta\"\n"
                                      "Call,Call,2026-03-05,\"Ann Lee, Bob Cole, Eva Lang\",Alpha\n");
    CHECK(report.plan.notImported.isEmpty());
    std::map<QString, int> links;
    for (const ActivityLink &link : test::all<ActivityLink>(book))
        ++links[book.load<Activity>(link.activity).subject + u' ' + QString(tableName(link.recordKind))];
    CHECK(links
          == std::map<QString, int>{{u"Lunch contact"_s, 2},
                                    {u"Lunch company"_s, 2},
                                    {u"Call contact"_s, 3},
                                    {u"Call company"_s, 1}});
}
