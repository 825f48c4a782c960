// SPDX-License-Identifier: GPL-3.0-or-later
// People whom a file names together with their e-mail address.
#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/user.h"
#include "support/transfer.h"
#include "transfer/import/importer.h"

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::import;
using test::named;
using transfer::ImportReport;
using transfer::ImportRequest;

TEST_CASE("An owner with an address is found by that, else by name, else made with both", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const UserId ann = book.add(User{.name = u"A. Lee"_s, .email = u"ann@x.example"_s});
    const UserId bob = book.add(User{.name = u"Bob Cole"_s});
    const int users = book.count(EntityKind::User);
    ImportRequest request{.kind = EntityKind::Deal, .currency = u"EUR"_s};
    request.createMissing = {EntityKind::User};
    const ImportReport report = import(book, request,
                                       "Title,Stage,Owner\n"
                                       "A,Offer,Ann Lee <ann@x.example>\n"
                                       "B,Offer,Bob Cole (bob@x.example)\n"
                                       "C,Offer,\"\"\"Lang, Eva\"\" <eva@x.example>\"\n"
                                       "D,Offer,eva@x.example\n"
                                       "E,Offer,Ann Lee <ann@x.example>; Bob Cole\n");
    CHECK(report.created == 5);
    CHECK(named<Deal>(book, u"A"_s).owner == ann);
    CHECK(named<Deal>(book, u"B"_s).owner == bob);
    const User eva = named<User>(book, u"Eva Lang"_s);
    CHECK(eva.email == u"eva@x.example"_s);
    CHECK(named<Deal>(book, u"C"_s).owner == eva.id);
    CHECK(named<Deal>(book, u"D"_s).owner == eva.id);
    CHECK(book.count(EntityKind::User) == users + 1);
    // There is one owner; the other is not forgotten.
    CHECK(named<Deal>(book, u"E"_s).owner == ann);
    CHECK(named<Deal>(book, u"E"_s).description == u"Owner: Bob Cole"_s);
    REQUIRE(report.missingLinks.size() == 1);
    CHECK(report.missingLinks.front().fault == transfer::LinkFault::OnlyOne);
}

TEST_CASE("Contacts that are named with their address are made with it, once", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request{.kind = EntityKind::Activity};
    request.createMissing = {EntityKind::Contact, EntityKind::Company};
    const QByteArray csv = "Type,Subject,Date,Contact,Company\n"
                           "Meeting,One,2026-03-04,Ann Lee <ann@x.example>; tom@y.example,\n"
                           "Meeting,Two,2026-03-05,\"Lee, Ann (ann@x.example)\",Acme <info@acme.example>\n"
                           "Meeting,Three,2026-03-06,ann@x.example,info@acme.example\n";
    CHECK(import(book, request, csv).created == 3);
    REQUIRE(book.count(EntityKind::Contact) == 2);
    const Contact ann = named<Contact>(book, u"Ann Lee"_s);
    CHECK(ann.email == u"ann@x.example"_s);
    CHECK(named<Contact>(book, u"tom@y.example"_s).email == u"tom@y.example"_s);
    REQUIRE(book.count(EntityKind::Company) == 1);
    CHECK(named<Company>(book, u"Acme"_s).email == u"info@acme.example"_s);
    int ofAnn = 0;
    for (const ActivityLink &link : test::all<ActivityLink>(book))
        ofAnn += link.recordKind == EntityKind::Contact && link.recordId == ann.id.value;
    CHECK(ofAnn == 3);
}

TEST_CASE("A person's own name may have the address behind it", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    CHECK(import(book, {.kind = EntityKind::Contact},
                 "Name,Phone\nAnn Lee <ann@x.example>,\nbob@x.example,030 123456\n")
              .created
          == 2);
    CHECK(named<Contact>(book, u"Ann Lee"_s).email == u"ann@x.example"_s);
    CHECK(named<Contact>(book, u"bob@x.example"_s).email == u"bob@x.example"_s);
}

TEST_CASE("People whom a deal names have their titles and suffixes where they belong, once", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ContactId known = book.add(Contact{.firstName = u"Eva"_s, .lastName = u"Lang"_s});
    const int people = book.count(EntityKind::Contact);
    ImportRequest request{.kind = EntityKind::Deal, .currency = u"EUR"_s};
    request.createMissing = {EntityKind::Contact};
    const ImportReport report = import(book, request,
                                       "Title,Stage,Contact\n"
                                       "A,Offer,Dr. Ilse Brandt\n"
                                       "B,Offer,Dr. Ilse Brandt\n"
                                       "C,Offer,\"Rell, Tomas, Jr.\"\n"
                                       "D,Offer,Ludwig van Beethoven\n"
                                       "E,Offer,Frau Eva Lang\n");
    CHECK(report.created == 5);
    CHECK(book.count(EntityKind::Contact) == people + 3);
    const auto byLast = [&](const QString &name) {
        const std::vector<Contact> all = test::all<Contact>(book);
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const Contact &contact) { return contact.lastName == name; });
        REQUIRE(found != all.end());
        return *found;
    };
    CHECK(byLast(u"Brandt"_s).salutation == u"Dr."_s);
    CHECK(byLast(u"Brandt"_s).firstName == u"Ilse"_s);
    CHECK(byLast(u"Rell"_s).firstName == u"Tomas"_s);
    CHECK(byLast(u"Rell"_s).suffix == u"Jr."_s);
    CHECK(byLast(u"van Beethoven"_s).firstName == u"Ludwig"_s);
    CHECK(named<Deal>(book, u"B"_s).contact == named<Deal>(book, u"A"_s).contact);
    CHECK(named<Deal>(book, u"E"_s).contact == known);
}

TEST_CASE("An e-mail address beside the name of a deal's contact is the contact's", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ContactId known = book.add(Contact{.firstName = u"Eva"_s, .lastName = u"Lang"_s});
    ImportRequest request{.kind = EntityKind::Deal, .currency = u"EUR"_s};
    request.createMissing = {EntityKind::Contact};
    import(book, request,
           "Deal name,Stage,Contact email,Contact name\n"
           "A,Offer,ann@x.example,Ann Lee\n"
           "B,Offer,ann@x.example,A. Lee\n"
           "C,Offer,tom@y.example,\n"
           "D,Offer,eva@z.example,Eva Lang\n"
           "E,Offer,both@x.example,Bob Cole; Ida Holm\n");
    const Contact ann = named<Contact>(book, u"Ann Lee"_s);
    CHECK(ann.email == u"ann@x.example"_s);
    CHECK(named<Deal>(book, u"A"_s).contact == ann.id);
    CHECK(named<Deal>(book, u"B"_s).contact == ann.id);
    CHECK(named<Contact>(book, u"tom@y.example"_s).id == named<Deal>(book, u"C"_s).contact);
    // What is known of somebody is not written over; nobody knows whose an address of two is.
    CHECK(named<Deal>(book, u"D"_s).contact == known);
    CHECK(named<Deal>(book, u"D"_s).description == u"Contact email: eva@z.example"_s);
    CHECK(named<Deal>(book, u"E"_s).description == u"Contact email: both@x.example"_s);
    CHECK(named<Contact>(book, u"Bob Cole"_s).email.isEmpty());
    CHECK(book.count(EntityKind::Contact) == 5);
}
