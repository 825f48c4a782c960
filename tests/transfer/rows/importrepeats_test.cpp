// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importrepeats.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "support/transfer.h"
#include "transfer/import/importauto.h"

using namespace headway;
using namespace headway::transfer;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::import;
using test::named;
using test::valueOf;

namespace {

constexpr const char *people = "Name,Email,Job title,Phone\n"
                               "Anna Berg,anna@x.example,Buyer,\n"
                               "Bob Cole,bob@x.example,,\n"
                               "Anna Berg,Anna@X.example,Buyer,030 1234567\n"
                               "Carl Dorn,,,\n"
                               "Carl Dorn,,,\n"
                               "Carl Dorn,,Seller,\n";

bool asksAboutRepeats(const ImportReport &report)
{
    return std::any_of(report.questions.begin(), report.questions.end(), [](const ImportQuestion &question) {
        return question.about == ImportQuestion::About::Repeated;
    });
}

} // namespace

TEST_CASE("Rows about somebody of an earlier row are told with what differs, before anything is made",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request{.kind = EntityKind::Contact};
    request.mode = RunMode::Dry;
    const ImportReport report = import(book, request, people);
    CHECK(report.repeated == 2);
    CHECK(report.firstRepeated
          == std::vector<RepeatedRow>{{4,
                                       2,
                                       {{u"Email"_s, u"anna@x.example"_s, u"Anna@X.example"_s},
                                        {u"Phone"_s, u""_s, u"030 1234567"_s}}},
                                      {6, 5, {}}});
    CHECK(
        inEnglish(sentenceOf(report.firstRepeated[0]))
        == u"Line 4 repeats line 2, but “Email” is “Anna@X.example” instead of “anna@x.example”; different are Email, Phone."_s);
    CHECK(inEnglish(sentenceOf(report.firstRepeated[1])) == u"Line 6 says the same as line 5."_s);
    CHECK(asksAboutRepeats(report));
    CHECK(report.created == 6); // would be, if nothing is said

    request.mode = RunMode::Real;
    request.repeats = ImportRequest::Repeats::Once;
    const ImportReport once = import(book, request, people);
    CHECK(once.read == 6);
    CHECK(once.created == 4);
    CHECK(once.repeated == 2);
    CHECK_FALSE(asksAboutRepeats(once));
    CHECK(test::all<Contact>(book).size() == 4);
    CHECK(named<Contact>(book, u"Anna Berg"_s).phone.endsWith(u"1234567"_s)); // filled in
    book.undo();

    request.repeats = ImportRequest::Repeats::Each;
    const ImportReport each = import(book, request, people);
    CHECK(each.created == 6);
    CHECK(each.repeated == 0);
    CHECK_FALSE(asksAboutRepeats(each));
}

TEST_CASE("Companies are known by id, else by name, deals by id, else by all of the row", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport byName =
        import(book, {.kind = EntityKind::Company}, "Name,City\nAcme,Berlin\nBeta,Rome\nACME,Bonn\n");
    CHECK(byName.repeated == 1);
    const ImportReport byId =
        import(book, {.kind = EntityKind::Company}, "ID,Name\n7,Gamma\n8,Gamma\n7,Delta\n");
    REQUIRE(byId.firstRepeated.size() == 1);
    CHECK(byId.firstRepeated.front() == RepeatedRow{4, 2, {{u"Name"_s, u"Gamma"_s, u"Delta"_s}}});
    const ImportReport deals =
        import(book, {.kind = EntityKind::Deal}, "Title,Amount\nRenewal,100\nRenewal,200\nRenewal,100\n");
    CHECK(deals.repeated == 1);
    CHECK(deals.created == 3);
}

TEST_CASE("People who share an address repeat nobody but themselves, and are not lost", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request{.kind = EntityKind::Contact};
    request.repeats = ImportRequest::Repeats::Once;
    const ImportReport report = import(book, request,
                                       "Name,Email,Phone\n"
                                       "Anna Berg,office@x.example,\n"
                                       "Cara Dorn,office@x.example,\n"
                                       "Cara Dorn,Office@x.example,030 1234567\n"
                                       "A. Berg,office@x.example,\n"
                                       ",office@x.example,\n");
    CHECK(report.created == 2);
    CHECK(report.repeated == 3);
    REQUIRE(report.firstRepeated.size() == 3);
    CHECK(report.firstRepeated[0].earlier == 3);
    CHECK(report.firstRepeated[1].earlier == 2);
    CHECK(report.firstRepeated[2].earlier == 2); // a name that nobody says is anybody's
    CHECK(test::all<Contact>(book).size() == 2);
    CHECK(named<Contact>(book, u"Cara Dorn"_s).phone.endsWith(u"1234567"_s));
    CHECK(named<Contact>(book, u"Anna Berg"_s).phone.isEmpty());
}

TEST_CASE("Somebody who stands in the row of each of their deals is no repetition", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    test::Folder folder;
    folder.add(u"pipedrive.csv"_s,
               "Person - Name,Person - Email,Deal - Title,Deal - Value\n"
               "Anna Berg,anna@x.example,Towers,100\n"
               "Anna Berg,anna@x.example,Cranes,200\n");
    const AutoReport report =
        valueOf(importAuto(book.connection(), {.path = folder.path(u"pipedrive.csv"_s)}, book.actor()));
    for (const auto &part : report.parts) {
        CHECK(part.report.repeated == 0);
        CHECK_FALSE(asksAboutRepeats(part.report));
    }
    CHECK(test::all<Contact>(book).size() == 1);
}

TEST_CASE("A row that was rejected is not repeated by a later one", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report =
        import(book, {.kind = EntityKind::Deal, .unknownNames = transfer::UnknownNames::Reject},
               "ID,Title,Stage\n1,Towers,Nowhere\n1,Towers,Offer\n");
    CHECK(report.rejected == 1);
    CHECK(report.created == 1);
    CHECK(report.repeated == 0);
}
