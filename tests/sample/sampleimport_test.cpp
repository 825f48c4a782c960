// SPDX-License-Identifier: GPL-3.0-or-later
// The CSV files that ship with the program are imported into a new book like any other file, with features of
// real exports: stages of several pipelines, names that several records share.
#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/pipeline.h"
#include "domain/records/totals.h"
#include "domain/text/moneytext.h"
#include "exchange/csv/csvdetect.h"
#include "exchange/csv/csvreader.h"
#include "store/book/newbook.h"
#include "store/summaries/board.h"
#include "support/transfer.h"

#include <QFile>

#include <map>

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::import;
using test::valueOf;
using transfer::ImportReport;
using transfer::ImportRequest;

namespace {

QString shipped(const QString &name)
{
    return QStringLiteral(HEADWAY_RESOURCES) + u"/sample/"_s + name;
}

// The rows of a shipped file, by column name.
std::vector<QHash<QString, QString>> rowsOf(const QString &name)
{
    QFile file(shipped(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    exchange::CsvReader reader(file, exchange::CsvDialect::machine());
    const QStringList columns = valueOf(reader.readHeader()).names;
    std::vector<QHash<QString, QString>> rows;
    while (true) {
        const auto item = valueOf(reader.next());
        if (!item)
            return rows;
        const auto &row = std::get<exchange::CsvRow>(*item);
        QHash<QString, QString> cells;
        for (qsizetype i = 0; i < columns.size(); ++i)
            cells.insert(columns[i], row.fields[i]);
        rows.push_back(cells);
    }
}

struct Shipped {
    ImportRequest request;
    QString file;
};

// With the same options as `run`.
const std::vector<Shipped> &shippedFiles()
{
    static const std::vector<Shipped> files{
        {{.kind = EntityKind::User, .createMissing = {EntityKind::Team}}, u"team.csv"_s},
        {{.kind = EntityKind::Product}, u"products.csv"_s},
        {{.kind = EntityKind::Company, .createMissing = {EntityKind::Tag}}, u"companies.csv"_s},
        {{.kind = EntityKind::Contact}, u"people.csv"_s},
        {{.kind = EntityKind::Deal}, u"deals.csv"_s},
        {{.kind = EntityKind::Activity}, u"activities.csv"_s}};
    return files;
}

// Minor units of a text like "21185.00".
qint64 minorOf(const QString &amount, const QString &currency)
{
    return amount.isEmpty() ? 0 : valueOf(parseMoney(amount, {u'.', u','}, currency)).minor;
}

QString firstReason(const ImportReport &report)
{
    return report.firstRejected.empty() ? QString() : inEnglish(report.firstRejected.front().reason);
}

QString onlyReason(const ImportReport &report)
{
    CHECK(report.rejected == 1);
    return firstReason(report);
}

ImportRequest deals(const QString &pipeline = {})
{
    return {.kind = EntityKind::Deal,
            .createMissing = {EntityKind::Stage},
            .pipeline = pipeline,
            .currency = u"EUR"_s};
}

struct Renewals {
    PipelineId sales = {};
    PipelineId renewals = {};
};

Renewals salesAndRenewals(FreshBook &book)
{
    const PipelineId sales = test::givenPipeline(book);
    const PipelineId renewals = book.add(Pipeline{.name = u"Renewals"_s, .position = 2});
    book.add(Stage{.pipeline = renewals, .name = u"Due soon"_s, .position = 1, .probability = 60});
    book.add(Stage{
        .pipeline = renewals, .name = u"Won"_s, .position = 2, .type = StageType::Won, .probability = 100});
    return {sales, renewals};
}

} // namespace

TEST_CASE("The shipped CSV files go in without a rejected row, and every number arrives", "[sample]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    valueOf(store::fillNewBook(book.connection(), u"Somebody"_s, {1}));
    for (const Shipped &shippedFile : shippedFiles()) {
        const auto rows = rowsOf(shippedFile.file);
        const int before = book.count(shippedFile.request.kind);
        const ImportReport report = test::importFile(book, shippedFile.request, shipped(shippedFile.file));
        INFO(shippedFile.file.toStdString() << ": " << firstReason(report).toStdString());
        CHECK(report.rejected == 0);
        CHECK(report.created == qint64(rows.size()));
        CHECK(report.plan.notImported.isEmpty());
        CHECK(report.writing.isPlain);
        CHECK(book.count(shippedFile.request.kind) == before + int(rows.size()));
    }

    std::map<std::pair<QString, QString>, qint64> expected; // by stage and currency
    std::map<QString, qint64> counts;
    for (const auto &row : rowsOf(u"deals.csv"_s)) {
        expected[{row[u"Stage"_s], row[u"Currency"_s]}] += minorOf(row[u"Amount"_s], row[u"Currency"_s]);
        ++counts[row[u"Stage"_s]];
    }
    std::map<std::pair<QString, QString>, qint64> found;
    for (const Pipeline &pipeline : test::all<Pipeline>(book)) {
        for (const store::BoardColumn &column :
             valueOf(store::boardColumns(book.connection(), {.pipeline = pipeline.id}, {}, {}))) {
            INFO(column.lane.name().toStdString());
            CHECK(column.count == counts[column.lane.name()]);
            for (const MoneySum &sum : column.sums)
                found[{column.lane.name(), sum.currency}] += sum.minor;
        }
    }
    std::erase_if(expected, [](const auto &sum) { return sum.second == 0; });
    std::erase_if(found, [](const auto &sum) { return sum.second == 0; });
    CHECK((found == expected));
}

TEST_CASE("A row of the shipped activities is linked to the deal of its company", "[sample]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    valueOf(store::fillNewBook(book.connection(), u"Somebody"_s, {1}));
    for (const Shipped &shippedFile : shippedFiles())
        test::importFile(book, shippedFile.request, shipped(shippedFile.file));
    std::map<qint64, qint64> companyOf;
    for (const Deal &deal : test::all<Deal>(book))
        companyOf[deal.id.value] = deal.company.value;
    std::map<qint64, qint64> contactsCompany;
    for (const Contact &contact : test::all<Contact>(book))
        contactsCompany[contact.id.value] = contact.company.value;
    std::map<qint64, std::map<EntityKind, qint64>> links; // by activity
    for (const ActivityLink &link : test::all<ActivityLink>(book))
        links[link.activity.value][link.recordKind] = link.recordId;
    int wrong = 0;
    for (const auto &[activity, to] : links) {
        const qint64 company = to.contains(EntityKind::Company) ? to.at(EntityKind::Company) : 0;
        wrong += to.contains(EntityKind::Deal) && companyOf[to.at(EntityKind::Deal)] != company;
        wrong += to.contains(EntityKind::Contact) && contactsCompany[to.at(EntityKind::Contact)] != company;
    }
    CHECK(wrong == 0);
    CHECK(links.size() == rowsOf(u"activities.csv"_s).size());
}

TEST_CASE("A deal goes to the pipeline that has its stage, and only a new name makes a stage", "[sample]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const Renewals there = salesAndRenewals(book);
    const ImportReport report = import(book, deals(), "Deal,Stage\nA,due soon\nB,Offer\nC,Waiting\n");
    CHECK(report.rejected == 0);
    const auto all = test::all<Deal>(book);
    REQUIRE(all.size() == 3);
    CHECK(all[0].pipeline == there.renewals);
    CHECK(all[1].pipeline == there.sales);
    CHECK(all[2].pipeline == there.sales);
    CHECK(book.count(EntityKind::Stage) == 7);
}

TEST_CASE("A stage of several pipelines is that of the first one, or of the one that is named", "[sample]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const Renewals there = salesAndRenewals(book);
    const auto pipelineOf = [&](const ImportRequest &request, const QByteArray &content) {
        CHECK(import(book, request, content).rejected == 0);
        return test::all<Deal>(book).back().pipeline;
    };
    CHECK(pipelineOf(deals(), "Deal,Stage\nA,Won\n") == there.sales);
    CHECK(pipelineOf(deals(u"renewals"_s), "Deal,Stage\nB,Won\n") == there.renewals);
    CHECK(pipelineOf(deals(), "Deal,Stage,Pipeline\nC,Won,Renewals\n") == there.renewals);
    CHECK(book.count(EntityKind::Stage) == 6);

    const PipelineId service = book.add(Pipeline{.name = u"Service"_s, .position = 3});
    book.add(Stage{.pipeline = service, .name = u"Due soon"_s, .position = 1});
    ImportRequest strict = deals();
    strict.unknownNames = transfer::UnknownNames::Reject;
    CHECK(
        onlyReason(import(book, strict, "Deal,Stage\nD,Due soon\n"))
        == u"Several pipelines have a stage “Due soon”: “Renewals”, “Service”. Say which pipeline, or give it in a column."_s);
    const test::TextFile file("Deal,Stage\nD,Won\n");
    const auto refused =
        transfer::importFile(book.connection(), {.path = file.path()}, deals(u"Nowhere"_s), book.actor());
    REQUIRE_FALSE(refused);
    CHECK(inEnglish(refused.error().text)
          == u"There is no pipeline “Nowhere”; there are: Sales, Renewals, Service."_s);
}

TEST_CASE("A pipeline that is made for a deal gets its stage, though another pipeline has one of "
          "that name",
          "[sample]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const PipelineId sales = test::givenPipeline(book);
    CHECK(import(book, deals(), "Deal,Stage,Pipeline\nA,Offer,Service\nB,Offer,Service\n").rejected == 0);
    const auto all = test::all<Deal>(book);
    REQUIRE(all.size() == 2);
    CHECK(all[0].pipeline != sales);
    CHECK(all[0].pipeline == all[1].pipeline);
    CHECK(all[0].stage == all[1].stage);
    CHECK(book.count(EntityKind::Pipeline) == 2);
}

TEST_CASE("Deals and contacts of one name are told apart by the company and the deal beside them", "[sample]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const CompanyId acme = book.add(Company{.name = u"Acme"_s});
    const CompanyId bolt = book.add(Company{.name = u"Bolt"_s});
    const ContactId ofAcme =
        book.add(Contact{.firstName = u"Jan"_s, .lastName = u"Novák"_s, .company = acme});
    const ContactId ofBolt =
        book.add(Contact{.firstName = u"Jan"_s, .lastName = u"Novák"_s, .company = bolt});
    CHECK(import(book, deals(),
                 "Deal,Contact,Stage,Company\nFilters,Jan Novák,Offer,Acme\nFilters,Jan "
                 "Novák,Offer,Bolt\n"
                 "Only,Jan Novák,Offer,Acme\n")
              .rejected
          == 0);
    const auto made = test::all<Deal>(book);
    REQUIRE(made.size() == 3);
    CHECK(made[0].contact == ofAcme);
    CHECK(made[1].contact == ofBolt);

    const ImportRequest activities{.kind = EntityKind::Activity};
    const auto linkedTo = [&](const QByteArray &row) {
        const ImportReport report = import(book, activities, "Kind,Subject,Contact,Deal,Company\n" + row);
        CHECK(report.rejected == 0);
        const ActivityId last = test::all<Activity>(book).back().id;
        std::map<EntityKind, qint64> links;
        for (const ActivityLink &link : test::all<ActivityLink>(book)) {
            if (link.activity == last)
                links[link.recordKind] = link.recordId;
        }
        return links;
    };
    const auto both = linkedTo("Call,One,Jan Novák,Filters,Bolt\n");
    CHECK(both.at(EntityKind::Deal) == made[1].id.value);
    CHECK(both.at(EntityKind::Contact) == ofBolt.value);
    const auto byDeal = linkedTo("Call,Two,\"Novák, Jan\",Only,\n");
    CHECK(byDeal.at(EntityKind::Contact) == ofAcme.value);
}

TEST_CASE("A name that stays ambiguous is refused with what would decide", "[sample]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    CHECK(import(book, {.kind = EntityKind::Company}, "Company\nAcme\nBolt\nCask\n").created == 3);
    CHECK(import(book, deals(),
                 "Deal,Stage,Company\nFilters,Offer,Acme\nFilters,Offer,Bolt\nFilters,Offer,Bolt\n")
              .created
          == 3);
    const auto reason = [&](const QByteArray &row) {
        ImportRequest strict{.kind = EntityKind::Activity};
        strict.unknownNames = transfer::UnknownNames::Reject;
        return onlyReason(import(book, strict, "Kind,Deal,Company\n" + row));
    };
    CHECK(reason("Call,Filters,\n")
          == u"3 deals are called “Filters”; the company beside the name would tell which is meant."_s);
    CHECK(reason("Call,Filters,Cask\n") == u"3 deals are called “Filters”, none of them at “Cask”."_s);
    CHECK(reason("Call,Filters,Bolt\n")
          == u"2 deals of “Bolt” are called “Filters”; different names would tell them apart."_s);
}
