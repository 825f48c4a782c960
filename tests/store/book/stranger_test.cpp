// SPDX-License-Identifier: GPL-3.0-or-later
// A book from an untrusted source: nothing in it is run, nothing in it grows without limit, and anything that
// does not belong in a book is reported.
#include "domain/records/company.h"
#include "domain/records/inenglish.h"
#include "store/actions/actions.h"
#include "store/book/book.h"
#include "store/book/restore.h"
#include "store/commit/commit.h"
#include "store/maintenance/backup.h"
#include "store/maintenance/check.h"
#include "store/summaries/reports.h"
#include "support/damagedbook.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTimeZone>

#include <limits>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct StrangersBook {
    QTemporaryDir folder;
    QString path = folder.filePath(u"gift.headway"_s);

    explicit StrangersBook(const QString &statement)
    {
        valueOf(store::createBook(path));
        auto database = valueOf(sql::openSqlite(path, sql::Access::ReadWrite));
        valueOf(store::commit(*database, {Sentence::verbatim(u"Add"_s), {create(Company{.name = u"Acme"_s})}},
                              {UserId{1}, Instant{1}}));
        if (!statement.isEmpty())
            valueOf(database->command(statement));
        valueOf(database->cell(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    }

    QByteArray bytes() const
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
};

} // namespace

TEST_CASE("A book with commands of a stranger in it is not opened, and left as it is", "[store]")
{
    const QString statement = GENERATE(
        u"CREATE TRIGGER custom_by_me AFTER INSERT ON company BEGIN DELETE FROM change; END"_s,
        u"CREATE VIEW best_deals AS SELECT * FROM deal"_s, u"CREATE VIRTUAL TABLE mine USING fts5(words)"_s);
    CAPTURE(statement);
    const StrangersBook gift(statement);
    const QString name =
        statement.section(u' ', statement.contains(u"VIRTUAL"_s) ? 3 : 2).section(u' ', 0, 0);
    const QByteArray before = gift.bytes();
    for (const sql::Access access : {sql::Access::Read, sql::Access::ReadWrite}) {
        const auto opened = store::openBook(gift.path, access);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == ErrorCode::Unreadable);
        CHECK(inEnglish(opened.error().text)
              == u"%1 is not opened: “%2” in it would run commands that are not Headway's."_s.arg(gift.path,
                                                                                                  name));
    }
    const auto restored =
        store::restoreBook(gift.path, gift.folder.filePath(u"sales.headway"_s),
                           QDateTime(QDate(2026, 11, 23), QTime(14, 15), QTimeZone::utc()), {});
    CHECK_FALSE(restored);
    CHECK(gift.bytes() == before);
}

TEST_CASE("The check says what a stranger added, whatever it is called", "[store]")
{
    const QString statement =
        GENERATE(u"CREATE TRIGGER custom_by_me AFTER INSERT ON company BEGIN DELETE FROM change; END"_s,
                 u"CREATE TABLE custom_by_them (x)"_s, u"CREATE VIEW custom_by_us AS SELECT 1"_s);
    const StrangersBook gift(statement);
    auto database = valueOf(sql::openSqlite(gift.path, sql::Access::Read));
    const auto report = valueOf(store::checkBook(*database, store::CheckDepth::Quick, {}));
    CHECK(report.count(store::FlawKind::Schema) == 1);
    CHECK(linesInEnglish(report.sentences()).filter(statement.section(u' ', 2, 2)).size() == 1);
}

TEST_CASE("No code is loaded into the program, and the schema is not written past the engine", "[store]")
{
    const StrangersBook gift({});
    auto book = valueOf(store::openBook(gift.path, sql::Access::ReadWrite));
    CHECK_FALSE(book->cell(u"SELECT load_extension('/tmp/evil')"_s));
    CHECK(valueOf(book->cell(u"PRAGMA trusted_schema"_s)) == sql::Value(qint64(0)));
    (void)book->command(u"PRAGMA writable_schema = ON"_s);
    CHECK_FALSE(book->run(u"UPDATE sqlite_schema SET sql = 'x' WHERE name = 'deal'"_s));
    CHECK_FALSE(book->run(u"DELETE FROM search_index_data"_s)); // a table of the index itself
    CHECK(valueOf(store::checkBook(*book, store::CheckDepth::Thorough, {})).isSound());
}

TEST_CASE("A text that is longer than any of ours is refused, not read into memory", "[store]")
{
    const StrangersBook gift({});
    auto book = valueOf(store::openBook(gift.path, sql::Access::ReadWrite));
    const auto endless = book->cell(u"SELECT zeroblob(100000000)"_s);
    REQUIRE_FALSE(endless);
    CHECK(endless.error().code == ErrorCode::Unreadable);
    CHECK(inEnglish(endless.error().text) == u"The file holds a text that is too long."_s);
    const QString deep = QString(u"("_s).repeated(600) + u'1' + QString(u")"_s).repeated(600);
    CHECK_FALSE(book->cell(u"SELECT "_s + QString(u"-"_s).repeated(600) + deep));
}

TEST_CASE("Numbers at the end of all numbers are counted and moved about like any other", "[store]")
{
    DamagedBook book(sql::Engine::Sqlite);
    const store::Viewer viewer{UserId{1}};
    book.spoil(u"UPDATE deal SET amount = NULL"_s);
    book.spoil(u"UPDATE deal SET amount = 6000000000000000000 WHERE id IN (2, 3)"_s); // of two stages
    const auto sums = valueOf(store::totals(book.connection(), {}, viewer)).sums;
    REQUIRE(sums.size() == 1);
    CHECK(sums.front().minor == std::numeric_limits<qint64>::max());
    const auto open = valueOf(store::report(book.connection(), {.of = store::ReportOf::Open}, viewer));
    CHECK(open.total.sums == sums);

    const QString rank = GENERATE(u"9223372036854775807"_s, u"-9223372036854775807"_s);
    book.spoil(u"UPDATE deal SET amount = 1, rank = "_s + rank);
    for (const DealId under : {DealId{}, DealId{2}}) {
        const auto edit =
            valueOf(store::moveDealEdit(book.connection(), DealId{4}, {StageId{2}, under}, {}, book.actor()));
        valueOf(store::commit(book.connection(), edit, book.actor()));
    }
}
