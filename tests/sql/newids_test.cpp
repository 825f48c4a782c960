// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of new rows that are given out before the rows are written.
#include "sql/newids.h"

#include "domain/records/inenglish.h"
#include "support/shelf.h"

#include <limits>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 highest = std::numeric_limits<qint64>::max();

} // namespace

TEST_CASE("After the highest number that there is nothing is given a number", "[sql]")
{
    const Shelf shelf(GENERATE(anyEngine()));
    CAPTURE(shelf.database.engine());
    sql::NewIds ids(*shelf.connection);
    CHECK(valueOf(ids.next(u"box"_s)) == 1);
    valueOf(ids.take(u"box"_s, highest));
    const auto refused = ids.next(u"box"_s);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Full);
    CHECK(inEnglish(refused.error().text)
          == u"Nothing can be added: one record of this kind has the highest number that there is."_s);
}

TEST_CASE("The last number of all is given, and then no other", "[sql]")
{
    const Shelf shelf(GENERATE(anyEngine()));
    CAPTURE(shelf.database.engine());
    sql::NewIds ids(*shelf.connection);
    valueOf(ids.take(u"box"_s, highest - 1));
    CHECK(valueOf(ids.next(u"box"_s)) == highest);
    const auto refused = ids.next(u"box"_s);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Full);
}

TEST_CASE("However many numbers are given, few are drawn in vain", "[sql]")
{
    const Shelf shelf(GENERATE(anyEngine()));
    CAPTURE(shelf.database.engine());
    sql::NewIds ids(*shelf.connection);
    constexpr qint64 given = 10'000;
    for (qint64 i = 1; i <= given; ++i)
        REQUIRE(valueOf(ids.next(u"box"_s)) == i);
    if (shelf.connection->engine() == sql::Engine::Sqlite)
        return; // which draws none
    const auto drawn = valueOf(shelf.connection->cell(u"SELECT last_value FROM box_id_seq"_s));
    CHECK(std::get<qint64>(drawn) - given < 4096);
}
