// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv/csvwriter.h"

#include "domain/records/inenglish.h"
#include "exchange/csv/csvdetect.h"
#include "exchange/csv/csvreader.h"
#include "support/catch_qt.h"
#include "support/naughtytext.h"

#include <QBuffer>
#include <QFile>

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;

namespace {

using Table = QList<QStringList>;

QByteArray written(const Table &table, const CsvDialect &dialect)
{
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    CsvWriter writer(buffer, dialect);
    for (const QStringList &row : table)
        test::valueOf(writer.writeRow(row));
    test::valueOf(writer.finish());
    return buffer.data();
}

Table readBack(QByteArray bytes, const CsvDialect &dialect)
{
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::ReadOnly));
    CsvReader reader(buffer, dialect);
    Table table;
    while (std::optional<CsvItem> item = test::valueOf(reader.next())) {
        if (const auto *row = std::get_if<CsvRow>(&*item))
            table += row->fields;
        else
            FAIL(inEnglish(std::get<CsvProblem>(*item).reason).toStdString());
    }
    return table;
}

Table naughtyTable(test::NaughtyText &naughty, TextEncoding encoding)
{
    Table table;
    const int columns = 1 + naughty.number(4);
    for (int rows = 1 + naughty.number(5); rows > 0; --rows) {
        QStringList row;
        for (int i = 0; i < columns; ++i)
            row += encoding == TextEncoding::Windows1252 ? naughty.windows1252Text() : naughty.text();
        table += row;
    }
    return table;
}

QList<CsvDialect> allDialects()
{
    QList<CsvDialect> dialects;
    for (const auto encoding : {TextEncoding::Utf8, TextEncoding::Utf16LittleEndian,
                                TextEncoding::Utf16BigEndian, TextEncoding::Windows1252}) {
        for (CsvDialect dialect :
             {CsvDialect::machine(), CsvDialect::spreadsheet(u';'), CsvDialect::spreadsheet(u','),
              CsvDialect{.separator = u'\t', .separatorLine = SeparatorLine::Present},
              CsvDialect{.separator = u'|', .formulaGuard = FormulaGuard::On}}) {
            dialect.encoding = encoding;
            if (encoding == TextEncoding::Windows1252)
                dialect.byteOrderMark = ByteOrderMark::Absent;
            dialects += dialect;
        }
    }
    return dialects;
}

} // namespace

TEST_CASE("Files for programs are UTF-8 with commas and quotes only where needed", "[exchange]")
{
    CHECK(
        written({{u"a"_s, u"b,c"_s, u"say \"hi\""_s}, {u" x"_s, u"1\n2"_s, u"=1+1"_s}}, CsvDialect::machine())
        == "a,\"b,c\",\"say \"\"hi\"\"\"\n\" x\",\"1\n2\",=1+1\n");
    CHECK(written({{QString()}, {u"x"_s}}, CsvDialect::machine()) == "\"\"\nx\n");
}

TEST_CASE("Files for spreadsheets have a mark, CR LF and guarded formulas", "[exchange]")
{
    CHECK(written({{u"a"_s, u"=1+1"_s}}, CsvDialect::spreadsheet(u';'))
          == "\xEF\xBB\xBF"
             "a;'=1+1\r\n");
}

TEST_CASE("The formula guard can always be taken away again", "[exchange]")
{
    for (const QString &formula :
         {u"=1"_s, u"+1"_s, u"-1"_s, u"@A"_s, u"\tx"_s, u"\rx"_s, u"'=1"_s, u"''@"_s})
        CHECK(guarded(formula) == QString(u'\'' + formula));
    for (const QString &plain : {u""_s, u"'"_s, u"'tis"_s, u"a=b"_s, u" =1"_s})
        CHECK(guarded(plain) == plain);
    test::NaughtyText naughty(8);
    for (int i = 0; i < 10000; ++i) {
        const QString text = naughty.text();
        CHECK(unguarded(guarded(text)) == text);
    }
}

TEST_CASE("Any text comes back as it was, in every dialect and encoding", "[exchange]")
{
    test::NaughtyText naughty(2026);
    for (const CsvDialect &dialect : allDialects()) {
        for (int round = 0; round < 60; ++round) {
            const Table table = naughtyTable(naughty, dialect.encoding);
            CHECK((readBack(written(table, dialect), dialect) == table));
        }
    }
}

TEST_CASE("A file of ours is recognised without being told how it was written", "[exchange]")
{
    for (CsvDialect dialect : allDialects()) {
        dialect.formulaGuard = FormulaGuard::Off;
        QByteArray bytes = written({{u"Name"_s, u"Größe"_s}, {u"Müller & Söhne"_s, u"5"_s}}, dialect);
        QBuffer buffer(&bytes);
        REQUIRE(buffer.open(QIODevice::ReadOnly));
        CHECK((test::valueOf(detectCsv(buffer)).dialect == dialect));
    }
}

TEST_CASE("What a text file cannot hold is refused, not altered", "[exchange]")
{
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    CsvWriter writer(buffer, CsvDialect::machine());
    CHECK(writer.writeRow({QString(QChar::Null)}).error().code == ErrorCode::Invalid);
    CHECK(writer.writeRow({QString(QChar(0xD83D))}).error().code == ErrorCode::Invalid);
    CsvWriter western(buffer, {.encoding = TextEncoding::Windows1252});
    CHECK(inEnglish(western.writeRow({u"日本"_s}).error().text)
          == u"“日” cannot be written in Windows-1252."_s);
}

TEST_CASE("Rows of different length are never written", "[exchange]")
{
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    CsvWriter writer(buffer, CsvDialect::machine());
    CHECK(writer.writeRow({u"a"_s, u"b"_s}));
    CHECK(writer.writeRow({u"a"_s}).error().code == ErrorCode::Internal);
    CHECK(writer.writeRow({}).error().code == ErrorCode::Internal);
}

TEST_CASE("A full disk is reported", "[exchange]")
{
    QFile full(u"/dev/full"_s);
    if (!full.open(QIODevice::WriteOnly))
        return;
    CsvWriter writer(full, CsvDialect::machine());
    CHECK(writer.writeRow({u"a"_s}));
    CHECK_FALSE(writer.finish());
    CHECK_FALSE(writer.writeRow({QString(200000, u'x')}));
}
