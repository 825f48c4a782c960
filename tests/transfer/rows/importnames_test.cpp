// SPDX-License-Identifier: GPL-3.0-or-later
// Cells that name several people or companies, and those that only look so.
#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lists.h"
#include "domain/records/user.h"
#include "support/transfer.h"
#include "transfer/request/questionanswers.h"

#include <set>

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::import;
using test::named;
using transfer::CellReading;
using transfer::ImportQuestion;
using transfer::ImportReport;
using transfer::ImportRequest;
using About = ImportQuestion::About;

namespace {

ImportRequest deals()
{
    return {.kind = EntityKind::Deal,
            .createMissing = {EntityKind::Company, EntityKind::Contact, EntityKind::User},
            .currency = u"EUR"_s};
}

template <class E>
std::set<QString> names(FreshBook &book)
{
    std::set<QString> names;
    for (const E &each : test::all<E>(book))
        names.insert(each.name);
    return names;
}

std::vector<ImportQuestion> asked(const ImportReport &report, About about)
{
    std::vector<ImportQuestion> questions;
    for (const ImportQuestion &each : report.questions) {
        if (each.about == about)
            questions.push_back(each);
    }
    return questions;
}

// Of the deal, also those that are further contacts.
std::set<QString> peopleOf(FreshBook &book, const QString &deal)
{
    const Deal of = named<Deal>(book, deal);
    std::set<QString> people;
    if (of.contact)
        people.insert(book.load<Contact>(of.contact).name);
    for (const DealContact &role : test::all<DealContact>(book)) {
        if (role.deal == of.id)
            people.insert(book.load<Contact>(role.contact).name);
    }
    return people;
}

} // namespace

TEST_CASE("Two people of a deal in one cell are two, and nobody is made up of them", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report = import(book, deals(),
                                       "Deal Name,Stage,Contact\n"
                                       "A,Offer,\"Ann Lee, Bob Cole\"\n"
                                       "B,Offer,Eva Lang\n"
                                       "C,Offer,Ann Lee and Tom Ott\n");
    CHECK(report.created == 3);
    CHECK(report.rejected == 0);
    CHECK(names<Contact>(book) == std::set{u"Ann Lee"_s, u"Bob Cole"_s, u"Eva Lang"_s, u"Tom Ott"_s});
    CHECK(peopleOf(book, u"A"_s) == std::set{u"Ann Lee"_s, u"Bob Cole"_s});
    CHECK(peopleOf(book, u"C"_s) == std::set{u"Ann Lee"_s, u"Tom Ott"_s});
    CHECK(report.questions.empty());
}

TEST_CASE("A column of family names in front names one person in each cell", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report = import(book, deals(),
                                       "Deal Name,Stage,Contact\n"
                                       "A,Offer,\"García López, Ana María\"\nB,Offer,\"Lee, Ann\"\n");
    CHECK(names<Contact>(book) == std::set{u"Ana María García López"_s, u"Ann Lee"_s});
    CHECK(report.questions.empty());
}

TEST_CASE("Names of another order in a column do not tell what a comma means in silence", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray csv = "Deal Name,Stage,Contact\nA,Offer,\"García López, Ana María\"\nB,Offer,Ann Lee\n";
    SECTION("where some stand in one order only it is asked")
    {
        CHECK(asked(import(book, deals(), csv), About::TakenApart).size() == 1);
    }
    SECTION("where both orders stand it is asked, and stays text")
    {
        const ImportReport report = import(book, deals(), csv + "C,Offer,\"Cole, Bob\"\n");
        CHECK(asked(report, About::NamesInCell).size() == 1);
        CHECK(names<Contact>(book) == std::set{u"Ann Lee"_s, u"Bob Cole"_s});
    }
}

TEST_CASE("Where no other cell tells, two names are two people, and it is asked", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray csv = "Deal Name,Stage,Contact\nA,Offer,\"Lopez Vega, Ana Maria\"\n";
    ImportRequest request = deals();
    request.mode = transfer::RunMode::Dry;
    const ImportReport dry = import(book, request, csv);
    const auto questions = asked(dry, About::TakenApart);
    REQUIRE(questions.size() == 1);
    CHECK(questions[0].rows == 1);
    CHECK(transfer::optionFor(questions[0]) == u"--cells 'Contact=one|several'"_s);

    request.mode = transfer::RunMode::Real;
    transfer::answer(request, questions[0], {transfer::Answer::Is::Choice, u"one"_s});
    CHECK(import(book, request, csv).questions.empty());
    CHECK(names<Contact>(book) == std::set{u"Ana Maria Lopez Vega"_s});
}

TEST_CASE("Of two owners in a cell the first counts, and the other stays as text", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    import(book, deals(), "Deal Name,Stage,Deal Owner\nA,Offer,\"Jo Sales, Max Power\"\nB,Offer,Max Power\n");
    CHECK(book.load<User>(named<Deal>(book, u"A"_s).owner).name == u"Jo Sales"_s);
    CHECK(named<Deal>(book, u"A"_s).description == u"Deal Owner: Max Power"_s);
    CHECK_FALSE(names<User>(book).contains(u"Jo Sales, Max Power"_s));
}

TEST_CASE("Of two companies a deal has the first, the other stays as text and is told", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const ImportReport report = import(
        book, deals(), "Deal Name,Stage,Company\nA,Offer,Alpha; Beta\nB,Offer,\"Granite Peak, Inc.\"\n");
    CHECK(names<Company>(book) == std::set{u"Alpha"_s, u"Granite Peak, Inc."_s});
    CHECK(book.load<Company>(named<Deal>(book, u"A"_s).company).name == u"Alpha"_s);
    CHECK(named<Deal>(book, u"A"_s).description == u"Company: Beta"_s);
    REQUIRE(report.missingLinks.size() == 1);
    CHECK(report.missingLinks.front().fault == transfer::LinkFault::OnlyOne);
    CHECK(report.questions.empty());
}

TEST_CASE("Whether a comma parts two companies is asked once, with its rows, and answered", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    ImportRequest request{.kind = EntityKind::Activity, .createMissing = {EntityKind::Company}};
    const QByteArray csv = "Type,Subject,Date,Company\n"
                           "Meeting,One,2026-03-04,\"Acme, Beta\"\n"
                           "Meeting,Two,2026-03-05,\"Miller, Bauer\"\n"
                           "Meeting,Three,2026-03-06,\"Smith & Sons, Ltd.\"\n";
    SECTION("until then it is text")
    {
        const ImportReport report = import(book, request, csv);
        CHECK(names<Company>(book) == std::set{u"Smith & Sons, Ltd."_s});
        const auto questions = asked(report, About::NamesInCell);
        REQUIRE(questions.size() == 1);
        CHECK(questions[0].rows == 2);
        CHECK(questions[0].text == u"Acme, Beta"_s);
        for (const Activity &each : test::all<Activity>(book))
            CHECK((each.note == u"Company: Acme, Beta"_s) == (each.subject == u"One"_s));
    }
    SECTION("several")
    {
        request.cells = {{u"Company"_s, CellReading::Several}};
        CHECK(import(book, request, csv).questions.empty());
        CHECK(names<Company>(book).contains(u"Beta"_s));
        CHECK(names<Company>(book).contains(u"Smith & Sons, Ltd."_s));
    }
    SECTION("one")
    {
        request.cells = {{u"company"_s, CellReading::One}};
        CHECK(import(book, request, csv).questions.empty());
        CHECK(names<Company>(book) == std::set{u"Acme, Beta"_s, u"Miller, Bauer"_s, u"Smith & Sons, Ltd."_s});
    }
    SECTION("the book knows them")
    {
        book.add(Company{.name = u"Acme"_s});
        book.add(Company{.name = u"Beta"_s});
        book.add(Company{.name = u"Miller, Bauer"_s});
        CHECK(import(book, request, csv).questions.empty());
        CHECK(names<Company>(book).size() == 4);
    }
    SECTION("of a column that is not there")
    {
        request.cells = {{u"Firm"_s, CellReading::One}};
        const test::TextFile file(csv);
        const auto source = test::valueOf(transfer::openSource({.path = file.path()}));
        CHECK_FALSE(transfer::importRows(book.connection(), *source, request, book.actor()));
    }
}

TEST_CASE("A product and a deal are found by their names though a link stands behind them", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    ImportRequest request = deals();
    request.createMissing.push_back(EntityKind::Product);
    import(book, request, "Deal Name,Stage,Product\nTower,Offer,Pump (https://www.notion.so/Pump-0a1b)\n");
    CHECK(names<Product>(book) == std::set{u"Pump"_s});
    import(book, {.kind = EntityKind::Activity},
           "Type,Subject,Date,Deal\nMeeting,One,2026-03-04,Tower (https://www.notion.so/Tower-0c2d)\n");
    const Deal tower = named<Deal>(book, u"Tower"_s);
    const auto links = test::all<ActivityLink>(book);
    REQUIRE(links.size() == 1);
    CHECK(links.front().recordKind == EntityKind::Deal);
    CHECK(links.front().recordId == tower.id.value);
}

TEST_CASE("Quotation marks and the links of other programs are no part of a company's name", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    import(book, deals(),
           "Deal Name,Stage,Company\n"
           "A,Offer,\"\"\"Acme\"\"\"\n"
           "B,Offer,Acme\n"
           "C,Offer,Acme (https://www.notion.so/Acme-0a1b2c3d)\n"
           "D,Offer,Beta (https://beta.example)\n");
    CHECK(names<Company>(book) == std::set{u"Acme"_s, u"Beta"_s});
    const CompanyId acme = named<Company>(book, u"Acme"_s).id;
    for (const QString &deal : {u"A"_s, u"B"_s, u"C"_s})
        CHECK(named<Deal>(book, deal).company == acme);
    CHECK(named<Deal>(book, u"D"_s).description == u"Company: https://beta.example"_s);
}

TEST_CASE("A word for nobody in a column of companies or people makes none", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const QByteArray csv = "Deal Name,Stage,Company,Contact,Owner\n"
                           "A,Offer,?,tbd,Unassigned\n"
                           "B,Offer,Unknown,n/a,--\n"
                           "C,Offer,unbekannt,Inconnu,Nobody Else\n"
                           "D,Offer,Alpha,Ann Lee; unknown,??\n";
    SECTION("and asks nothing")
    {
        const ImportReport report = import(book, deals(), csv);
        CHECK(report.rejected == 0);
        CHECK(report.questions.empty());
        CHECK(names<Company>(book) == std::set{u"Alpha"_s});
        CHECK(test::all<Contact>(book).size() == 1);
        CHECK(names<User>(book).contains(u"Nobody Else"_s));
        CHECK_FALSE(names<User>(book).contains(u"Unassigned"_s));
        CHECK(named<Deal>(book, u"B"_s).description.isEmpty());
    }
    SECTION("but where the book knows one of that name")
    {
        book.add(Company{.name = u"Unknown"_s});
        import(book, deals(), csv);
        CHECK(named<Deal>(book, u"B"_s).company == named<Company>(book, u"Unknown"_s).id);
    }
    SECTION("and what people choose from a list may be called so")
    {
        ImportRequest request = deals();
        request.createMissing.push_back(EntityKind::Source);
        import(book, request, "Deal Name,Stage,Source\nA,Offer,Unknown\n");
        CHECK(names<Source>(book) == std::set{u"Unknown"_s});
    }
}
