// SPDX-License-Identifier: GPL-3.0-or-later
// What an export writes into a workbook: every value that CSV has, as what it is.
#include "domain/records/company.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "domain/text/datetext.h"
#include "exchange/csv/csvreader.h"
#include "exchange/workbook/workbook.h"
#include "support/largestfile.h"
#include "support/naughtybook.h"
#include "support/readworkbook.h"
#include "support/transfer.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::valueOf;

namespace {

QByteArray workbookOf(FreshBook &book, const transfer::ExportRequest &request)
{
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    (void)valueOf(
        transfer::exportInto(buffer, book.connection(), request, {.format = transfer::FileFormat::Xlsx}));
    return buffer.data();
}

QList<QStringList> rowsOfCsv(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::ReadOnly));
    exchange::CsvReader reader(buffer, exchange::CsvDialect::machine());
    QList<QStringList> rows;
    while (auto item = valueOf(reader.next()))
        rows += std::get<exchange::CsvRow>(*item).fields;
    return rows;
}

// All rows of the only sheet, as our own reader has them.
std::vector<exchange::WorkbookRow> rowsRead(const QByteArray &bytes)
{
    const test::TextFile file(bytes, u"book.xlsx"_s);
    const auto workbook = valueOf(exchange::Workbook::open(file.path()));
    REQUIRE(workbook);
    REQUIRE(workbook->sheets().size() == 1);
    const auto rows = valueOf(workbook->rows(0));
    std::vector<exchange::WorkbookRow> read;
    exchange::WorkbookRow row;
    while (valueOf(rows->next(row)))
        read.push_back(row);
    return read;
}

// A cell as CSV has it. Text stays text, so that a value which became one of another kind is seen.
QString asInCsv(const exchange::WorkbookCell &cell)
{
    using Type = exchange::WorkbookCell::Type;
    switch (cell.type) {
    case Type::Boolean: return cell.text == "true"_L1 ? u"yes"_s : u"no"_s;
    case Type::Moment: return formatInstant(valueOf(parseInstant(cell.text)));
    case Type::Time: {
        const QStringList parts = cell.text.split(u':');
        REQUIRE(parts.size() == 3);
        return QString::number(parts[0].toLongLong() * 3600 + parts[1].toLongLong() * 60
                               + parts[2].toLongLong());
    }
    case Type::Error: FAIL("an error: " << cell.text.toStdString()); break;
    case Type::Empty:
    case Type::Text:
    case Type::Number:
    case Type::Percent:
    case Type::Amount:
    case Type::Day: break;
    }
    return cell.text;
}

// What a row of CSV says, for a cell of that type: in a workbook 1234.50 and 1234.5 are one number, and line breaks are
// all of one kind.
QString expectedOf(QString text, exchange::WorkbookCell::Type type)
{
    using Type = exchange::WorkbookCell::Type;
    if (type == Type::Text)
        return text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    if ((type == Type::Number || type == Type::Amount) && text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return text;
}

} // namespace

TEST_CASE("A workbook says of every record what CSV says", "[transfer]")
{
    const unsigned seed = GENERATE(11u, 12u);
    FreshBook book(GENERATE(test::anyEngine()));
    test::NaughtyBook(book, seed).fill(12);
    for (const EntityKind kind : allEntityKinds()) {
        INFO(tableName(kind).data());
        const QList<QStringList> expected = rowsOfCsv(test::exported(book, kind));
        const auto sheets = test::readWorkbook(workbookOf(book, {.query = {.kind = kind}}));
        REQUIRE(sheets.size() == 1);
        REQUIRE(sheets.front().rows.size() == size_t(expected.size()));
        const QStringList &columns = expected.front();
        for (qsizetype row = 1; row < expected.size(); ++row) {
            for (qsizetype column = 0; column < columns.size(); ++column) {
                CAPTURE(row, columns[column]);
                QString text = expected[row][column];
                text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
                CHECK(test::meant(sheets.front().at(columns[column], size_t(row))) == text);
            }
        }
    }
}

TEST_CASE("A workbook that Headway wrote comes back identical in every value", "[transfer][workbook]")
{
    const unsigned seed = GENERATE(14u, 15u);
    FreshBook book(GENERATE(test::anyEngine()));
    test::NaughtyBook(book, seed).fill(12);
    for (const EntityKind kind : allEntityKinds()) {
        INFO(tableName(kind).data());
        const QList<QStringList> written = rowsOfCsv(test::exported(book, kind));
        const auto read = rowsRead(workbookOf(book, {.query = {.kind = kind}}));
        REQUIRE(read.size() == size_t(written.size()));
        const QStringList &columns = written.front();
        const qsizetype currency = columns.indexOf(u"currency"_s);
        for (qsizetype i = 0; i < written.size(); ++i) {
            const exchange::WorkbookRow &row = read[size_t(i)];
            CHECK_FALSE(row.isFaulty);
            CHECK(row.line == i + 1);
            QStringList blank = written[i]; // once each cell that there is has taken its own
            for (const exchange::WorkbookCell &cell : row.cells) {
                REQUIRE(cell.column < columns.size());
                CAPTURE(i, columns[cell.column]);
                CHECK(asInCsv(cell) == expectedOf(written[i][cell.column], cell.type));
                CHECK_FALSE(cell.isCut);
                if (currency >= 0 && cell.type == exchange::WorkbookCell::Type::Amount)
                    CHECK(cell.currency == written[i][currency]);
                blank[cell.column].clear();
            }
            CHECK(blank.join(QString()) == QString());
        }
    }
}

TEST_CASE("Deals in several currencies are each an amount in its own", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const PipelineId sales = test::givenPipeline(book);
    book.add(CustomField{.recordKind = EntityKind::Deal,
                         .name = u"deposit"_s,
                         .label = u"Deposit"_s,
                         .kind = CustomKind::Money});
    for (const auto &[currency, amount] :
         {std::pair(u"EUR"_s, 123450), {u"USD"_s, 100}, {u"JPY"_s, 5000}, {u"KWD"_s, 1234}, {u"CHF"_s, 5}})
        book.add(Deal{.name = currency,
                      .pipeline = sales,
                      .stage = {1},
                      .amount = amount,
                      .currency = currency,
                      .expectedClose = QDate(2026, 3, 4),
                      .custom = u"{\"deposit\": 700}"_s});
    const auto sheet = test::readWorkbook(workbookOf(book,
                                                     {.query = {.kind = EntityKind::Deal},
                                                      .columns = {u"id"_s, u"name"_s, u"amount"_s,
                                                                  u"weighted"_s, u"probability"_s,
                                                                  u"expected_close"_s, u"custom.deposit"_s}}))
                           .front();
    CHECK(sheet.name == u"Deals"_s);
    CHECK(sheet.at(u"id"_s, 1) == test::WorkbookCell{u"inlineStr"_s, u"1"_s, u"49"_s});
    CHECK(sheet.at(u"amount"_s, 1) == test::WorkbookCell{{}, u"1234.50"_s, u"[$€-2]\\ #,##0.00"_s});
    CHECK(sheet.at(u"weighted"_s, 1) == test::WorkbookCell{{}, u"246.90"_s, u"[$€-2]\\ #,##0.00"_s});
    CHECK(sheet.at(u"probability"_s, 1) == test::WorkbookCell{{}, u"0.20"_s, u"9"_s});
    CHECK(sheet.at(u"expected_close"_s, 1) == test::WorkbookCell{{}, u"46085"_s, u"yyyy\\-mm\\-dd"_s});
    CHECK(sheet.at(u"custom.deposit"_s, 1).value == u"7.00"_s);
    CHECK(sheet.at(u"amount"_s, 2).format == u"[$$-409]#,##0.00"_s);
    CHECK(sheet.at(u"amount"_s, 3) == test::WorkbookCell{{}, u"5000"_s, u"[$¥-411]#,##0"_s});
    CHECK(sheet.at(u"amount"_s, 4) == test::WorkbookCell{{}, u"1.234"_s, u"[$KWD]\\ #,##0.000"_s});
    CHECK(sheet.at(u"amount"_s, 5) == test::WorkbookCell{{}, u"0.05"_s, u"[$CHF]\\ #,##0.00"_s});
}

TEST_CASE("A workbook takes its place whole or not at all, and says which texts it cut", "[transfer]")
{
    FreshBook book(sql::Engine::Sqlite);
    book.add(Company{.name = u"Acme"_s, .description = QString(40'000, u'a')});
    QTemporaryDir folder;
    const transfer::TargetFile file{.path = folder.filePath(u"companies.xlsx"_s),
                                    .format = transfer::FileFormat::Xlsx,
                                    .sheet = u"Kunden"_s,
                                    .digest = transfer::Digest::Sha256};
    const transfer::ExportRequest request{.query = {.kind = EntityKind::Company}};
    const auto report = valueOf(transfer::exportFile(book.connection(), request, file));
    CHECK(report.shortened == 1);
    const QByteArray before = test::contentOf(file.path);
    CHECK(report.sha256 == QCryptographicHash::hash(before, QCryptographicHash::Sha256));
    CHECK(test::readWorkbook(before).front().name == u"Kunden"_s);
    const auto cancelled =
        transfer::exportFile(book.connection(), request, file, [](qint64, qint64) { return false; });
    CHECK(cancelled.error().code == ErrorCode::Cancelled);
    CHECK((test::contentOf(file.path) == before));
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{u"companies.xlsx"_s});
}

TEST_CASE("A disk that fills ends an export in one sentence, leaves no file, and an older one as it was",
          "[transfer]")
{
    FreshBook book(sql::Engine::Sqlite);
    test::NaughtyBook(book, 13).fill(40);
    QTemporaryDir folder;
    const transfer::ExportRequest request{.query = {.kind = EntityKind::Contact}};
    const QStringList names{u"people.csv"_s, u"people.vcf"_s, u"people.xlsx"_s};
    for (const QString &name : names) {
        const transfer::TargetFile file{.path = folder.filePath(name),
                                        .format = *transfer::formatCalled(name)};
        CAPTURE(name);
        valueOf(transfer::exportFile(book.connection(), request, file));
        const QByteArray before = test::contentOf(file.path);
        for (const qsizetype most : {qsizetype(0), before.size() / 3, before.size() - 1}) {
            CAPTURE(most, before.size());
            Result<transfer::ExportReport> report;
            {
                const test::LargestFile limit(most);
                report = transfer::exportFile(book.connection(), request, file);
            }
            REQUIRE_FALSE(report);
            CHECK(inEnglish(report.error().text).contains("written: "_L1));
        }
        CHECK((test::contentOf(file.path) == before));
    }
    CHECK(QDir(folder.path()).entryList(QDir::Files, QDir::Name) == names);
}

TEST_CASE("What a file is called says which format it has", "[transfer]")
{
    CHECK(transfer::formatCalled(u"/tmp/Deals.XLSX"_s) == transfer::FileFormat::Xlsx);
    CHECK(transfer::formatCalled(u"deals.csv"_s) == transfer::FileFormat::Csv);
    CHECK_FALSE(transfer::formatCalled(u"deals.txt"_s));
    CHECK_FALSE(transfer::formatCalled(u"-"_s));
}
