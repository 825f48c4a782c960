// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook/xlsxtext.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;

namespace {

QByteArray written(QStringView text)
{
    QByteArray xml;
    appendXlsxText(xml, text);
    return xml;
}

} // namespace

TEST_CASE("Texts reach a workbook so that every spreadsheet shows them as they are", "[exchange]")
{
    CHECK(written(u"Müller & Söhne <GmbH>") == "Müller &amp; Söhne &lt;GmbH&gt;"_ba);
    CHECK(written(u"ключ 日本 €") == "ключ 日本 €"_ba);
    CHECK(written(u"🙂𠮷") == "🙂𠮷"_ba);
    CHECK(written(u"_x0041_") == "_x005F_x0041_");
    CHECK(written(u"a_x00e4_b _x41_ _x") == "a_x005F_x00e4_b _x41_ _x");
    CHECK(written(u"bell\u0007") == "bell_x0007_");
    CHECK(written(u"\xFFFF") == "_xFFFF_");
    CHECK(written(u"one\ttwo\nthree") == "one\ttwo\nthree");
    CHECK(written(u"one\r\ntwo\rthree\r") == "one\ntwo\nthree\n");
}

TEST_CASE("A text that no cell holds keeps its beginning, and no half of a character", "[exchange]")
{
    CHECK(fitsIntoCell(QString(32'767, u'a')));
    CHECK_FALSE(fitsIntoCell(QString(32'768, u'a')));
    CHECK(shortenedForCell(QString(40'000, u'a')) == QString(QString(32'766, u'a') + u'…'));
    const QString smiles = u"🙂"_s.repeated(20'000);
    CHECK(shortenedForCell(QString(u'a' + smiles)) == QString(u'a' + smiles.first(32'764) + u'…'));
}

TEST_CASE("Sheets are called as they may be", "[exchange]")
{
    CHECK(sheetName(u"Deals"_s, 1) == u"Deals"_s);
    CHECK(sheetName(u"Deals"_s, 2) == u"Deals (2)"_s);
    CHECK(sheetName(u"Q3/Q4 [won]: 'all'"_s, 1) == u"Q3-Q4 -won-- 'all"_s);
    CHECK(sheetName(u"''"_s, 1) == u"Sheet"_s);
    CHECK(sheetName({}, 3) == u"Sheet (3)"_s);
    CHECK(sheetName(u"history"_s, 1) == u"Sheet"_s);
    CHECK(sheetName(QString(40, u'x'), 1).size() == 31);
    CHECK(sheetName(QString(40, u'x'), 12) == QString(QString(26, u'x') + u" (12)"_s));
}
