// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "support/catch_qt.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace headway {

TEST_CASE("inputs that fuzzers found interesting go through every parser", "[fuzz]")
{
    for (const auto &target : fuzz::targets()) {
        const fuzz::Run run = target.begin();
        run({});
        const QDir corpus(QStringLiteral(HEADWAY_TEST_FOLDER "/fuzz/corpus/") + QLatin1String(target.name));
        QDirIterator files(corpus.path(), QDir::Files);
        int count = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            INFO(file.fileName().toStdString());
            REQUIRE(file.open(QIODevice::ReadOnly));
            run(file.readAll());
            ++count;
        }
        INFO(target.name);
        CHECK(count > 0); // a fuzzer without any kept input replays nothing
    }
}

} // namespace headway
