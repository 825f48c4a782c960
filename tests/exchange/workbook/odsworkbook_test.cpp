// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks of OpenDocument, as programs really write them.
#include "domain/records/inenglish.h"
#include "exchange/workbook/workbook.h"
#include "support/book.h"
#include "support/workbookfile.h"
#include "support/workbookrows.h"

using namespace headway;
using namespace headway::exchange;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray table(const QByteArray &rows, const QByteArray &attributes = "table:name=\"Sheet1\"")
{
    return "<table:table " + attributes + "><table:table-column/>" + rows + "</table:table>";
}

QByteArray cell(const QByteArray &attributes, const QByteArray &text)
{
    return "<table:table-cell " + attributes + ">" + text + "</table:table-cell>";
}

QByteArray number(const QByteArray &type, const QByteArray &value, const QByteArray &shown)
{
    return cell("office:value-type=\"" + type + "\" office:value=\"" + value + "\"",
                "<text:p>" + shown + "</text:p>");
}

QByteArray text(const QByteArray &inside)
{
    return cell("office:value-type=\"string\"", inside);
}

QByteArray row(const QByteArray &cells, const QByteArray &attributes = {})
{
    return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

} // namespace

TEST_CASE("A cell of OpenDocument is its value, not what is shown of it", "[exchange][workbook]")
{
    const QByteArray values = number("float", "1234.5678", "1.234,57") + number("percentage", "0.35", "35 %")
        + cell("office:value-type=\"currency\" office:currency=\"CHF\" office:value=\"99.9\"",
               "<text:p>99.90 CHF</text:p>")
        + cell("office:value-type=\"date\" office:date-value=\"2026-03-04\"", "<text:p>04.03.26</text:p>")
        + cell("office:value-type=\"date\" office:date-value=\"2026-03-04T12:30:00\"",
               "<text:p>04.03.26</text:p>")
        + cell("office:value-type=\"time\" office:time-value=\"PT36H30M00S\"", "<text:p>36:30</text:p>")
        + cell("office:value-type=\"boolean\" office:boolean-value=\"false\"", "<text:p>FALSCH</text:p>")
        + cell("office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"",
               "<text:p>#NV</text:p>");
    CHECK(rowsOf(odsParts(table(row(values)
                                + row(number("float", "1234", "01234") + number("float", "61234", "06 12 34")
                                      + number("float", "0.5", "0,5")))))
          == QStringList{u"1: A Number 1234.5678 | B Percent 35 | C Amount 99.9 CHF | D Day 2026-03-04 | "
                         "E Moment 2026-03-04 12:30 | F Time 36:30:00 | G Boolean false | H Error #NV"_s,
                         u"2: A Text 01234 | B Text 06 12 34 | C Number 0.5"_s});
}

TEST_CASE("Texts of OpenDocument come with their lines, spaces and without notes", "[exchange][workbook]")
{
    CHECK(
        rowsOf(odsParts(table(row(
            text("<text:p>one</text:p><text:p>two<text:line-break/>three</text:p>")
            + text("<text:p>a<text:s text:c=\"3\"/>b<text:tab/>c</text:p>")
            + text("<office:annotation><text:p>a note</text:p></office:annotation><text:p>by <text:span>Anna "
                   "</text:span><text:a>Berg</text:a></text:p>")
            + text("<text:p>  a\n  b</text:p>")))))
        == QStringList{u"1: A Text one\ntwo\nthree | B Text a   b\tc | C Text by Anna Berg | D Text a b"_s});
}

TEST_CASE("Repeated and merged cells of OpenDocument stand where they stand", "[exchange][workbook]")
{
    const QByteArray merged =
        cell("table:number-columns-spanned=\"3\" office:value-type=\"string\"", "<text:p>Title</text:p>")
        + "<table:covered-table-cell table:number-columns-repeated=\"2\"/>" + text("<text:p>behind</text:p>");
    const QByteArray repeated =
        cell("table:number-columns-repeated=\"2\" office:value-type=\"string\"", "<text:p>x</text:p>")
        + "<table:table-cell table:number-columns-repeated=\"16382\"/>";
    CHECK(rowsOf(odsParts(table(
              "<table:table-header-rows>" + row(merged) + "</table:table-header-rows>"
              + row("<table:table-cell/>", "table:number-rows-repeated=\"3\"") + "<table:table-row-group>"
              + row(repeated, "table:number-rows-repeated=\"2\"") + "</table:table-row-group>"
              + row("<table:table-cell/>", "table:number-rows-repeated=\"1048570\""))))
          == QStringList{u"1: A Text Title | D Text behind"_s, u"5: A Text x | B Text x"_s,
                         u"6: A Text x | B Text x"_s});
}

TEST_CASE("The sheets of OpenDocument are found, with those that are hidden", "[exchange][workbook]")
{
    const QByteArray hidden("<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties "
                            "table:display=\"false\"/></style:style>");
    const PackedFile file(
        odsParts(table(row(text("<text:p>a</text:p>")),
                       "table:name=\"A &amp; &quot;B&gt;&quot;\" table:style-name=\"ta1\"")
                     + table(row(text("<text:p>b</text:p>")), "table:style-name=\"ta2\" table:name=\"Lists\"")
                     + table(row(text("<text:p>c</text:p>")), "table:name=\"Last\""),
                 hidden));
    const auto workbook = valueOf(Workbook::open(file.path()));
    REQUIRE(workbook);
    CHECK(workbook->sheets()
          == std::vector<WorkbookSheet>{{u"A & \"B>\""_s, false}, {u"Lists"_s, true}, {u"Last"_s, false}});
    CHECK(rowsOf(*workbook, 2) == QStringList{u"1: A Text c"_s});
}

TEST_CASE("OpenDocument that repeats without end, or has a password, is refused", "[exchange][workbook]")
{
    const QByteArray wide =
        cell("table:number-columns-repeated=\"16384\" office:value-type=\"string\"", "<text:p>x</text:p>");
    CHECK(faultOf(odsParts(table(row(wide, "table:number-rows-repeated=\"1048576\""))))
              .startsWith("book.xlsx is damaged"_L1));
    CHECK(rowsOf(odsParts(table(row(text("<text:p>a</text:p>") + wide))))
          == QStringList{u"1: A Text a faulty"_s});
    Parts locked = odsParts(table({}));
    locked[u"META-INF/manifest.xml"_s] = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    CHECK(faultOf(locked).contains("password"_L1));
}
