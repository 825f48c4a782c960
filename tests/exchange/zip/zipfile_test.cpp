// SPDX-License-Identifier: GPL-3.0-or-later
// Packed files that somebody else made.
#include "exchange/zip/zipfile.h"

#include "domain/records/inenglish.h"
#include "support/book.h"
#include "support/workbookfile.h"

#include <QFile>

using namespace headway;
using namespace headway::exchange;
using namespace headway::test;
using namespace Qt::StringLiterals;

TEST_CASE("The parts of a packed file are found by their names in any case", "[exchange][workbook]")
{
    const PackedFile file({{u"xl/Sheet.xml"_s, "<a/>"}, {u"../evil"_s, "nothing of it is written"}});
    const auto zip = valueOf(ZipFile::open(file.path()));
    CHECK(zip->has(u"XL/sheet.XML"_s));
    CHECK(zip->has(u"xl\\sheet.xml"_s));
    CHECK_FALSE(zip->has(u"xl/other.xml"_s));
    CHECK(valueOf(zip->read(u"xl/sheet.xml"_s))->readAll() == "<a/>");
    CHECK(zip->unpackedSize(u"xl/sheet.xml"_s) == 4);
    CHECK_FALSE(zip->read(u"xl/other.xml"_s));
}

TEST_CASE("A packed file that unpacks to too much is refused before it is read", "[exchange][workbook]")
{
    const QByteArray zeros(1'000'000, '\0');
    const PackedFile file({{u"a"_s, zeros}, {u"b"_s, "b"}});
    const auto fault = [&file](const ZipLimits &limits) {
        const auto zip = ZipFile::open(file.path(), limits);
        return zip ? QString() : inEnglish(zip.error().text);
    };
    CHECK(fault({}).isEmpty());
    CHECK(fault({.mostParts = 1}).contains("far more"_L1));
    CHECK(fault({.mostBytes = 1'000'000}).contains("far more"_L1));
    CHECK(fault({.smallPart = 1000}).contains("far more"_L1));
}

TEST_CASE("A packed file that is cut or changed is damaged", "[exchange][workbook]")
{
    const PackedFile packed({{u"a.xml"_s, QByteArray("<a>text</a>").repeated(1000)}});
    QFile file(packed.path());
    REQUIRE(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    SECTION("cut")
    {
        REQUIRE(file.resize(bytes.size() / 2));
        CHECK_FALSE(ZipFile::open(packed.path()));
    }
    SECTION("changed")
    {
        bytes[bytes.size() / 3] = char(~bytes[bytes.size() / 3]);
        REQUIRE(file.seek(0));
        file.write(bytes);
        file.close();
        const auto zip = ZipFile::open(packed.path());
        if (!zip)
            return;
        const auto part = valueOf((*zip)->read(u"a.xml"_s));
        part->readAll();
        CHECK_FALSE(part->errorString().isEmpty());
    }
}
