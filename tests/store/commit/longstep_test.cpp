// SPDX-License-Identifier: GPL-3.0-or-later
// What a long step is lent and gives back.
#include "store/commit/commit.h"

#include "domain/records/company.h"
#include "sql/largecache.h"
#include "store/rows/records.h"
#include "support/book.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

// In KiB, as SQLite tells it: below zero.
qint64 cacheOf(sql::Connection &connection)
{
    return -std::get<qint64>(valueOf(connection.cell(u"PRAGMA cache_size"_s)));
}

Edit companies(int count)
{
    Edit many{Sentence::verbatim(u"Add"_s)};
    for (int i = 0; i < count; ++i)
        many.changes.push_back(create(Company{.name = u"Firm %1"_s.arg(i)}));
    return many;
}

} // namespace

TEST_CASE("A long step has a large cache, and gives it back", "[store]")
{
    FreshBook book(sql::Engine::Sqlite);
    CHECK(cacheOf(book.connection()) == sql::usualCache);
    {
        auto step = valueOf(store::StepWriter::begin(book.connection(), Sentence::verbatim(u"Add"_s),
                                                     Origin::Typed, book.actor()));
        REQUIRE(step.applyAll(companies(900).changes));
        CHECK(cacheOf(book.connection()) == sql::usualCache);
        REQUIRE(step.applyAll(companies(200).changes));
        CHECK(cacheOf(book.connection()) == sql::largeCache);
        REQUIRE(step.finish());
    }
    CHECK(cacheOf(book.connection()) == sql::usualCache);
}

TEST_CASE("A long step that is given up gives its cache back, too", "[store]")
{
    FreshBook book(sql::Engine::Sqlite);
    {
        auto step = valueOf(store::StepWriter::begin(book.connection(), Sentence::verbatim(u"Add"_s),
                                                     Origin::Typed, book.actor()));
        REQUIRE(step.applyAll(companies(1100).changes));
    }
    CHECK(cacheOf(book.connection()) == sql::usualCache);
    CHECK(valueOf(store::loadAll<Company>(book.connection())).empty());
}
