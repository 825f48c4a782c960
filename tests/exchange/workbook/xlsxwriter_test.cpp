// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook/xlsxwriter.h"

#include "support/catch_qt.h"
#include "support/readworkbook.h"

#include <QBuffer>
#include <QFile>

#include <limits>

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using Kind = ExportCell::Kind;
using test::WorkbookCell;

namespace {

using Row = std::vector<ExportCell>;

QByteArray written(const QStringList &columns, const std::vector<Row> &rows,
                   const QString &title = u"Deals"_s)
{
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    XlsxWriter writer(buffer, title);
    test::valueOf(writer.begin(columns));
    for (const Row &row : rows)
        test::valueOf(writer.addRow(row));
    test::valueOf(writer.finish());
    return buffer.data();
}

// The cell that a single value becomes.
WorkbookCell cellOf(const ExportCell &cell)
{
    const auto sheets = test::readWorkbook(written({u"it"_s}, {{cell}}));
    REQUIRE(sheets.size() == 1);
    return sheets.front().at(u"it"_s, 1);
}

ExportCell text(QStringView text)
{
    return {.kind = Kind::Text, .text = text};
}

WorkbookCell textCell(const QString &value, const QString &format = u"0"_s)
{
    return {u"inlineStr"_s, value, format};
}

ExportCell amount(qint64 minor, QStringView currency, quint8 decimals)
{
    return {.kind = Kind::Amount, .decimals = decimals, .number = minor, .currency = currency};
}

} // namespace

TEST_CASE("Amounts are numbers of a workbook, in their own currency with its decimals", "[exchange]")
{
    CHECK(cellOf(amount(123450, u"EUR", 2)) == WorkbookCell{{}, u"1234.50"_s, u"[$€-2]\\ #,##0.00"_s});
    CHECK(cellOf(amount(-5, u"USD", 2)) == WorkbookCell{{}, u"-0.05"_s, u"[$$-409]#,##0.00"_s});
    CHECK(cellOf(amount(1234, u"JPY", 0)) == WorkbookCell{{}, u"1234"_s, u"[$¥-411]#,##0"_s});
    CHECK(cellOf(amount(1234, u"KWD", 3)) == WorkbookCell{{}, u"1.234"_s, u"[$KWD]\\ #,##0.000"_s});
    CHECK(cellOf(amount(1234, {}, 2)) == WorkbookCell{{}, u"12.34"_s, u"#,##0.00"_s});
    // Sixteen digits are more than a spreadsheet keeps.
    CHECK(cellOf(amount(1'000'000'000'000'001, u"EUR", 2)) == textCell(u"10000000000000.01"_s, u"49"_s));
    CHECK(cellOf(amount(999'999'999'999'999, u"EUR", 2)).value == u"9999999999999.99"_s);
}

TEST_CASE("Days and times are days and times of a workbook, and text where programs differ by a day",
          "[exchange]")
{
    const auto day = [](QStringView text) { return cellOf({.kind = Kind::Day, .text = text}); };
    CHECK(day(u"2026-03-04") == WorkbookCell{{}, u"46085"_s, u"yyyy\\-mm\\-dd"_s});
    CHECK(day(u"1900-03-01").value == u"61"_s);
    CHECK(day(u"9999-12-31").value == u"2958465"_s);
    CHECK(day(u"1900-02-28") == textCell(u"1900-02-28"_s, u"49"_s));
    CHECK(day(u"1604-03-04") == textCell(u"1604-03-04"_s, u"49"_s));
    const auto moment = [](qint64 ms) { return cellOf({.kind = Kind::Moment, .number = ms}); };
    const QString shown = u"yyyy\\-mm\\-dd\\ hh:mm:ss\" UTC\""_s;
    CHECK(moment(0) == WorkbookCell{{}, u"25569"_s, shown});
    CHECK(moment(1'772'582'400'000 + 43'200'000) == WorkbookCell{{}, u"46085.5"_s, shown});
    CHECK(qRound64((moment(1'772'627'400'123).value.toDouble() - 25'569) * 86'400'000) == 1'772'627'400'123);
    CHECK(moment(-3'000'000'000'000) == textCell(u"1874-12-07T18:40:00Z"_s, u"49"_s));
}

TEST_CASE("Percentages, durations, yes and no are what a spreadsheet calculates with", "[exchange]")
{
    CHECK(cellOf({.kind = Kind::Percent, .number = 35}) == WorkbookCell{{}, u"0.35"_s, u"9"_s});
    CHECK(cellOf({.kind = Kind::Percent, .number = 100}) == WorkbookCell{{}, u"1.00"_s, u"9"_s});
    CHECK(cellOf({.kind = Kind::Duration, .number = 129'600}) == WorkbookCell{{}, u"1.5"_s, u"46"_s});
    CHECK(cellOf({.kind = Kind::Duration, .number = -60}) == textCell(u"-60"_s, u"49"_s));
    CHECK(cellOf({.kind = Kind::YesNo, .number = 1}) == WorkbookCell{u"b"_s, u"1"_s, u"0"_s});
    CHECK(cellOf({.kind = Kind::YesNo, .number = 0}) == WorkbookCell{u"b"_s, u"0"_s, u"0"_s});
    CHECK(cellOf({.kind = Kind::Whole, .number = 12'345'678'901})
          == WorkbookCell{{}, u"12345678901"_s, u"1"_s});
    CHECK(cellOf({.kind = Kind::Real, .real = 2.5}) == WorkbookCell{{}, u"2.5"_s, u"0"_s});
    CHECK(cellOf({.kind = Kind::Real, .real = std::numeric_limits<double>::infinity()})
          == textCell(u"inf"_s));
    CHECK(cellOf({}) == WorkbookCell());
}

TEST_CASE("Ids, and whatever a spreadsheet would spoil, are text", "[exchange]")
{
    CHECK(cellOf({.kind = Kind::Id, .number = 17}) == textCell(u"17"_s, u"49"_s));
    CHECK(cellOf({.kind = Kind::Whole, .number = 1'234'567'890'123'456})
          == textCell(u"1234567890123456"_s, u"49"_s));
    CHECK(cellOf({.kind = Kind::Real, .real = 0.30000000000000004})
          == textCell(u"0.30000000000000004"_s, u"49"_s));
    CHECK(cellOf({.kind = Kind::Real, .real = 0.3}) == WorkbookCell{{}, u"0.3"_s, u"0"_s});
    for (const QString &spoilt : {u"=1+1"_s, u"+49 30 1234"_s, u"-5"_s, u"@name"_s, u"00123"_s, u"3/4"_s,
                                  u"12345678901234567"_s, u"'quoted"_s})
        CHECK(cellOf(text(spoilt)) == textCell(spoilt, u"49"_s));
    CHECK(cellOf(text(u"Pumps")) == textCell(u"Pumps"_s));
    CHECK(cellOf(text(u" two blanks  ")) == textCell(u" two blanks  "_s));
    CHECK(cellOf(text(u"one\ntwo")) == textCell(u"one\ntwo"_s));
    CHECK(cellOf(text(u"https://a.example/?b=1&c=2")) == textCell(u"https://a.example/?b=1&c=2"_s));
    CHECK(cellOf(text({})) == WorkbookCell());
}

TEST_CASE("The names of the columns stay in sight, can filter, and the columns are as wide as they need",
          "[exchange]")
{
    const QString name(30, u'n');
    const auto sheet = test::readWorkbook(written({u"id"_s, u"name"_s},
                                                  {{{.kind = Kind::Id, .number = 1}, text(name)},
                                                   {{.kind = Kind::Id, .number = 2}, text(u"short")}}))
                           .front();
    CHECK(sheet.name == u"Deals"_s);
    CHECK(sheet.isHeadFrozen);
    CHECK(sheet.filter == u"A1:B3"_s);
    CHECK(sheet.digitsAsText == u"A2:A3"_s);
    REQUIRE(sheet.widths.size() == 2);
    CHECK(sheet.widths[0] == 10);
    CHECK(sheet.widths[1] == 32);
}

TEST_CASE("A workbook with many columns and none of any rows is one, too", "[exchange]")
{
    QStringList columns;
    for (int i = 1; i <= 16'384; ++i)
        columns += QString::number(i);
    const auto sheet = test::readWorkbook(written(columns, {})).front();
    CHECK(sheet.rows.front().value(u"Z"_s).value == u"26"_s);
    CHECK(sheet.rows.front().value(u"AA"_s).value == u"27"_s);
    CHECK(sheet.rows.front().value(u"ZZ"_s).value == u"702"_s);
    CHECK(sheet.rows.front().value(u"AAA"_s).value == u"703"_s);
    CHECK(sheet.rows.front().value(u"XFD"_s).value == u"16384"_s);
    CHECK(sheet.filter == u"A1:XFD1"_s);
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    columns += u"one more"_s;
    CHECK(XlsxWriter(buffer, u"Deals"_s).begin(columns).error().code == ErrorCode::Invalid);
}

TEST_CASE("More rows than a sheet holds go on in a further sheet with the same head", "[exchange]")
{
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    XlsxWriter writer(buffer, u"Deals"_s);
    test::valueOf(writer.begin({u"n"_s}));
    Row row{{.kind = Kind::Whole}};
    bool isWritten = true;
    for (qint64 i = 1; i <= 1'048'577 && isWritten; ++i) {
        row.front().number = i;
        isWritten = writer.addRow(row).has_value();
    }
    REQUIRE(isWritten);
    test::valueOf(writer.finish());
    const auto parts = test::partsOf(buffer.data());
    const QByteArray first = parts[u"xl/worksheets/sheet1.xml"_s];
    CHECK(first.contains("<c r=\"A1048576\" s=\"4\"><v>1048575</v></c></row></sheetData>"));
    const QByteArray second = parts[u"xl/worksheets/sheet2.xml"_s];
    CHECK(second.contains("<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>n</t></is></c></row>"
                          "<row r=\"2\"><c r=\"A2\" s=\"4\"><v>1048576</v></c></row>"
                          "<row r=\"3\"><c r=\"A3\" s=\"4\"><v>1048577</v></c></row></sheetData>"));
    CHECK(parts[u"xl/workbook.xml"_s].contains("name=\"Deals (2)\""));
}

TEST_CASE("What no cell can hold is told or refused, never lost in silence", "[exchange]")
{
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    XlsxWriter writer(buffer, u"Notes"_s);
    test::valueOf(writer.begin({u"note"_s}));
    const QString note(32'768, u'a');
    test::valueOf(writer.addRow(Row{text(note)}));
    test::valueOf(writer.addRow(Row{text(QStringView(note).first(32'767))}));
    CHECK(writer.shortened() == 1);
    CHECK(writer.addRow(Row{text(QString(QChar(QChar::Null)))}).error().code == ErrorCode::Invalid);
    CHECK(writer.addRow(Row{text(QString(QChar(0xD83D)))}).error().code == ErrorCode::Invalid);
}

TEST_CASE("The same rows give the same workbook", "[exchange]")
{
    const std::vector<Row> rows{{text(u"Pumps"), amount(100, u"EUR", 2)},
                                {text(u"Valves"), amount(100, u"CHF", 2)}};
    CHECK((written({u"name"_s, u"amount"_s}, rows) == written({u"name"_s, u"amount"_s}, rows)));
}

TEST_CASE("A full disk ends a workbook in one sentence", "[exchange]")
{
    QFile full(u"/dev/full"_s);
    if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return;
    XlsxWriter writer(full, u"Deals"_s);
    CHECK_FALSE(writer.begin({u"name"_s}));
}
