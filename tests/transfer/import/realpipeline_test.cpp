// SPDX-License-Identifier: GPL-3.0-or-later
// The public data set "Maven Analytics: CRM Sales Opportunities", imported with the commands of
// docs/import.md. Its folder comes from HEADWAY_REAL_DATA.
#include "domain/records/company.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "domain/records/user.h"
#include "store/rows/records.h"
#include "support/transfer.h"

#include <QFileInfo>

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::valueOf;
using transfer::ImportReport;
using transfer::ImportRequest;

namespace {

QString realFile(const QString &name)
{
    const QString folder = qEnvironmentVariable("HEADWAY_REAL_DATA");
    const QStringList places{folder + u'/' + name, folder + u"/maven-sales-opportunities/"_s + name};
    for (const QString &path : places) {
        if (!folder.isEmpty() && QFileInfo::exists(path))
            return path;
    }
    return {};
}

bool isMissing()
{
    if (!realFile(u"sales_pipeline.csv"_s).isEmpty())
        return false;
    WARN("Skipped: HEADWAY_REAL_DATA does not name the folder of the CRM Sales Opportunities data set.");
    return true;
}

ImportReport importTeams(FreshBook &book)
{
    return test::importFile(book,
                            {.kind = EntityKind::User,
                             .map = {{u"manager"_s, u"team"_s}},
                             .match = {u"name"_s},
                             .createMissing = {EntityKind::Team}},
                            realFile(u"sales_teams.csv"_s));
}

ImportReport importProducts(FreshBook &book)
{
    return test::importFile(book, {.kind = EntityKind::Product, .match = {u"name"_s}, .currency = u"USD"_s},
                            realFile(u"products.csv"_s));
}

ImportReport importAccounts(FreshBook &book)
{
    return test::importFile(book, {.kind = EntityKind::Company, .match = {u"name"_s}, .currency = u"USD"_s},
                            realFile(u"accounts.csv"_s));
}

ImportRequest dealsRequest()
{
    return {.kind = EntityKind::Deal,
            .values = {{u"product"_s, u"GTXPro"_s, u"GTX Pro"_s}},
            .set = {{u"name"_s, u"{product}[ for {account}]"_s}},
            .match = {u"external_id"_s},
            .createMissing = {EntityKind::Stage},
            .currency = u"USD"_s,
            .system = u"maven"_s};
}

ImportReport importDeals(FreshBook &book, const ImportRequest &request)
{
    return test::importFile(book, request, realFile(u"sales_pipeline.csv"_s));
}

void importLists(FreshBook &book)
{
    test::givenPipeline(book);
    importTeams(book);
    importProducts(book);
    importAccounts(book);
}

struct Tally {
    int deals = 0;
    qint64 minor = 0;
};

std::map<QString, Tally> tallyByStage(FreshBook &book)
{
    std::map<qint64, QString> names;
    for (const Stage &stage : test::all<Stage>(book))
        names[stage.id.value] = stage.name;
    std::map<QString, Tally> tally;
    for (const Deal &deal : test::all<Deal>(book)) {
        ++tally[names[deal.stage.value]].deals;
        tally[names[deal.stage.value]].minor += deal.amount.value_or(0);
    }
    return tally;
}

} // namespace

TEST_CASE("The real sales team goes in: thirty-five people, each in a team of their manager", "[transfer]")
{
    if (isMissing())
        return;
    FreshBook book(GENERATE(test::anyEngine()));
    CHECK(importTeams(book).created == 35);
    const auto users = test::all<User>(book);
    REQUIRE(users.size() == 35);
    for (const User &user : users)
        CHECK(user.team);
    CHECK(book.count(EntityKind::Team) == 6);
    CHECK(users.front().region == u"Central"_s);
}

TEST_CASE("The real pipeline goes in without a loss, and the totals are those of the file", "[transfer]")
{
    if (isMissing())
        return;
    FreshBook book(GENERATE(test::anyEngine()));
    importLists(book);
    CHECK(book.count(EntityKind::Company) == 85);
    CHECK(book.count(EntityKind::Product) == 7);

    const QByteArray before = test::exportedWhole(book);
    const ImportReport report = importDeals(book, dealsRequest());
    CHECK(report.read == 8800);
    CHECK(report.created == 8800);
    CHECK(inEnglish(report.step.label) == u"Imported 8,800 deals from sales_pipeline.csv"_s);

    auto tally = tallyByStage(book);
    CHECK(tally[u"Won"_s].deals == 4238);
    CHECK(tally[u"Won"_s].minor == 1'000'553'400);
    CHECK(tally[u"Lost"_s].deals == 2473);
    CHECK(tally[u"Engaging"_s].deals == 1589);
    CHECK(tally[u"Prospecting"_s].deals == 500);

    std::map<int, qint64> wonByQuarter;
    qint64 wonGtxPro = 0;
    int withoutCompany = 0;
    const auto products = test::all<Product>(book);
    const auto gtxPro = std::find_if(products.begin(), products.end(),
                                     [](const Product &p) { return p.name == u"GTX Pro"_s; });
    REQUIRE(gtxPro != products.end());
    for (const Deal &deal : test::all<Deal>(book)) {
        withoutCompany += deal.company ? 0 : 1;
        if (deal.status != StageType::Won)
            continue;
        wonByQuarter[(deal.closedOn.month() + 2) / 3] += *deal.amount / 100;
        wonGtxPro += deal.product == gtxPro->id ? *deal.amount / 100 : 0;
    }
    CHECK(withoutCompany == 1425);
    CHECK(wonByQuarter
          == std::map<int, qint64>{{1, 1'134'672}, {2, 3'086'111}, {3, 2'982'255}, {4, 2'802'496}});
    CHECK(wonGtxPro == 3'510'578);
    CHECK(book.count(EntityKind::StageVisit) == 8800);

    SECTION("the same file again adds nothing")
    {
        const ImportReport again = importDeals(book, dealsRequest());
        CHECK(again.unchanged == 8800);
        CHECK(again.step.id == 0);
        CHECK(book.count(EntityKind::Deal) == 8800);
    }
    SECTION("taken back, the book exports the same bytes as before")
    {
        valueOf(store::revert(book.connection(), report.step.id, book.actor()));
        CHECK(test::exportedWhole(book) == before);
    }
}

TEST_CASE("A product spelt GTXPro in the real pipeline is offered, and taken only when told", "[transfer]")
{
    if (isMissing())
        return;
    FreshBook book(sql::Engine::Sqlite);
    importLists(book);
    ImportRequest request = dealsRequest();
    request.values = {};
    request.mode = transfer::RunMode::Dry;
    SECTION("without a word")
    {
        request.createMissing.push_back(EntityKind::Product);
        const ImportReport report = importDeals(book, request);
        CHECK(report.created == 8800); // without it, but for the text
        CHECK(report.offered
              == std::vector<transfer::NearName>{{u"product"_s, u"GTXPro"_s, u"GTX Pro"_s, 1480}});
    }
    SECTION("without a word, and nothing may go in that is not known")
    {
        request.createMissing.push_back(EntityKind::Product);
        request.unknownNames = transfer::UnknownNames::Reject;
        const ImportReport report = importDeals(book, request);
        CHECK(report.rejected == 1480);
        REQUIRE_FALSE(report.firstRejected.empty());
        CHECK(report.firstRejected.front().line == 3);
        CHECK(report.firstRejected.front().column == u"product"_s);
        CHECK(inEnglish(report.firstRejected.front().reason)
              == u"“GTXPro” is no product; “GTX Pro” is. Is it meant, or a new one?"_s);
    }
    SECTION("with --loose")
    {
        request.nearMatches = transfer::NearMatches::Take;
        const ImportReport report = importDeals(book, request);
        CHECK(report.created == 8800);
        CHECK(report.taken
              == std::vector<transfer::NearName>{{u"product"_s, u"GTXPro"_s, u"GTX Pro"_s, 1480}});
    }
    CHECK(book.count(EntityKind::Deal) == 0);
}

TEST_CASE("The real companies know which company they are part of", "[transfer]")
{
    if (isMissing())
        return;
    FreshBook book(sql::Engine::Sqlite);
    const ImportReport report = importAccounts(book);
    CHECK(report.created == 85);
    CHECK(report.plan.notImported.isEmpty());
    std::map<QString, Company> byName;
    for (const Company &company : test::all<Company>(book))
        byName[company.name] = company;
    CHECK(byName[u"Cheers"_s].parent == byName[u"Massive Dynamic"_s].id);
    CHECK(byName[u"Bluth Company"_s].parent == byName[u"Acme Corporation"_s].id);
    CHECK(byName[u"Bluth Company"_s].revenue == 124232);
    CHECK(byName[u"Bluth Company"_s].founded == 1993);
    CHECK(byName[u"Bluth Company"_s].country == u"United States"_s);
    CHECK(importAccounts(book).unchanged == 85);
}
