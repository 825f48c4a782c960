// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/zip/zipwriter.h"

#include "support/catch_qt.h"
#include "support/readworkbook.h"

#include <QBuffer>
#include <QFile>

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;

TEST_CASE("The parts of an archive come out as they went in", "[exchange]")
{
    QByteArray noise;
    for (quint32 i = 0, seed = 7; i < 300'000; ++i)
        noise += char((seed = seed * 1'664'525u + 1'013'904'223u) >> 24);
    const QByteArray alike(2'000'000, 'a');
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    ZipWriter zip(buffer);
    test::valueOf(zip.add("small.xml", "<a/>"));
    test::valueOf(zip.add("folder/empty", {}));
    test::valueOf(zip.begin("noise"));
    for (qsizetype from = 0; from < noise.size(); from += 7'777)
        test::valueOf(
            zip.write(QByteArrayView(noise).sliced(from, std::min<qsizetype>(7'777, noise.size() - from))));
    test::valueOf(zip.end());
    test::valueOf(zip.add("alike", alike));
    test::valueOf(zip.finish());
    const auto parts = test::partsOf(buffer.data());
    CHECK(parts.size() == 4);
    CHECK(parts[u"small.xml"_s] == "<a/>");
    CHECK(parts[u"folder/empty"_s].isEmpty());
    CHECK((parts[u"noise"_s] == noise));
    CHECK((parts[u"alike"_s] == alike));
    CHECK(buffer.data().size() < noise.size() + 50'000);
}

TEST_CASE("A full disk ends an archive in one sentence", "[exchange]")
{
    QFile full(u"/dev/full"_s);
    if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return;
    ZipWriter zip(full);
    const auto written = zip.add("a.xml", "<a/>");
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::Unreadable);
}
