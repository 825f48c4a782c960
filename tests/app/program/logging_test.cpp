// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program/logging.h"

#include "support/catch_qt.h"

#include <QFile>
#include <QTemporaryDir>

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

namespace {

QString contentOf(const QString &name)
{
    QFile file(name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

} // namespace

TEST_CASE("What is logged is in the file at once, with Qt's own messages", "[app]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"log/headway.log"_s);
    const Logging logging(file, LogLevel::Info);
    REQUIRE(logging.started());
    logInfo(u"opened 3 books {} %s"_s);
    qWarning("from Qt");
    CHECK(contentOf(file).contains(u"opened 3 books {} %s"_s));
    CHECK(contentOf(file).contains(u"from Qt"_s));
}

TEST_CASE("What led to an error is written with it", "[app]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"headway.log"_s);
    const Logging logging(file, LogLevel::Info);
    logDebug(u"step 17"_s);
    CHECK(!contentOf(file).contains(u"step 17"_s));
    logError(Error{ErrorCode::Busy, Sentence::verbatim(u"Locked."_s), u"database is locked"_s});
    CHECK(contentOf(file).contains(u"step 17"_s));
    CHECK(contentOf(file).contains(u"database is locked"_s));
}

TEST_CASE("How much is logged can be changed while it runs", "[app]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"headway.log"_s);
    Logging logging(file, LogLevel::Warning);
    logInfo(u"before"_s);
    logging.changeLevel(LogLevel::Info);
    logInfo(u"between"_s);
    logging.changeLevel(LogLevel::Warning);
    logInfo(u"after"_s);
    CHECK(!contentOf(file).contains(u"before"_s));
    CHECK(contentOf(file).contains(u"between"_s));
    CHECK(!contentOf(file).contains(u"after"_s));
}

TEST_CASE("A log that cannot be written is told, and stops nothing", "[app]")
{
    const Logging logging(u"/proc/nowhere/headway.log"_s, LogLevel::Info);
    CHECK(!logging.started());
    logError(u"goes nowhere"_s);
}
