// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/book/newbook.h"

#include "domain/records/inenglish.h"
#include "domain/records/lookups.h"
#include "sample/samplebook.h"
#include "store/book/book.h"
#include "store/reading/lookups.h"
#include "store/rows/records.h"
#include "support/book.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace headway;
using namespace headway::sample;
using namespace headway::store;
using namespace Qt::StringLiterals;
using test::valueOf;

TEST_CASE("A new book has a pipeline to sell by, lists to choose from and its first user", "[store]")
{
    test::FreshBook book(GENERATE(test::anyEngine()));
    CHECK(valueOf(fillNewBook(book.connection(), u"Ana"_s, {1'700'000'000'000})) == UserId{1});
    const Lookups lists = valueOf(store::loadLookups(book.connection()));
    REQUIRE(lists.users.size() == 1);
    CHECK(lists.users[0].name == u"Ana"_s);
    CHECK(lists.users[0].role == Role::Administrator);
    REQUIRE_FALSE(lists.pipelines.empty());
    const std::vector<Stage> stages = lists.stagesOf(lists.pipelines[0].id);
    const auto has = [&](StageType type) {
        return std::any_of(stages.begin(), stages.end(), [type](const Stage &s) { return s.type == type; });
    };
    CHECK(has(StageType::Open));
    CHECK(has(StageType::Won));
    CHECK(has(StageType::Lost));
    CHECK_FALSE(lists.outcomes.empty());
    CHECK_FALSE(lists.lostReasons.empty());
    CHECK_FALSE(lists.sources.empty());
    CHECK(book.count(EntityKind::Deal) == 0);
}

TEST_CASE("The beginning of a book is in its history, but Ctrl+Z does not take it back", "[store]")
{
    test::FreshBook book(GENERATE(test::anyEngine()));
    valueOf(fillNewBook(book.connection(), u"Ana"_s, {1'700'000'000'000}));
    REQUIRE(book.history().size() == 1);
    CHECK(inEnglish(book.history()[0].label) == u"Began the book"_s);
    CHECK(book.undo().isNull());
}

TEST_CASE("The sample company is a sound book of the size it says", "[store]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"sample.headway"_s);
    valueOf(makeSampleBook(file, SampleScale::small(), 1, QDate(2026, 3, 10), {}));
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{u"sample.headway"_s});
    const auto connection = valueOf(store::openBook(file, sql::Access::ReadWrite));
    CHECK(valueOf(store::loadAll(*connection, EntityKind::Deal)).size() == 300);

    // An existing file is not changed.
    const Result<> again = makeSampleBook(file, SampleScale::small(), 1, QDate(2026, 3, 10), {});
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::Conflict);
}

TEST_CASE("A sample company given up half way leaves no file behind", "[store]")
{
    const QTemporaryDir folder;
    const Result<> made = makeSampleBook(folder.filePath(u"sample.headway"_s), SampleScale::small(), 1,
                                         QDate(2026, 3, 10), [](auto...) { return false; });
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::Cancelled);
    CHECK(QDir(folder.path()).entryList(QDir::Files).isEmpty());
}
