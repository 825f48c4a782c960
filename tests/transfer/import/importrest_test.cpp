// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that nothing takes: own fields made with the import, a text in the note, or nothing.
#include "domain/changes/customvalues.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "support/transfer.h"
#include "transfer/import/importauto.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;
using exchange::RestPolicy;
using transfer::ImportReport;
using transfer::ImportRequest;

namespace {

const ImportRequest ownOfCompanies{.kind = EntityKind::Company, .rest = RestPolicy::Own};

QJsonObject customOf(FreshBook &book, const QString &company)
{
    return QJsonDocument::fromJson(named<Company>(book, company).custom.toUtf8()).object();
}

CustomField ownField(FreshBook &book, const QString &label)
{
    for (const CustomField &field : all<CustomField>(book)) {
        if (field.label == label)
            return field;
    }
    FAIL("there is no own field " << label.toStdString());
    return {};
}

} // namespace

TEST_CASE("Columns that nothing takes become own fields of the kind that their values have", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    const ImportReport report = import(book, ownOfCompanies,
                                       "Name,Territory,Stars,Since when,Partner?,Hobby horse,Blank\n"
                                       "Alpha,North,3,2020-03-04,Yes,Trains,\n"
                                       "Beta,South,4.5,2021-05-06,No,Tea,\n"
                                       "Gamma,North,,,,Boats,\n"
                                       "Delta,South,n/a,-,,\"Old\nships\",\n");
    CHECK(report.created == 4);
    CHECK(report.plan.notImported == QStringList{u"Blank"_s});
    CHECK(all<CustomField>(book).size() == 5);
    CHECK(ownField(book, u"Territory"_s).kind == CustomKind::Choice);
    CHECK(ownField(book, u"Territory"_s).choices == u"North\nSouth"_s);
    CHECK(ownField(book, u"Territory"_s).recordKind == EntityKind::Company);
    CHECK(ownField(book, u"Stars"_s).kind == CustomKind::Number);
    CHECK(ownField(book, u"Since when"_s).kind == CustomKind::Day);
    CHECK(ownField(book, u"Partner?"_s).kind == CustomKind::YesNo);
    CHECK(ownField(book, u"Hobby horse"_s).kind == CustomKind::LongText);
    CHECK(customOf(book, u"Beta"_s)
          == QJsonObject{{u"territory"_s, u"South"_s},
                         {u"stars"_s, 4.5},
                         {u"since_when"_s, u"2021-05-06"_s},
                         {u"partner"_s, false},
                         {u"hobby_horse"_s, u"Tea"_s}});
    CHECK(customOf(book, u"Delta"_s).keys() == QStringList{u"hobby_horse"_s, u"territory"_s});
    CHECK(report.questions.empty());
}

TEST_CASE("The fields go with the step that made them, and come back with it", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    const QByteArray before = exportedWhole(book);
    const ImportReport report = import(book, ownOfCompanies, "Name,Territory\nAlpha,North\n");
    const QByteArray after = exportedWhole(book);
    CHECK(all<CustomField>(book).size() == 1);
    const auto undone = valueOf(store::revert(book.connection(), report.step.id, book.actor()));
    CHECK(all<CustomField>(book).empty());
    CHECK(exportedWhole(book) == before);
    valueOf(store::revert(book.connection(), undone.operation.id, book.actor()));
    CHECK(exportedWhole(book) == after);
}

TEST_CASE("A field in which somebody wrote since does not go away with its import", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    const ImportReport report = import(book, ownOfCompanies, "Name,Ter_ritory\nAlpha,North\n");
    const CompanyId other = book.add(Company{.name = u"Omega"_s, .custom = u"{\"ter_ritory\":\"West\"}"_s});
    book.add(Company{.name = u"Psi"_s, .custom = u"{\"terxritory\":\"West\"}"_s}); // something else
    const auto refused = store::revert(book.connection(), report.step.id, book.actor());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Conflict);
    CHECK(inEnglish(refused.error().text).contains(u"the own field “Ter_ritory” has a value in"_s));
    CHECK(inEnglish(refused.error().text).contains(u"Omega"_s));
    CHECK(all<CustomField>(book).size() == 1);
    CHECK(named<Company>(book, u"Alpha"_s).id);

    book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Company, other.value})}});
    CHECK(store::revert(book.connection(), report.step.id, book.actor()));
    CHECK(all<CustomField>(book).empty());
}

TEST_CASE("A check makes no field", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    ImportRequest request = ownOfCompanies;
    request.mode = transfer::RunMode::Dry;
    const ImportReport report = import(book, request, "Name,Territory\nAlpha,North\n");
    REQUIRE(report.rest.size() == 1);
    CHECK(report.rest[0].isNew);
    CHECK(all<CustomField>(book).empty());
}

TEST_CASE("The next file finds the own fields of the one before by their label", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    import(book, ownOfCompanies, "Name,Territory\nAlpha,North\nBeta,South\nGamma,North\nDelta,South\n");
    SECTION("with the same option")
    {
        const ImportReport report =
            import(book, ownOfCompanies, "Territory,Name,Moon\nEast,Epsilon,full\nsouth,Zeta,new\n");
        CHECK(all<CustomField>(book).size() == 2);
        CHECK(customOf(book, u"Zeta"_s).value(u"territory"_s) == u"South"_s);
        // A choice that the list has not is kept, and asked about.
        CHECK(named<Company>(book, u"Epsilon"_s).description.contains(u"Territory: East"_s));
        CHECK(report.questions.size() == 1);
        CHECK(report.rejected == 0);
    }
    SECTION("without any")
    {
        import(book, {.kind = EntityKind::Company}, "Name,territory\nEta,North\n");
        CHECK(customOf(book, u"Eta"_s).value(u"territory"_s) == u"North"_s);
    }
}

TEST_CASE("Columns go into the note, or stay out, one by one or all", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    const QByteArray file = "Name,Moon,Tide,Secret\nAlpha,full,high,x1\nBeta,,low,x2\n";
    ImportRequest request{.kind = EntityKind::Company,
                          .map = {{u"Secret"_s, u"nothing"_s}},
                          .rest = RestPolicy::Note,
                          .own = {{.column = u"Tide"_s, .label = u"State of tide"_s}}};
    const ImportReport report = import(book, request, file);
    CHECK(named<Company>(book, u"Alpha"_s).description == u"Moon: full"_s);
    CHECK(named<Company>(book, u"Beta"_s).description.isEmpty());
    CHECK(customOf(book, u"Beta"_s).value(u"state_of_tide"_s) == u"low"_s);
    CHECK(report.plan.notImported == QStringList{u"Secret"_s});
    CHECK_FALSE(QString::fromUtf8(exportedWhole(book)).contains(u"x1"_s));

    request.map = {};
    request.own = {};
    request.rest = RestPolicy::Leave;
    const ImportReport left = import(book, request, "Name,Moon\nGamma,half\n");
    CHECK(left.plan.notImported == QStringList{u"Moon"_s});
    REQUIRE(left.rest.size() == 1);
    CHECK(left.rest[0].goes == RestPolicy::Leave);
    CHECK(left.rest[0].field.name == u"moon"_s); // what it could become
    CHECK(left.rest[0].sample == u"half"_s);
}

TEST_CASE("The kind of an own field fits the last row as well as the first ones", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    QByteArray file = "Name,Rank\n";
    for (int i = 1; i <= 2050; ++i)
        file += "C" + QByteArray::number(i) + ',' + QByteArray::number(i) + '\n';
    file += "Last,first of all\n";
    const ImportReport report = import(book, ownOfCompanies, file);
    CHECK(ownField(book, u"Rank"_s).kind == CustomKind::Text);
    CHECK(customOf(book, u"Last"_s).value(u"rank"_s) == u"first of all"_s);
    CHECK(report.questions.empty());
}

TEST_CASE("A new field that is written in another way than the amounts is text, and refuses nothing",
          "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    givenPipeline(book);
    const ImportRequest request{
        .kind = EntityKind::Deal, .rest = exchange::RestPolicy::Own, .currency = u"EUR"_s};
    import(book, request,
           "Deal name,Stage,Amount,Weight\nTowers,Qualified,1.50,\"3,5\"\nCranes,Offer,2.75,\"4,25\"\n");
    CHECK(ownField(book, u"Weight"_s).kind == CustomKind::Text);
    CHECK(named<Deal>(book, u"Towers"_s).amount == 150);
    CHECK(named<Deal>(book, u"Cranes"_s).custom.contains(u"4,25"_s));
    // Two ways by itself: asked.
    const TextFile file("Deal name,Stage,Amount,Seen\nDams,Offer,1.50,03/04/2026\n");
    CHECK_FALSE(transfer::importFile(book.connection(), {.path = file.path()}, request, book.actor()));
}

TEST_CASE("A column whose values do not fit its name becomes an own field as well", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    const QByteArray file = "Last name,Created\nBerg,Yes\nCole,No\n";
    const ImportReport report = import(book, {.kind = EntityKind::Contact, .rest = RestPolicy::Own}, file);
    CHECK(ownField(book, u"Created"_s).kind == CustomKind::YesNo);
    CHECK(report.questions.empty()); // it is decided
}

TEST_CASE("Own fields that contradict the book, or a kind without them, are refused before anything is made",
          "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    import(book, ownOfCompanies, "Name,Rank\nAlpha,1\nBeta,2\n");
    const TextFile file("Name,Grade\nGamma,x\n");
    const auto refuses = [&](const ImportRequest &request) {
        const auto done =
            transfer::importFile(book.connection(), {.path = file.path()}, request, book.actor());
        REQUIRE_FALSE(done);
        CHECK(done.error().code == ErrorCode::Invalid);
    };
    refuses({.kind = EntityKind::Company,
             .own = {{.column = u"Grade"_s, .label = u"Rank"_s, .kind = CustomKind::Day}}});
    refuses({.kind = EntityKind::Company, .own = {{.column = u"Nowhere"_s}}});
    refuses({.kind = EntityKind::Product, .rest = RestPolicy::Own});
    CHECK(all<Company>(book).size() == 2);
    CHECK(all<CustomField>(book).size() == 1);
}

TEST_CASE("A file of several kinds gives each column to the kind whose it is", "[transfer]")
{
    FreshBook book(GENERATE(anyEngine()));
    givenPipeline(book);
    const TextFile file("Person - Name,Person - Email,Person - Shoe size,Deal - Title,Deal - Mood,Weather\n"
                        "Anna Berg,anna@a.example,39,Towers,good,rain\n"
                        "Bob Cole,bob@a.example,44,Cranes,bad,sun\n",
                        u"deals.csv"_s);
    const auto report = valueOf(transfer::importAuto(
        book.connection(), {.path = file.path(), .rules = {.rest = RestPolicy::Own}}, book.actor()));
    CHECK(report.rejected() == 0);
    CHECK(ownField(book, u"Shoe size"_s).recordKind == EntityKind::Contact);
    CHECK(ownField(book, u"Mood"_s).recordKind == EntityKind::Deal);
    CHECK(ownField(book, u"Weather"_s).recordKind == EntityKind::Deal); // what the file is about
    CHECK(all<CustomField>(book).size() == 3);
    CHECK(QJsonDocument::fromJson(named<Deal>(book, u"Cranes"_s).custom.toUtf8()).object().value(u"mood"_s)
          == u"bad"_s);
}
