// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/maintenance/backup.h"

#include "domain/records/company.h"
#include "domain/records/inenglish.h"
#include "store/book/book.h"
#include "store/book/restore.h"
#include "store/maintenance/check.h"
#include "support/book.h"
#include "support/dump.h"

#include <QDir>
#include <QFile>
#include <QTimeZone>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;
using store::ExistingFile;

namespace {

const QDateTime now(QDate(2026, 11, 23), QTime(14, 15), QTimeZone::utc());

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString dumpAt(const QString &path)
{
    return dumpOf(*valueOf(store::openBook(path, sql::Access::Read)));
}

std::unique_ptr<sql::Connection> bookAt(const QString &path, const QString &company)
{
    auto book = valueOf(store::createBook(path));
    valueOf(store::commit(*book, {Sentence::verbatim(u"Add"_s), {create(Company{.name = company})}},
                          {UserId{1}, Instant{1}}));
    return book;
}

} // namespace

TEST_CASE("A backup holds all that the book holds, and leaves no other file behind", "[store]")
{
    FreshBook book(sql::Engine::Sqlite);
    for (int i = 0; i < 20; ++i)
        book.add(Company{.name = u"Company %1"_s.arg(i)});
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"copy.headway"_s);
    qint64 heard = 0;
    valueOf(store::backupBook(book.connection(), path, ExistingFile::Refuse, [&](qint64 done, qint64 all) {
        heard = done;
        return done <= all;
    }));
    CHECK(heard > 0);
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{u"copy.headway"_s});
    CHECK(dumpAt(path) == dumpOf(book.connection()));
}

TEST_CASE("A backup is one state of the book, though others write while it is made", "[store]")
{
    FreshBook book(sql::Engine::Sqlite);
    for (int i = 0; i < 50; ++i)
        book.add(Company{.name = u"Company %1"_s.arg(i), .description = QString(90'000, u'x')});
    const QString before = dumpOf(book.connection());
    auto other = valueOf(store::openBook(book.place(), sql::Access::ReadWrite));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"copy.headway"_s);
    int written = 0;
    valueOf(store::backupBook(book.connection(), path, ExistingFile::Refuse, [&](qint64, qint64) {
        ++written;
        return bool(store::commit(
            *other, {Sentence::verbatim(u"Add"_s), {create(Company{.name = u"Meanwhile"_s})}}, book.actor()));
    }));
    CHECK(written > 1);
    CHECK(dumpAt(path) == before);
    CHECK(book.count(EntityKind::Company) == 50 + written);
}

TEST_CASE("A backup replaces a file only when it was told to, and never the book itself", "[store]")
{
    FreshBook book(sql::Engine::Sqlite);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"copy.headway"_s);
    write(path, "mine");
    const auto refused = store::backupBook(book.connection(), path, ExistingFile::Refuse, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Conflict);
    CHECK(inEnglish(refused.error().text) == u"The file %1 exists already."_s.arg(path));
    CHECK(bytesOf(path) == "mine");

    valueOf(store::backupBook(book.connection(), path, ExistingFile::Replace, {}));
    CHECK(dumpAt(path) == dumpOf(book.connection()));

    const auto itself = store::backupBook(book.connection(), book.place(), ExistingFile::Replace, {});
    REQUIRE_FALSE(itself);
    CHECK(itself.error().code == ErrorCode::Conflict);
    book.add(Company{.name = u"Still here"_s});
}

TEST_CASE("A backup that is cancelled or has nowhere to go leaves nothing", "[store]")
{
    FreshBook book(sql::Engine::Sqlite);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"copy.headway"_s);
    book.add(Company{.name = u"Acme"_s, .description = QString(900'000, u'x')});
    for (int i = 0; i < 5; ++i)
        book.add(Company{.name = u"Acme"_s, .description = QString(900'000, u'x')});
    const auto cancelled = store::backupBook(book.connection(), path, ExistingFile::Refuse,
                                             [](qint64, qint64) { return false; });
    REQUIRE_FALSE(cancelled);
    CHECK(cancelled.error().code == ErrorCode::Cancelled);
    CHECK(QDir(folder.path()).isEmpty());

    const auto nowhere =
        store::backupBook(book.connection(), folder.filePath(u"no/copy.headway"_s), ExistingFile::Refuse, {});
    REQUIRE_FALSE(nowhere);
    CHECK(inEnglish(nowhere.error().text)
          == u"The folder %1 does not exist."_s.arg(folder.filePath(u"no"_s)));
}

TEST_CASE("A book on a server is not copied here, and it is said who does", "[store]")
{
    for (const sql::Engine engine : engines()) {
        if (engine == sql::Engine::Sqlite)
            continue;
        FreshBook book(engine);
        const auto refused =
            store::backupBook(book.connection(), u"/tmp/x.headway"_s, ExistingFile::Refuse, {});
        REQUIRE_FALSE(refused);
        CHECK(inEnglish(refused.error().text).contains(u"pg_dump"_s));
    }
}

TEST_CASE("Restoring moves the present book aside and says where", "[store]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sales.headway"_s);
    const QString backup = folder.filePath(u"old.headway"_s);
    valueOf(store::backupBook(*bookAt(path, u"Old"_s), backup, ExistingFile::Refuse, {}));
    const QString old = dumpAt(path);
    {
        auto book = valueOf(store::openBook(path, sql::Access::ReadWrite));
        valueOf(store::commit(*book, {Sentence::verbatim(u"Add"_s), {create(Company{.name = u"New"_s})}},
                              {UserId{1}, Instant{2}}));
    }
    const QString present = dumpAt(path);

    const QString aside = valueOf(store::restoreBook(backup, path, now, {}));
    CHECK(aside == folder.filePath(u"sales.before-restore-20261123-141500.headway"_s));
    CHECK(dumpAt(path) == old);
    CHECK(dumpAt(aside) == present);
    CHECK(dumpAt(backup) == old);

    const auto again = store::restoreBook(backup, path, now, {});
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::Conflict);
    CHECK(dumpAt(aside) == present);
}

TEST_CASE("A book is restored to a place where there is none", "[store]")
{
    const QTemporaryDir folder;
    const QString backup = folder.filePath(u"old.headway"_s);
    (void)bookAt(backup, u"Old"_s);
    CHECK(valueOf(store::restoreBook(backup, folder.filePath(u"new.headway"_s), now, {})).isEmpty());
    CHECK(dumpAt(folder.filePath(u"new.headway"_s)) == dumpAt(backup));
}

TEST_CASE("What is no sound book is not restored, and the present one stays", "[store]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sales.headway"_s);
    (void)bookAt(path, u"Present"_s);
    const QString present = dumpAt(path);
    const QString backup = folder.filePath(u"backup.headway"_s);
    SECTION("a text file")
    {
        write(backup, "Dear diary");
    }
    SECTION("a damaged book")
    {
        auto book = bookAt(backup, u"Old"_s);
        valueOf(store::commit(*book,
                              {Sentence::verbatim(u"Add"_s),
                               {create(Company{.name = u"x"_s, .description = QString(200'000, u'x')})}},
                              {UserId{1}, Instant{2}}));
        book.reset();
        QByteArray bytes = bytesOf(backup);
        bytes.replace(bytes.size() / 2, 40'000, QByteArray(40'000, '\x55'));
        write(backup, bytes);
    }
    const auto refused = store::restoreBook(backup, path, now, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Unreadable);
    CHECK(inEnglish(refused.error().text).contains(backup));
    CHECK(dumpAt(path) == present);
    CHECK(QDir(folder.path()).entryList({u"*restore*"_s, u"*unfinished*"_s}).isEmpty());
}

TEST_CASE("A damaged book is moved aside with everything that lies beside it", "[store]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sales.headway"_s);
    const QString backup = folder.filePath(u"backup.headway"_s);
    (void)bookAt(backup, u"Old"_s);
    write(path, "not a database any more");
    write(path + u"-wal"_s, "perhaps still of use");
    const QString aside = valueOf(store::restoreBook(backup, path, now, {}));
    CHECK(bytesOf(aside) == "not a database any more");
    CHECK(bytesOf(aside + u"-wal"_s) == "perhaps still of use");
    CHECK(dumpAt(path) == dumpAt(backup));
}

TEST_CASE("Restoring over a book that is open is refused", "[store]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sales.headway"_s);
    const QString backup = folder.filePath(u"old.headway"_s);
    (void)bookAt(backup, u"Old"_s);
    const auto open = bookAt(path, u"Present"_s);
    // slow: the engine waits five seconds for the other connection to close it
    const auto refused = store::restoreBook(backup, path, now, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Busy);
    CHECK(inEnglish(refused.error().text) == u"%1 is open in another program."_s.arg(path));
    CHECK(QDir(folder.path()).entryList({u"*restore*"_s, u"*unfinished*"_s}).isEmpty());
}

TEST_CASE("Before an upgrade the old book is kept beside the new one", "[store]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sales.headway"_s);
    auto book = bookAt(path, u"Old"_s);
    const QString before = dumpOf(*book);
    const QString aside = valueOf(store::backupBeforeUpgrade(*book, path, 1));
    CHECK(aside == folder.filePath(u"sales.before-upgrade-v1.headway"_s));
    CHECK(dumpAt(aside) == before);
}
