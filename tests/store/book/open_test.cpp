// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are no books, or cannot be opened: one sentence that names the file, and nothing changed.
#include "store/book/book.h"

#include "domain/records/company.h"
#include "domain/records/inenglish.h"
#include "store/commit/commit.h"
#include "store/maintenance/check.h"
#include "store/schema/schema.h"
#include "support/engines.h"
#include "support/secondself.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void makeBookAt(const QString &path)
{
    auto book = valueOf(store::createBook(path));
    for (int i = 0; i < 30; ++i)
        valueOf(store::commit(
            *book,
            {Sentence::verbatim(u"Add"_s),
             {create(Company{.name = u"Company %1"_s.arg(i), .description = QString(9000, u'x')})}},
            {UserId{1}, Instant{i + 1}}));
}

struct BadFile {
    const char *what;
    std::function<void(const QString &path)> make;
    ErrorCode code;
    QString sentence; // %1: the path
};

void makeTextFile(const QString &path)
{
    write(path, "Dear diary, today I sold a fan.\n");
}
void makeEmptyFile(const QString &path)
{
    write(path, {});
}
void makeFolder(const QString &path)
{
    REQUIRE(QDir().mkpath(path));
}
void makePicture(const QString &path)
{
    write(path, QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) + QByteArray(5000, '\x11'));
}
void makeTruncated(const QString &path)
{
    makeBookAt(path);
    write(path, bytesOf(path).left(9000));
}
void makeStrangersDatabase(const QString &path)
{
    auto database = valueOf(sql::openSqlite(path, sql::Access::Create));
    valueOf(database->cell(u"PRAGMA journal_mode = DELETE"_s));
    valueOf(database->command(u"CREATE TABLE bookmark (id INTEGER, url TEXT)"_s));
    valueOf(database->command(u"CREATE TABLE schema_version (version INTEGER)"_s));
}
void makeNewerBook(const QString &path)
{
    makeBookAt(path);
    auto book = valueOf(store::openBook(path, sql::Access::ReadWrite));
    valueOf(book->run(u"INSERT INTO schema_version (number, name, hash) VALUES (999, 'future', 'x')"_s));
    valueOf(book->cell(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
}

const QString damaged = u"The file %1 is damaged or not a database."_s;
const BadFile badFiles[] = {
    {"a text file", makeTextFile, ErrorCode::Unreadable, damaged},
    {"a picture", makePicture, ErrorCode::Unreadable, damaged},
    {"an empty file", makeEmptyFile, ErrorCode::Unreadable, u"%1 is a database, but not a Headway book."_s},
    {"a folder", makeFolder, ErrorCode::Unreadable, u"%1 is not a file."_s},
    {"nothing", [](const QString &) {}, ErrorCode::NotFound, u"The file %1 does not exist."_s},
    {"half a book", makeTruncated, ErrorCode::Unreadable, damaged},
    {"another program's database", makeStrangersDatabase, ErrorCode::Unreadable,
     u"%1 is a database, but not a Headway book."_s},
    {"a newer book", makeNewerBook, ErrorCode::NewerVersion,
     u"%1 was made by a newer version of Headway; this one cannot open it."_s},
};

} // namespace

TEST_CASE("What is no book is not opened, named in one sentence and left as it is", "[store]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sales.headway"_s);
    const BadFile bad = GENERATE(from_range(std::begin(badFiles), std::end(badFiles)));
    CAPTURE(bad.what);
    bad.make(path);
    const QByteArray before = bytesOf(path);
    for (const sql::Access access : {sql::Access::Read, sql::Access::ReadWrite}) {
        const auto opened = store::openBook(path, access);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == bad.code);
        CHECK(inEnglish(opened.error().text) == bad.sentence.arg(path));
    }
    CHECK(bytesOf(path) == before);
}

TEST_CASE("A book damaged in the middle opens or is refused, and the check names the damage", "[store]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sales.headway"_s);
    makeBookAt(path);
    const QByteArray sound = bytesOf(path);
    for (int part = 1; part < 10; ++part) {
        QByteArray bytes = sound;
        bytes.replace(sound.size() * part / 10, 9000, QByteArray(9000, '\xa5'));
        write(path, bytes);
        CAPTURE(part);
        const auto opened = store::openBook(path, sql::Access::Read);
        if (!opened) {
            CHECK(inEnglish(opened.error().text) == damaged.arg(path));
            continue;
        }
        const auto report = store::checkBook(**opened, store::CheckDepth::Thorough, {});
        if (!report)
            CHECK(report.error().code == ErrorCode::Unreadable);
        else
            CHECK_FALSE(report->isSound());
        opened.value()->interrupt();
    }
}

TEST_CASE("A new book is not made where something is, nor in a folder that is not there", "[store]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sales.headway"_s);
    makeTextFile(path);
    const QByteArray before = bytesOf(path);
    const auto there = store::createBook(path);
    REQUIRE_FALSE(there);
    CHECK(there.error().code == ErrorCode::Conflict);
    CHECK(inEnglish(there.error().text) == u"The file %1 exists already."_s.arg(path));
    CHECK(bytesOf(path) == before);

    const auto nowhere = store::createBook(folder.filePath(u"no/sales.headway"_s));
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().code == ErrorCode::NotFound);
    CHECK(inEnglish(nowhere.error().text)
          == u"The folder %1 does not exist."_s.arg(folder.filePath(u"no"_s)));
}

TEST_CASE("A server that is not there is named", "[store]")
{
    const QString address = u"postgresql://nobody@localhost:1/nothing"_s;
    const auto opened = store::openBook(address, sql::Access::ReadWrite);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::Offline);
    CHECK(inEnglish(opened.error().text)
          == u"The server at %1 does not answer or refuses you."_s.arg(address));
}

TEST_CASE("A server without a book says so, and one with a book is not given another", "[store]")
{
    const auto engine = GENERATE(anyEngine());
    if (engine == sql::Engine::Sqlite)
        return;
    const FreshDatabase database(engine);
    const auto opened = store::openBook(database.place(), sql::Access::ReadWrite);
    REQUIRE_FALSE(opened);
    CHECK(inEnglish(opened.error().text) == u"There is no Headway book at %1."_s.arg(database.place()));
    valueOf(store::createBook(database.place()));
    const auto again = store::createBook(database.place());
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::Conflict);
}

TEST_CASE("A book that another program has locked is named", "[store][slow]")
{
    // slow: the engine waits five seconds for the lock
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sales.headway"_s);
    makeBookAt(path);
    auto other = valueOf(sql::openSqlite(path, sql::Access::ReadWrite));
    valueOf(other->cell(u"PRAGMA journal_mode = DELETE"_s));
    valueOf(other->command(u"BEGIN EXCLUSIVE"_s));
    const auto opened = store::openBook(path, sql::Access::ReadWrite);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::Busy);
    CHECK(inEnglish(opened.error().text) == u"The file %1 is locked by another program."_s.arg(path));
}

TEST_CASE("second self: opens a book to read and to write", "[.]")
{
    if (secondSelfArgument().isNull())
        return;
    for (const sql::Access access : {sql::Access::Read, sql::Access::ReadWrite}) {
        const auto opened = store::openBook(secondSelfArgument(), access);
        tell(opened ? u"opened"_s : inEnglish(opened.error().text));
    }
    const auto made = store::createBook(QFileInfo(secondSelfArgument()).absolutePath() + u"/new.headway"_s);
    tell(made ? u"made"_s : inEnglish(made.error().text));
}

TEST_CASE("A book that may not be written is named, whoever asks", "[store]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sales.headway"_s);
    makeBookAt(path);
    const auto everybody = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    const auto enter = QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    const auto answers = [&] {
        auto other = startSecondSelf(u"second self: opens a book to read and to write"_s, path, As::Nobody);
        REQUIRE(other->waitForFinished(20'000));
        const QStringList lines = QString::fromUtf8(other->readAllStandardOutput()).split(u'\n');
        return lines.filter(folder.path()) + lines.filter(u"opened"_s);
    };
    QFile::setPermissions(path, everybody);
    const QByteArray before = bytesOf(path);
    SECTION("a read-only file")
    {
        QFile::setPermissions(folder.path(), everybody | enter | QFile::WriteOwner | QFile::WriteOther);
        CHECK(answers().contains(u"The file %1 is read-only."_s.arg(path)));
    }
    SECTION("a read-only folder")
    {
        QFile::setPermissions(path, everybody | QFile::WriteOther);
        QFile::setPermissions(folder.path(), everybody | enter);
        CHECK(answers().contains(
            u"The file %1 cannot be used where it is: the folder is read-only."_s.arg(path)));
        CHECK_FALSE(answers().contains(u"opened"_s));
    }
    SECTION("a file one may not read")
    {
        QFile::setPermissions(path, QFile::ReadOwner);
        QFile::setPermissions(folder.path(), everybody | enter | QFile::WriteOwner | QFile::WriteOther);
        CHECK(answers().contains(u"You may not read the file %1."_s.arg(path)));
    }
    QFile::setPermissions(folder.path(), everybody | enter | QFile::WriteOwner);
    CHECK(bytesOf(path) == before);
}

TEST_CASE("A book that could not be made leaves no file, a made one is complete", "[store]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sales.headway"_s);
    const auto failed = store::makeBook(path, [](sql::Connection &) -> Result<> {
        return failure(ErrorCode::Cancelled, Sentence::verbatim(u"Cancelled."_s));
    });
    REQUIRE_FALSE(failed);
    CHECK(QDir(folder.path()).isEmpty());
    valueOf(store::makeBook(path, [](sql::Connection &connection) {
        return store::setBookValue(connection, u"currency"_s, u"EUR"_s);
    }));
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{u"sales.headway"_s});
    auto book = valueOf(store::openBook(path, sql::Access::ReadWrite));
    CHECK(valueOf(store::bookValue(*book, u"currency"_s)) == u"EUR"_s);
    CHECK(valueOf(book->cell(u"PRAGMA journal_mode"_s)) == sql::Value(u"wal"_s));
}
