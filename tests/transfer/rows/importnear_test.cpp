// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "support/transfer.h"
#include "transfer/rows/importdomains.h"

using namespace headway;
using namespace headway::transfer;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::import;
using test::named;

namespace {

QStringList companies(FreshBook &book)
{
    QStringList names;
    for (const Company &company : test::all<Company>(book))
        names += company.name;
    return names;
}

QString companyOf(FreshBook &book, const QString &contact)
{
    const CompanyId id = named<Contact>(book, contact).company;
    return id ? book.load<Company>(id).name : QString();
}

} // namespace

TEST_CASE("A company near to one of the book, or of the file, goes in and is asked about", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Company{.name = u"GTX Pro"_s});
    const QByteArray csv = "Name,City\nGTXPro,Berlin\nAlpha Beta,Rome\nalpha-beta,Oslo\n";
    ImportRequest request{.kind = EntityKind::Company};
    request.mode = RunMode::Dry;
    const ImportReport report = import(book, request, csv);
    CHECK(report.created == 3);
    CHECK(report.offered
          == std::vector<NearName>{{u"name"_s, u"GTXPro"_s, u"GTX Pro"_s, 1},
                                   {u"name"_s, u"alpha-beta"_s, u"Alpha Beta"_s, 1}});
    CHECK(report.isUndecided());

    SECTION("it is the known one")
    {
        request.mode = RunMode::Real;
        request.values = {{u"name"_s, u"GTXPro"_s, u"GTX Pro"_s},
                          {u"name"_s, u"alpha-beta"_s, u"Alpha Beta"_s}};
        request.existing = DuplicatePolicy::Fill;
        const ImportReport done = import(book, request, csv);
        CHECK(done.offered.empty());
        CHECK(companies(book) == QStringList{u"GTX Pro"_s, u"Alpha Beta"_s});
        CHECK(done.created == 1);
        CHECK(named<Company>(book, u"GTX Pro"_s).city == u"Berlin"_s);
    }
    SECTION("it is a new one")
    {
        request.mode = RunMode::Real;
        request.values = {{u"name"_s, u"GTXPro"_s, u"GTXPro"_s},
                          {u"name"_s, u"alpha-beta"_s, u"alpha-beta"_s}};
        const ImportReport done = import(book, request, csv);
        CHECK(done.offered.empty());
        CHECK(done.created == 3);
    }
    SECTION("near names are the known ones")
    {
        request.mode = RunMode::Real;
        request.nearMatches = NearMatches::Take;
        const ImportReport done = import(book, request, csv);
        CHECK(done.taken.size() == 2);
        CHECK(companies(book) == QStringList{u"GTX Pro"_s, u"Alpha Beta"_s});
    }
}

TEST_CASE("Products are asked about, too; people and companies of just the same name are not", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Product{.name = u"GTX Pro"_s});
    CHECK(import(book, {.kind = EntityKind::Product}, "Name\nGTXPro\n").offered.size() == 1);
    CHECK(import(book, {.kind = EntityKind::Company}, "Name,City\nAcme,Berlin\nACME,Rome\n").offered.empty());
    CHECK(import(book, {.kind = EntityKind::Contact}, "Name\nAnna-Lena Berg\nAnna Lena Berg\n").created == 2);
}

TEST_CASE("A domain that many share tells no company apart", "[transfer]")
{
    CHECK(domainIn(u"https://www.acme.example/en"_s) == u"acme.example"_s);
    CHECK(domainIn(u"acme.wordpress.com"_s) == u"acme.wordpress.com"_s);
    for (const char *shared :
         {"gmail.com", "https://facebook.com/acme", "de.linkedin.com/company/acme", "GMX.de"})
        CHECK(domainIn(QString::fromUtf8(shared)).isEmpty());
    CHECK(websiteKey(u"https://www.acme.example/"_s) == websiteKey(u"ACME.example"_s));
    CHECK(websiteKey(u"group.example/alpha"_s) != websiteKey(u"group.example/beta"_s));
    CHECK(websiteKey(u"facebook.com/acme"_s) == u"facebook.com/acme"_s);
    CHECK(websiteKey(u"http://gmail.com"_s).isEmpty());
    CHECK(websitesIn(u"acme.example; www.acme.de"_s) == QStringList{u"acme.example"_s, u"www.acme.de"_s});
    CHECK(websitesIn(u"see Acme, Berlin"_s) == QStringList{u"see Acme, Berlin"_s});
    CHECK(websitesIn(u";"_s) == QStringList{u";"_s});

    FreshBook book(GENERATE(test::anyEngine()));
    import(
        book, {.kind = EntityKind::Company},
        "Name,Website\nAlpha,https://facebook.com/alpha\nBeta,gmail.com\nGamma,group.example\nDelta,group.example\n");
    ImportRequest people{.kind = EntityKind::Contact, .createMissing = {EntityKind::Company}};
    people.unknownNames = UnknownNames::Leave;
    const ImportReport report =
        import(book, people,
               "Name,Company\nAnna Berg,facebook.com/other\nBob Cole,gmail.com\nEva Lang,group.example\n");
    CHECK(report.created == 3);
    CHECK(companyOf(book, u"Anna Berg"_s) != u"Alpha"_s);
    CHECK(companyOf(book, u"Bob Cole"_s) != u"Beta"_s);
    CHECK(companyOf(book, u"Eva Lang"_s).isEmpty()); // Gamma and Delta are there
    CHECK_FALSE(companies(book).contains(u"group.example"_s));

    // By website, two companies of one mailbox provider are two.
    ImportRequest bySite{.kind = EntityKind::Company, .match = {u"website"_s}};
    CHECK(import(book, bySite, "Name,Website\nEta,gmail.com\nTheta,www.gmail.com\n").created == 2);
    CHECK(import(book, bySite, "Name,Website\nAlpha,www.facebook.com/alpha/\n").unchanged == 1);
}

TEST_CASE("A company of two websites is found by the first, and keeps the other", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    import(book, {.kind = EntityKind::Company}, "Name,Website\nAlpha,alpha.example; alpha.de\n");
    const Company alpha = named<Company>(book, u"Alpha"_s);
    CHECK(alpha.website == u"alpha.example"_s);
    CHECK(alpha.description.contains(u"Website: alpha.de"_s));
    book.add(Company{.name = u"Beta"_s, .website = u"beta.example, beta.de"_s}); // as it was typed
    import(book, {.kind = EntityKind::Contact},
           "Name,Company\nAnna Berg,www.alpha.example\nBob Cole,https://beta.de\n");
    CHECK(companyOf(book, u"Anna Berg"_s) == u"Alpha"_s);
    CHECK(companyOf(book, u"Bob Cole"_s) == u"Beta"_s);
}
