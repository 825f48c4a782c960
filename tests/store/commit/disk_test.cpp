// SPDX-License-Identifier: GPL-3.0-or-later
// The disk is full or broken from the n-th write on, for every n: the step is refused in one sentence,
// earlier steps are kept, and work goes on once there is room.
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/inenglish.h"
#include "store/book/book.h"
#include "store/book/restore.h"
#include "store/commit/commit.h"
#include "store/maintenance/backup.h"
#include "store/maintenance/check.h"
#include "support/catch_qt.h"
#include "support/dump.h"
#include "support/failingdisk.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;
using How = FailingDisk::How;

namespace {

Edit bigStep()
{
    Edit edit{Sentence::verbatim(u"Add three"_s),
              {create(Company{.name = u"Acme"_s, .description = QString(20'000, u'x')}, -1)}};
    for (int i = 0; i < 2; ++i)
        edit.changes.push_back(create(Contact{.firstName = u"Ana %1"_s.arg(i), .company = {-1}}));
    return edit;
}

QString dumpAt(const QString &path)
{
    const auto book = valueOf(store::openBook(path, sql::Access::Read));
    CHECK(valueOf(store::checkBook(*book, store::CheckDepth::Thorough, {})).isSound());
    return dumpOf(*book);
}

const QHash<How, QString> sentences{
    {How::Full, u"The disk is full; nothing was changed."_s},
    {How::Broken, u"The disk or network that the file is on does not read or write."_s}};

} // namespace

TEST_CASE("Whichever write finds the disk full or broken, the step is not there and can be repeated",
          "[store]")
{
    const How how = GENERATE(How::Full, How::Broken);
    FailingDisk disk;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sales.headway"_s);
    auto book = valueOf(store::createBook(path));
    valueOf(store::commit(*book, bigStep(), {UserId{1}, Instant{1}}));
    const QString before = dumpOf(*book);
    int good = 0;
    for (bool done = false; !done; ++good) {
        disk.failAfter(good, how);
        const auto result = store::commit(*book, bigStep(), {UserId{1}, Instant{2}});
        done = disk.writes() <= good;
        disk.mend();
        CAPTURE(good);
        if (done) {
            valueOf(result);
            continue;
        }
        REQUIRE_FALSE(result);
        CHECK(inEnglish(result.error().text) == sentences.value(how));
        REQUIRE(dumpOf(*book) == before);
    }
    CHECK(good > 5);
    CHECK(dumpOf(*book) != before);
    CHECK(valueOf(store::checkBook(*book, store::CheckDepth::Thorough, {})).isSound());
}

TEST_CASE("Whichever write finds the disk full, a new book, a backup and a restore leave nothing half made",
          "[store]")
{
    FailingDisk disk;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sales.headway"_s);
    {
        auto book = valueOf(store::createBook(path));
        valueOf(store::commit(*book, bigStep(), {UserId{1}, Instant{1}}));
    }
    const QString before = dumpAt(path);
    const QString target = folder.filePath(u"other.headway"_s);
    const auto make = [&](const QString &what) -> Result<> {
        if (what == u"new")
            return store::makeBook(target, [](sql::Connection &) { return Result<>(); });
        if (what == u"restore") {
            HEADWAY_CHECK(store::restoreBook(
                path, target, QDateTime(QDate(2026, 11, 23), QTime(14, 15), QTimeZone::utc()), {}));
            return {};
        }
        HEADWAY_TRY(book, store::openBook(path, sql::Access::Read));
        return store::backupBook(*book, target, store::ExistingFile::Refuse, {});
    };
    const QString what = GENERATE(u"new"_s, u"backup"_s, u"restore"_s);
    CAPTURE(what);
    // not every one of thousands of writes: those at the beginning and at the end differ most
    for (int good = 0;; good += 1 + good / 2) {
        disk.failAfter(good, How::Full);
        const auto made = make(what);
        const bool isDone = disk.writes() <= good;
        disk.mend();
        CAPTURE(good);
        if (isDone) {
            valueOf(made);
            break;
        }
        // writes that only clean up may fail without harm
        if (!made)
            CHECK(QDir(folder.path()).entryList({u"other*"_s}).isEmpty());
        else
            CHECK_FALSE(dumpAt(target).isEmpty());
        QFile::remove(target);
    }
    CHECK_FALSE(dumpAt(target).isEmpty());
    CHECK(dumpAt(path) == before);
}

TEST_CASE("Whichever write of a restore finds the disk full, the present book is there", "[store]")
{
    FailingDisk disk;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sales.headway"_s);
    const QString backup = folder.filePath(u"backup.headway"_s);
    valueOf(store::createBook(backup));
    {
        auto book = valueOf(store::createBook(path));
        valueOf(store::commit(*book, bigStep(), {UserId{1}, Instant{1}}));
    }
    const QString present = dumpAt(path);
    const QDateTime start(QDate(2026, 11, 23), QTime(14, 15), QTimeZone::utc());
    for (int good = 0;; good += 1 + good / 2) {
        disk.failAfter(good, How::Full);
        const auto aside = store::restoreBook(backup, path, start.addSecs(good), {});
        disk.mend();
        CAPTURE(good);
        if (aside) {
            CHECK(dumpAt(*aside) == present);
            break;
        }
        REQUIRE(dumpAt(path) == present);
    }
    CHECK(dumpAt(path) == dumpAt(backup));
}
