// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv/csvreader.h"

#include "domain/records/inenglish.h"
#include "support/catch_qt.h"
#include "support/naughtytext.h"

#include <QBuffer>
#include <QTemporaryFile>

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;

namespace {

// One line per row or problem: "2: a|b" or "3! reason".
QString shown(const CsvItem &item)
{
    if (const auto *problem = std::get_if<CsvProblem>(&item))
        return u"%1! %2"_s.arg(problem->line).arg(inEnglish(problem->reason));
    const auto &row = std::get<CsvRow>(item);
    return u"%1: %2"_s.arg(row.line).arg(row.fields.join(u'|'));
}

QList<CsvItem> readAll(QByteArray bytes, const CsvDialect &dialect, const CsvLimits &limits = {})
{
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::ReadOnly));
    CsvReader reader(buffer, dialect, limits);
    QList<CsvItem> items;
    while (std::optional<CsvItem> item = test::valueOf(reader.next()))
        items += *item;
    return items;
}

QStringList read(const QByteArray &bytes, const CsvDialect &dialect = CsvDialect::machine(),
                 const CsvLimits &limits = {})
{
    QStringList lines;
    for (const CsvItem &item : readAll(bytes, dialect, limits))
        lines += shown(item);
    return lines;
}

CsvHeader readHeader(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::ReadOnly));
    CsvReader reader(buffer, CsvDialect::machine());
    return test::valueOf(reader.readHeader());
}

// A file on a disk that fails after the first half.
class FailingDevice : public QIODevice
{
public:
    qint64 size() const override { return 100; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        if (pos() > 0)
            return -1;
        const qint64 count = std::min<qint64>(size, 4);
        std::copy_n("a,b\n", count, data);
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }
};

} // namespace

TEST_CASE("Rows are read with the line each starts on", "[exchange]")
{
    CHECK(read("a,b\n1,2\n") == QStringList{u"1: a|b"_s, u"2: 1|2"_s});
    CHECK(read("a,b\n1,2") == QStringList{u"1: a|b"_s, u"2: 1|2"_s});
    CHECK(read("a,b\n,\n") == QStringList{u"1: a|b"_s, u"2: |"_s});
    CHECK(read("").isEmpty());
    CHECK(read("\n\r\n\r").isEmpty());
}

TEST_CASE("Line endings of all kinds may be mixed", "[exchange]")
{
    CHECK(read("a\nb\r\nc\rd\n\re") == QStringList{u"1: a"_s, u"2: b"_s, u"3: c"_s, u"4: d"_s, u"6: e"_s});
}

TEST_CASE("Quotes hold separators, line breaks and doubled quotes", "[exchange]")
{
    CHECK(read("\"a,b\",\"say \"\"hi\"\"\"\n") == QStringList{u"1: a,b|say \"hi\""_s});
    CHECK(read("\"1\r\n2\n3\r4\",x\nlast,row\n") == QStringList{u"1: 1\r\n2\n3\r4|x"_s, u"5: last|row"_s});
    CHECK(read("5\" pipe,x\n") == QStringList{u"1: 5\" pipe|x"_s});
}

TEST_CASE("An empty field in quotes is empty, and known to have been quoted", "[exchange]")
{
    const QList<CsvItem> items = readAll("\"\",\n", CsvDialect::machine());
    REQUIRE(items.size() == 1);
    const auto &row = std::get<CsvRow>(items.first());
    CHECK(row.fields == QStringList{QString(), QString()});
    CHECK(row.quoted.at(0));
    CHECK_FALSE(row.quoted.at(1));
}

TEST_CASE("Blank lines are passed over and still counted", "[exchange]")
{
    CHECK(read("a,b\n\n\n1,2\n   \n3,4\n") == QStringList{u"1: a|b"_s, u"4: 1|2"_s, u"6: 3|4"_s});
    CHECK(read("\"\"\n\n  \n") == QStringList{u"1: "_s, u"3:   "_s});
}

TEST_CASE("A row with too few fields is reported with its line and the rest is read", "[exchange]")
{
    CHECK(read("a,b,c\n1,2\n1,2,3,4\n1,2,3\n")
          == QStringList{u"1: a|b|c"_s, u"2! The row has too few fields: 2 instead of 3."_s,
                         u"3! The row has too many fields: 4 instead of 3."_s, u"4: 1|2|3"_s});
    const auto problem = std::get<CsvProblem>(readAll("a,b\n\"x\n,y\"\nz", {}).at(1));
    CHECK(problem.raw == u"\"x\n,y\""_s);
    CHECK(problem.column == 0);
}

TEST_CASE("A quote that is never closed spoils its line and not the rest of the file", "[exchange]")
{
    CHECK(read("a,b\n1,\"oops\n3,4\n5,6\n")
          == QStringList{u"1: a|b"_s, u"2! The quote that opens column 2 is never closed."_s, u"3: 3|4"_s,
                         u"4: 5|6"_s});
    CHECK(read("\"") == QStringList{u"1! The quote that opens column 1 is never closed."_s});
    const auto problem = std::get<CsvProblem>(readAll("\"x,y\r\nz", {}).first());
    CHECK(problem.raw == u"\"x,y"_s);
    CHECK(problem.column == 1);
}

TEST_CASE("Text behind a closing quote is reported with its column", "[exchange]")
{
    CHECK(read("a,\"b\" c\n1,2\n")
          == QStringList{u"1! Column 2 goes on behind its closing quote."_s, u"2: 1|2"_s});
    CHECK(read("a,\"open\n1,2\n\"x\",3\n")
          == QStringList{u"1! Column 2 goes on behind its closing quote."_s, u"2: 1|2"_s, u"3: x|3"_s});
}

TEST_CASE("Bytes that are no text are a problem of their row", "[exchange]")
{
    CHECK(read(QByteArray("a,b\n1,\0\n3,4\n", 12))
          == QStringList{u"1: a|b"_s, u"2! Column 2 holds bytes that are not UTF-8 text."_s, u"3: 3|4"_s});
    CHECK(read("a\n\xFF\nb")
          == QStringList{u"1: a"_s, u"2! Column 1 holds bytes that are not UTF-8 text."_s, u"3: b"_s});
    CHECK(read("a\n\xE2\x82")
          == QStringList{u"1: a"_s, u"2! Column 1 holds bytes that are not UTF-8 text."_s});
    const CsvDialect utf16{.encoding = TextEncoding::Utf16LittleEndian};
    CHECK(read(QByteArray("a\0\n\0\x3D\xD8", 6), utf16)
          == QStringList{u"1: a"_s, u"2! Column 1 holds bytes that are not UTF-16 (little endian) text."_s});
    CHECK(read("a\n\xEF\xBF\xBD\n") == QStringList{u"1: a"_s, u"2: \uFFFD"_s});
}

TEST_CASE("A row beyond the limits is a problem, not a crash", "[exchange]")
{
    const CsvLimits limits{.longestRow = 10, .mostColumns = 3};
    CHECK(read("0123456789\n0123456789x\nb\n", {}, limits)
          == QStringList{u"1: 0123456789"_s, u"2! The row is longer than 10 characters."_s, u"3: b"_s});
    CHECK(read("\"a\n0123456789\n", {}, limits)
          == QStringList{u"1! The row is longer than 10 characters."_s, u"2: 0123456789"_s});
    CHECK(read("1,2,3\n1,2,3,4\n4,5,6\n", {}, limits)
          == QStringList{u"1: 1|2|3"_s, u"2! The row has more than 3 fields."_s, u"3: 4|5|6"_s});
    const auto problem = std::get<CsvProblem>(readAll(QByteArray(99999, 'x'), {}, limits).first());
    CHECK(problem.raw == QString(10, u'x'));
}

TEST_CASE("Column names are made unique and never empty, and every change is reported", "[exchange]")
{
    const CsvHeader header = readHeader("Status, Name ,,Status,Status (2),Status\n");
    CHECK(header.names
          == QStringList{u"Status"_s, u"Name"_s, u"Column 3"_s, u"Status (3)"_s, u"Status (2)"_s,
                         u"Status (4)"_s});
    REQUIRE(header.problems.size() == 3);
    CHECK(header.problems[0].column == 3);
    CHECK(inEnglish(header.problems[0].reason) == u"Column 3 has no name and is called “Column 3”."_s);
    CHECK(inEnglish(header.problems[1].reason)
          == u"Column 4 has the name of an earlier one and is called “Status (3)”."_s);
    CHECK(readHeader("Status,Status").names == QStringList{u"Status"_s, u"Status (2)"_s});
    CHECK(readHeader("Column 2,").names == QStringList{u"Column 2"_s, u"Column 2 (2)"_s});
}

TEST_CASE("A file without a row of column names is refused", "[exchange]")
{
    for (QByteArray bytes : {QByteArray(), QByteArray("\n\n"), QByteArray("\"a,b\n1,2\n")}) {
        QBuffer buffer(&bytes);
        REQUIRE(buffer.open(QIODevice::ReadOnly));
        CsvReader reader(buffer, CsvDialect::machine());
        CHECK(reader.readHeader().error().code == ErrorCode::Unreadable);
    }
}

TEST_CASE("Excel's line about the separator is no data", "[exchange]")
{
    const CsvDialect dialect{.separator = u';', .separatorLine = SeparatorLine::Present};
    CHECK(read("sep=;\r\na;b\r\n", dialect) == QStringList{u"2: a|b"_s});
}

TEST_CASE("Windows-1252 is read in full", "[exchange]")
{
    const CsvDialect dialect{.encoding = TextEncoding::Windows1252};
    CHECK(read("M\xFCller,\x80 5 \x96 \x9F\n", dialect) == QStringList{u"1: Müller|€ 5 – Ÿ"_s});
}

TEST_CASE("A disk that fails ends the reading with an error", "[exchange]")
{
    FailingDevice device;
    REQUIRE(device.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    CsvReader reader(device, CsvDialect::machine());
    CHECK(test::valueOf(reader.next()));
    CHECK(reader.next().error().code == ErrorCode::Unreadable);
}

TEST_CASE("A file that changes while it is read ends the reading with an error", "[exchange]")
{
    QTemporaryFile file;
    REQUIRE(file.open());
    file.write(QByteArray("a,b\n").repeated(50000));
    file.flush();
    file.seek(0);
    CsvReader reader(file, CsvDialect::machine());
    CHECK(test::valueOf(reader.next()));
    QFile other(file.fileName());
    REQUIRE(other.resize(70000));
    Result<std::optional<CsvItem>> item = reader.next();
    while (item && *item)
        item = reader.next();
    REQUIRE_FALSE(item);
    CHECK(inEnglish(item.error().text) == u"The file was changed while it was read."_s);
}

TEST_CASE("The same bytes give the same rows in pieces of any size", "[exchange]")
{
    test::NaughtyText naughty(42);
    for (int round = 0; round < 150; ++round) {
        QByteArray bytes;
        for (int i = 0; i < 6; ++i) {
            bytes += naughty.text().toUtf8();
            bytes += i % 2 == 0 ? "," : "\r\n";
            if (naughty.number(3) == 0)
                bytes += static_cast<char>(naughty.number(255)); // damage
        }
        for (const auto encoding : {TextEncoding::Utf8, TextEncoding::Utf16LittleEndian,
                                    TextEncoding::Utf16BigEndian, TextEncoding::Windows1252}) {
            const CsvDialect dialect{.encoding = encoding};
            const QList<CsvItem> whole = readAll(bytes, dialect);
            for (const qint64 chunk : {1, 2, 3, 7, 4096})
                CHECK((readAll(bytes, dialect, {.chunk = chunk}) == whole));
        }
    }
}
