// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/largecache.h"

#include "support/shelf.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

TEST_CASE("The cache of a file is large for as long as somebody needs it", "[sql]")
{
    const Shelf shelf(sql::Engine::Sqlite);
    const auto size = [&] { // SQLite tells kibibytes below zero
        return -std::get<qint64>(valueOf(shelf.connection->cell(u"PRAGMA cache_size"_s)));
    };
    CHECK(size() == sql::usualCache);
    {
        const sql::LargeCache cache = valueOf(sql::LargeCache::of(*shelf.connection));
        CHECK(size() == sql::largeCache);
    }
    CHECK(size() == sql::usualCache);
}

TEST_CASE("A server keeps its own cache", "[sql]")
{
    const Shelf shelf(GENERATE(anyEngine()));
    {
        const auto cache = sql::LargeCache::of(*shelf.connection);
        CHECK(cache);
    }
    CHECK(shelf.boxes() == 0);
}
