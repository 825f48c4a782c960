// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks of Office Open XML, as programs really write them.
#include "domain/records/inenglish.h"
#include "exchange/workbook/workbook.h"
#include "support/book.h"
#include "support/workbookfile.h"
#include "support/workbookrows.h"

using namespace headway;
using namespace headway::exchange;
using namespace headway::test;
using namespace Qt::StringLiterals;

TEST_CASE("A cell of a workbook is what its program means, however it is written", "[exchange][workbook]")
{
    const QByteArray shared(
        "<si><t>shared</t></si><si><t/></si><si><r><t>two </t></r><r><rPr/><t>runs</t></r></si>"
        "<si><t>田中</t><rPh sb=\"0\" eb=\"2\"><t>タナカ</t></rPh></si>");
    CHECK(
        rowsOf(xlsxParts(
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c>"
            "<c r=\"C2\" t=\"s\"><v>2</v></c><c r=\"D2\" t=\"s\"><v>3</v></c></row>"
            "<row><c t=\"str\"><f>A1&amp;B1</f><v>formula</v></c><c><f>1+1</f><v>2</v></c>"
            "<c t=\"b\"><v>1</v></c><c t=\"e\"><v>#DIV/0!</v></c>"
            "<c t=\"inlineStr\"><is><r><t>in</t></r><rPh><t>x</t></rPh><r><t>line</t></r></is></c></row>"
            "<row r=\"9\"><c r=\"C9\"/><c r=\"E9\"><v>5</v></c></row><row r=\"10\"/>",
            {}, shared))
        == QStringList{u"2: A Text shared | C Text two runs | D Text 田中"_s,
                       u"3: A Text formula | B Number 2 | C Boolean true | D Error #DIV/0! | E Text inline"_s,
                       u"9: E Number 5"_s});
}

TEST_CASE("Texts of a workbook come with their line breaks and odd signs", "[exchange][workbook]")
{
    CHECK(rowsOf(xlsxParts(xlsxRow(1,
                                   {"a_x000D_\nb_x000d_c", "_x0041_", "_x005F_x0041_", "_x00_",
                                    "_xD83D__xDE00_", "_xD83D_", " a  b "})))
          == QStringList{
              u"1: A Text a\nb\nc | B Text A | C Text _x0041_ | D Text _x00_ | E Text 😀 | F Text \uFFFD | "
              "G Text  a  b "_s});
}

TEST_CASE("Numbers of a workbook are days, amounts or codes by their format", "[exchange][workbook]")
{
    const QList<QByteArray> formats{"14",
                                    "22",
                                    "20",
                                    "9",
                                    "yyyy\\-mm\\-dd\\ hh:mm:ss",
                                    "#,##0.00\\ &quot;€&quot;",
                                    "[$$-409]#,##0.00",
                                    "00000",
                                    "0#&quot; &quot;##&quot; &quot;##",
                                    "[h]:mm:ss",
                                    "[$-407]mmmm\\ yyyy",
                                    "[Red]0.0%;-0.0%",
                                    "General"};
    const auto cell = [](int style, const QByteArray &value) -> QByteArray {
        return "<c s=\"" + QByteArray::number(style) + "\"><v>" + value + "</v></c>";
    };
    CHECK(rowsOf(xlsxParts("<row>" + cell(1, "46085") + cell(2, "46085.520833333336")
                               + cell(3, "0.60416666666666663") + cell(4, "0.35") + cell(5, "46085.75")
                               + cell(6, "-1234.5") + cell(7, "99.90") + "</row><row>" + cell(8, "1234")
                               + cell(9, "61234") + cell(10, "1.5208333333333333") + cell(11, "46082")
                               + cell(12, "0.07") + cell(13, "0.30000000000000004") + "</row>",
                           formats))
          == QStringList{
              u"1: A Day 2026-03-04 | B Moment 2026-03-04 12:30 | C Time 14:30:00 | D Percent 35 | "
              "E Moment 2026-03-04 18:00 | F Amount -1234.5 EUR | G Amount 99.9 USD"_s,
              u"2: A Text 01234 | B Text 06 12 34 | C Time 36:30:00 | D Day 2026-03-01 | E Percent 7 | "
              "F Number 0.3"_s});
}

TEST_CASE("Days count from 1900 or 1904, and the first ones are those of Excel", "[exchange][workbook]")
{
    const QByteArray days("<row><c s=\"1\"><v>1</v></c><c s=\"1\"><v>59</v></c><c s=\"1\"><v>60</v></c>"
                          "<c s=\"1\"><v>61</v></c><c s=\"1\"><v>0</v></c><c s=\"1\"><v>-5</v></c></row>");
    CHECK(rowsOf(xlsxParts(days, {"14"}))
          == QStringList{u"1: A Day 1900-01-01 | B Day 1900-02-28 | C Day 1900-02-29 | D Day 1900-03-01 | "
                         "E Day 1900-01-00 | F Number -5"_s});
    for (const QByteArray &flag : {QByteArray("1"), QByteArray("true")}) {
        Parts parts = xlsxParts(days, {"14"});
        const QByteArray counted = "<workbookPr date1904=\"" + flag + "\"/><sheets>";
        parts[u"xl/workbook.xml"_s].replace("<sheets>", counted);
        CHECK(rowsOf(parts).front().startsWith("1: A Day 1904-01-02 | B Day 1904-02-29 |"_L1));
    }
}

TEST_CASE("Days in ISO form are days of any year", "[exchange][workbook]")
{
    CHECK(
        rowsOf(xlsxParts(
            "<row><c t=\"d\"><v>2026-03-04</v></c><c t=\"d\" s=\"1\"><v>2026-03-04T00:00:00.000Z</v></c>"
            "<c t=\"d\" s=\"2\"><v>2026-03-04T12:30:15.5</v></c><c t=\"d\"><v>1850-01-01T00:00:00</v></c></row>",
            {"14", "22"}))
        == QStringList{u"1: A Day 2026-03-04 | B Day 2026-03-04 | C Moment 2026-03-04 12:30:15.500 | "
                       "D Day 1850-01-01"_s});
}

TEST_CASE("Long numbers keep the digits that the file has, and are marked", "[exchange][workbook]")
{
    CHECK(
        rowsOf(xlsxParts("<row><c><v>12345678901234567</v></c><c><v>1.2345678901234568E+16</v></c>"
                         "<c><v>4.91512E+11</v></c><c><v>1E-7</v></c><c><v>123456789012345</v></c>"
                         "<c><v>1e300</v></c></row>"))
        == QStringList{
            u"1: A Number 12345678901234567 cut | B Number 12345678901234568 cut | "
            "C Number 491512000000 | D Number 0.0000001 | E Number 123456789012345 | F Number 1e300 cut"_s});
}

TEST_CASE("Sheets come in their order, hidden ones are marked, charts are none", "[exchange][workbook]")
{
    Parts parts = xlsxParts(
        {{"Second", xlsxRow(1, {"b"})}, {"!Lists", xlsxRow(1, {"x"})}, {"First", xlsxRow(1, {"a"})}});
    parts[u"xl/workbook.xml"_s].replace("</sheets>",
                                        "<sheet name=\"Chart\" sheetId=\"9\" r:id=\"rIdC\"/></sheets>");
    QByteArray &related = parts[u"xl/_rels/workbook.xml.rels"_s];
    related.replace("</Relationships>",
                    "<Relationship Id=\"rIdC\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                    "relationships/chartsheet\" Target=\"chartsheets/sheet1.xml\"/></Relationships>");
    related.replace("\"worksheets/sheet1.xml\"", "\"/xl/Worksheets/Sheet1.xml\""); // absolute, in other case
    const PackedFile file(parts);
    const auto workbook = openedWorkbook(file);
    CHECK(workbook->sheets()
          == std::vector<WorkbookSheet>{{u"Second"_s, false}, {u"Lists"_s, true}, {u"First"_s, false}});
    CHECK(rowsOf(*workbook, 0) == QStringList{u"1: A Text b"_s});
    CHECK(rowsOf(*workbook, 2) == QStringList{u"1: A Text a"_s});
}

TEST_CASE("Strict workbooks, and those with prefixes on everything, are read like others",
          "[exchange][workbook]")
{
    Parts parts = xlsxParts("<row r=\"1\"><c r=\"B1\"><v>7</v></c></row>");
    for (auto &[name, content] : parts) {
        content.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        "http://purl.oclc.org/ooxml/spreadsheetml/main");
        content.replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships");
    }
    QByteArray &sheet = parts[u"xl/worksheets/sheet1.xml"_s];
    for (const QByteArray &element : QList<QByteArray>{"worksheet", "sheetData", "row", "c ", "c>", "v>"}) {
        for (const QByteArray &sign : QList<QByteArray>{"</", "<"})
            sheet.replace(QByteArray(sign + element), QByteArray(sign + "x:" + element));
    }
    sheet.replace("xmlns=", "xmlns:x=");
    CHECK(rowsOf(parts) == QStringList{u"1: B Number 7"_s});
}

TEST_CASE("What cannot be read of a workbook is said, row by row or for all", "[exchange][workbook]")
{
    CHECK(
        rowsOf(xlsxParts(
            "<row><c t=\"s\"><v>4</v></c><c><v>1</v></c></row><row><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>2</v></c></row>"
            "<row><c r=\"XFE3\"><v>1</v></c></row><row><c><v>x</v></c></row>"))
        == QStringList{u"1: B Number 1 faulty"_s, u"2: B Number 1 faulty"_s, u"3:  faulty"_s,
                       u"4: A Error x"_s});
    Parts cut = xlsxParts(xlsxRow(1, {"a"}));
    cut[u"xl/worksheets/sheet1.xml"_s].chop(20);
    CHECK(faultOf(cut).startsWith("book.xlsx is damaged"_L1));
    Parts without = xlsxParts(xlsxRow(1, {"a"}));
    without.erase(u"xl/worksheets/sheet1.xml"_s);
    CHECK(faultOf(without).startsWith("book.xlsx is damaged"_L1));
}

TEST_CASE("A workbook that would never end is refused", "[exchange][workbook]")
{
    Parts entities = xlsxParts(xlsxRow(1, {"&a;"}));
    QByteArray &sheet = entities[u"xl/worksheets/sheet1.xml"_s];
    sheet.insert(sheet.indexOf("<worksheet"), "<!DOCTYPE x [<!ENTITY a \"bang\">]>");
    CHECK(faultOf(entities).startsWith("book.xlsx is damaged"_L1));
    CHECK(faultOf(xlsxParts(QByteArray("<row><c>").repeated(1000))).startsWith("book.xlsx is damaged"_L1));
    CHECK(faultOf(xlsxParts("<row><c t=\"inlineStr\"><is><t>" + QByteArray("abc ").repeated(6'000'000)
                            + "</t></is></c></row>"))
              .startsWith("book.xlsx is damaged"_L1));
}

TEST_CASE("A million empty rows and the last column of a sheet cost nothing", "[exchange][workbook]")
{
    QByteArray rows;
    for (int i = 1; i <= 200'000; ++i)
        rows += "<row r=\"" + QByteArray::number(i * 5) + "\"/>";
    CHECK(rowsOf(xlsxParts(rows + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")).size() == 1);
}

TEST_CASE("Workbooks of other kinds are named, with what to do", "[exchange][workbook]")
{
    Parts binary = xlsxParts(xlsxRow(1, {"a"}));
    binary[u"xl/workbook.bin"_s] = "x";
    CHECK(faultOf(binary).contains("XLSB"_L1));
    CHECK(faultOf({{u"Index/Document.iwa"_s, "x"}}).contains("Numbers"_L1));
    const PackedFile document({{u"word/document.xml"_s, "<x/>"}});
    CHECK(valueOf(Workbook::open(document.path())) == nullptr);
}
