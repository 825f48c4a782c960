// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/savefile.h"

#include "support/largestfile.h"

#include <QTemporaryDir>

using namespace headway;
using namespace Qt::StringLiterals;

TEST_CASE("A file whose last bytes found no room does not take the place of the older one", "[domain]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"deals.csv"_s);
    const auto written = [&path](const QByteArray &bytes) {
        QSaveFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size()); // into Qt's memory
        return commitWhole(file);
    };
    CHECK(written("the older one"));
    bool isWritten = true;
    {
        const test::LargestFile limit(4);
        isWritten = written("a newer one");
    }
    CHECK_FALSE(isWritten);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == "the older one");
}
