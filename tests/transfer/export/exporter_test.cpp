// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/export/exporter.h"

#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "domain/records/user.h"
#include "support/transfer.h"
#include "transfer/export/csvsink.h"

#include <QBuffer>
#include <QCryptographicHash>

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::valueOf;

TEST_CASE("A deal is exported with names beside ids, money as decimals, days in ISO form", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const PipelineId sales = test::givenPipeline(book);
    const UserId ana = book.add(User{.name = u"Ana Núñez"_s});
    book.add(Deal{.name = u"=Pumps, \"big\""_s,
                  .pipeline = sales,
                  .stage = {1},
                  .amount = 123450,
                  .currency = u"EUR"_s,
                  .expectedClose = QDate(2026, 3, 4),
                  .owner = ana});
    CHECK(test::exported(book, EntityKind::Deal,
                         {u"id"_s, u"name"_s, u"stage"_s, u"stage_id"_s, u"amount"_s, u"currency"_s,
                          u"expected_close"_s, u"owner"_s})
          == QByteArray("id,name,stage,stage_id,amount,currency,expected_close,owner\n"
                        "1,\"=Pumps, \"\"big\"\"\",Qualified,1,1234.50,EUR,2026-03-04,Ana Núñez\n"));
}

TEST_CASE("Each kind of record has an export that begins with its id and ends with its first day",
          "[transfer]")
{
    FreshBook book(sql::Engine::Sqlite);
    for (const EntityKind kind : allEntityKinds()) {
        const QStringList columns = valueOf(transfer::exportColumns(book.connection(), kind));
        INFO(tableName(kind).data());
        CHECK(columns.front() == u"id"_s);
        CHECK(columns.back() == u"created"_s);
        CHECK_FALSE(columns.contains(u"modified"_s));
        CHECK_FALSE(columns.contains(u"name_key"_s));
        CHECK(test::exported(book, kind) == columns.join(u',').toUtf8() + '\n');
    }
}

TEST_CASE("An export can be filtered and ordered like the list on the screen", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    for (const QString &name : {u"Beta"_s, u"Alpha"_s, u"Gamma"_s})
        book.add(Company{.name = name, .sector = name == u"Gamma"_s ? u"Retail"_s : u"Medical"_s});
    transfer::ExportRequest request;
    request.query.kind = EntityKind::Company;
    request.query.filter = *parseFilter(EntityKind::Company, u"sector:Medical", QDate(2026, 1, 1));
    request.query.order = valueOf(parseOrder(EntityKind::Company, u"name"));
    request.columns = {u"name"_s};
    QTemporaryDir folder;
    const QString path = folder.filePath(u"companies.csv"_s);
    const transfer::ExportReport report = valueOf(
        transfer::exportFile(book.connection(), request, {.path = path, .digest = transfer::Digest::Sha256}));
    CHECK(test::contentOf(path) == QByteArray("name\nAlpha\nBeta\n"));
    CHECK(report.rows == 2);
    CHECK(report.sha256 == QCryptographicHash::hash(test::contentOf(path), QCryptographicHash::Sha256));
}

TEST_CASE("Belongings of a deleted record are not exported, and references to it are blank", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const CompanyId acme = book.add(Company{.name = u"Acme"_s});
    book.add(Contact{.lastName = u"One"_s, .company = acme});
    book.add(
        ContactPoint{.recordKind = EntityKind::Company, .recordId = acme.value, .value = u"a@b.example"_s});
    book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Company, acme.value})}});
    CHECK(test::exported(book, EntityKind::Contact, {u"last_name"_s, u"company"_s, u"company_id"_s})
          == QByteArray("last_name,company,company_id\nOne,,\n"));
    CHECK(test::exported(book, EntityKind::ContactPoint, {u"value"_s}) == QByteArray("value\n"));
}

TEST_CASE("Fields of the user's own are columns of the export", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(CustomField{.recordKind = EntityKind::Company,
                         .name = u"rank"_s,
                         .label = u"Rank"_s,
                         .kind = CustomKind::Number});
    book.add(Company{.name = u"Acme"_s, .custom = u"{\"rank\": 2.5}"_s});
    CHECK(test::exported(book, EntityKind::Company, {u"name"_s, u"custom.rank"_s})
          == QByteArray("name,custom.rank\nAcme,2.5\n"));
}

TEST_CASE("A spreadsheet gets a byte order mark and no formulas", "[transfer]")
{
    FreshBook book(sql::Engine::Sqlite);
    book.add(Company{.name = u"=cmd|' /C calc'!A0"_s});
    transfer::ExportRequest request;
    request.query.kind = EntityKind::Company;
    request.columns = {u"name"_s};
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    transfer::CsvSink sink(buffer, exchange::CsvDialect::spreadsheet(u';'));
    valueOf(transfer::exportRows(book.connection(), request, sink));
    CHECK(buffer.data().startsWith("\xEF\xBB\xBFname\r\n"));
    CHECK(buffer.data().contains("'=cmd"));
}

TEST_CASE("A wrong column is named, and an export that fails leaves the older file as it was", "[transfer]")
{
    FreshBook book(sql::Engine::Sqlite);
    book.add(Company{.name = u"Acme"_s});
    QTemporaryDir folder;
    const QString path = folder.filePath(u"companies.csv"_s);
    transfer::ExportRequest request;
    request.query.kind = EntityKind::Company;
    valueOf(transfer::exportFile(book.connection(), request, {.path = path}));
    const QByteArray before = test::contentOf(path);
    CHECK(before.contains("Acme"));
    const auto cancelled = transfer::exportFile(book.connection(), request, {.path = path},
                                                [](qint64, qint64) { return false; });
    CHECK(cancelled.error().code == ErrorCode::Cancelled);
    CHECK(test::contentOf(path) == before);
    request.columns = {u"nmae"_s};
    CHECK(inEnglish(transfer::exportFile(book.connection(), request, {.path = path}).error().text)
              .startsWith(u"“nmae” is not a column of companies; there are: id, name"_s));
    CHECK_FALSE(transfer::exportFile(book.connection(), request, {.path = u"/nowhere/x.csv"_s}));
}

TEST_CASE("An activity is exported with the names of whom it was with, and of its deals", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const CompanyId acme = book.add(Company{.name = u"Acme"_s});
    const ContactId cara = book.add(Contact{.firstName = u"Cara"_s, .lastName = u"Diaz"_s});
    const DealId pumps = book.add(Deal{.name = u"Pumps"_s, .pipeline = {1}, .stage = {1}});
    const ActivityId call = book.add(Activity{.subject = u"Call"_s, .at = {1}});
    book.add(Activity{.subject = u"Alone"_s, .at = {1}});
    for (const EntityRef &each :
         {EntityRef{EntityKind::Deal, pumps.value}, EntityRef{EntityKind::Company, acme.value},
          EntityRef{EntityKind::Contact, cara.value}})
        book.add(ActivityLink{.activity = call, .recordKind = each.kind, .recordId = each.id});
    const QByteArray csv = test::exported(book, EntityKind::Activity, {u"subject"_s, u"with"_s, u"deal"_s});
    CHECK(csv.startsWith("subject,with,deal\nCall,\""));
    CHECK(csv.contains("Acme"));
    CHECK(csv.contains("Cara Diaz"));
    CHECK(csv.endsWith("\",Pumps\nAlone,,\n"));
    CHECK_FALSE(
        valueOf(transfer::exportColumns(book.connection(), EntityKind::Activity)).contains(u"with"_s));
}

TEST_CASE("A list in groups is exported group by group", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const UserId ben = book.add(User{.name = u"Ben"_s});
    const UserId ana = book.add(User{.name = u"Ana"_s});
    book.add(Company{.name = u"Alpha"_s, .owner = ben});
    book.add(Company{.name = u"Beta"_s, .owner = ana});
    book.add(Company{.name = u"Delta"_s});
    book.add(Company{.name = u"Gamma"_s, .owner = ben});
    transfer::ExportRequest request;
    request.query.kind = EntityKind::Company;
    request.query.order = valueOf(parseOrder(EntityKind::Company, u"-name"));
    request.columns = {u"name"_s};
    request.grouping = parseGrouping(EntityKind::Company, u"owner_id"_s);
    REQUIRE(request.grouping);
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    transfer::CsvSink sink(buffer, exchange::CsvDialect::machine());
    valueOf(transfer::exportRows(book.connection(), request, sink));
    CHECK(buffer.data() == QByteArray("name\nBeta\nGamma\nAlpha\nDelta\n"));
}

TEST_CASE("Who wants no e-mail is not in a file for mailing, and the file says how many those are",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Contact{.lastName = u"Ada"_s});
    book.add(Contact{.lastName = u"Bob"_s, .optedOut = true});
    book.add(Contact{.lastName = u"Cyd"_s, .doNotCall = true});
    const auto written = [&](transfer::ExportPurpose purpose, EntityKind kind = EntityKind::Contact) {
        QBuffer buffer;
        REQUIRE(buffer.open(QIODevice::WriteOnly));
        transfer::CsvSink sink(buffer, exchange::CsvDialect::machine());
        auto report = transfer::exportRows(
            book.connection(), {.query = {.kind = kind}, .columns = {u"name"_s}, .purpose = purpose}, sink);
        QString text = report ? QString::fromUtf8(buffer.data()) : inEnglish(report.error().text);
        if (report)
            text += QString::number(report->unwilling);
        return text.replace(u'\n', u' ');
    };
    using transfer::ExportPurpose;
    CHECK(written(ExportPurpose::Any) == u"name Ada Bob Cyd 0"_s);
    CHECK(written(ExportPurpose::Mailing) == u"name Ada Cyd 1"_s);
    CHECK(written(ExportPurpose::Calls) == u"name Ada Bob 1"_s);
    CHECK(written(ExportPurpose::Mailing, EntityKind::Deal)
          == u"Only contacts and leads say whether they want to be written to or called, not deals."_s);
}
