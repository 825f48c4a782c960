// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv/csvdetect.h"

#include "support/catch_qt.h"
#include "support/naughtytext.h"

#include <QBuffer>

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;

namespace {

CsvDetection detect(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::ReadOnly));
    const CsvDetection detection = test::valueOf(detectCsv(buffer));
    CHECK(buffer.pos() == 0);
    return detection;
}

QByteArray utf16(const QString &text, TextEncoding encoding)
{
    return test::valueOf(encodeText(text, encoding));
}

} // namespace

TEST_CASE("The separator is the one that cuts all rows alike", "[exchange]")
{
    CHECK(detect("a,b\n1,2\n").dialect.separator == u',');
    CHECK(detect("Name;Amount\nX;1,5\nY;2,5\n").dialect.separator == u';');
    CHECK(detect("a\tb\n\"1,2\"\t3\n").dialect.separator == u'\t');
    CHECK(detect("a|b\n1|2\n").dialect.separator == u'|');
    CHECK(detect("Contacts of Monday\n\nName;Amount\nX;1,5\nY;2,5\n").dialect.separator == u';');
    CHECK(detect("Contacts\nName;Amount\nX;1\n").dialect.separator == u';');
    const CsvDetection detection = detect("a;b\n1;2\n3;4\n5\n");
    CHECK(detection.separatorEvidence == u"semicolon (3 of the first 4 rows have 2 fields)"_s);
}

TEST_CASE("A file with one column is taken for one, with a comma to write it back", "[exchange]")
{
    const CsvDetection detection = detect("E-mail\na@example.com\nb@example.com\n");
    CHECK(detection.dialect.separator == u',');
    CHECK(detection.separatorEvidence == u"comma (none found; the file has one column)"_s);
}

TEST_CASE("A first line that names the separator is believed", "[exchange]")
{
    const CsvDetection detection = detect("sep=;\r\na,b;c\r\n");
    CHECK(detection.dialect.separator == u';');
    CHECK(detection.dialect.separatorLine == SeparatorLine::Present);
    CHECK(detection.separatorEvidence == u"semicolon (the first line says so)"_s);
}

TEST_CASE("The encoding is found and the reason is given", "[exchange]")
{
    CHECK(detect("Name\nM\xC3\xBCller\n").encodingEvidence == u"UTF-8 (valid throughout)"_s);
    CHECK(detect("\xEF\xBB\xBFName\n").encodingEvidence == u"UTF-8 (byte order mark)"_s);
    const CsvDetection western = detect("Name\nM\xFCller\n");
    CHECK(western.dialect.encoding == TextEncoding::Windows1252);
    CHECK(western.encodingEvidence == u"Windows-1252 (not valid UTF-8)"_s);
    CHECK(detect("Name\nx\xE2\x82").dialect.encoding == TextEncoding::Windows1252);
}

TEST_CASE("UTF-16 is found with and without a byte order mark", "[exchange]")
{
    for (const auto encoding : {TextEncoding::Utf16LittleEndian, TextEncoding::Utf16BigEndian}) {
        const QByteArray bytes = utf16(u"Name;Ort\nMüller;北京\n"_s, encoding);
        const CsvDetection plain = detect(bytes);
        CHECK(plain.dialect.encoding == encoding);
        CHECK(plain.dialect.byteOrderMark == ByteOrderMark::Absent);
        CHECK(plain.dialect.separator == u';');
        const CsvDetection marked = detect(byteOrderMark(encoding) + bytes);
        CHECK(marked.dialect.encoding == encoding);
        CHECK(marked.dialect.byteOrderMark == ByteOrderMark::Present);
    }
}

TEST_CASE("One foreign byte at the end of a long file decides its encoding", "[exchange]")
{
    CHECK(detect(QByteArray("abc,def\n").repeated(20000) + "\xFC,x\n").dialect.encoding
          == TextEncoding::Windows1252);
    CHECK(detect("x" + QByteArray("\xC3\xBC,x\n").repeated(40000)).dialect.encoding == TextEncoding::Utf8);
}

TEST_CASE("Line endings are counted and named", "[exchange]")
{
    CHECK(detect("a\r\nb\r\n").lineEndingEvidence == u"CR LF"_s);
    CHECK(detect("a\nb\r\n").lineEndingEvidence == u"CR LF and LF"_s);
    CHECK(detect("a\rb\r").lineEndingEvidence == u"CR"_s);
    CHECK(detect("a").lineEndingEvidence == u"none (a single line)"_s);
    CHECK(detect("a\r\nb\r\n").dialect.lineEnding == LineEnding::CarriageReturnLineFeed);
}

TEST_CASE("Nothing whatever upsets the detection", "[exchange]")
{
    test::NaughtyText naughty(9);
    for (int i = 0; i < 300; ++i) {
        QByteArray bytes = naughty.text().toUtf8();
        bytes += static_cast<char>(naughty.number(255));
        CHECK(detect(bytes).dialect.formulaGuard == FormulaGuard::Off);
    }
}
