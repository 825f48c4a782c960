// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/groupedrows.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace headway::app;

namespace {

// Group 1 with two records, and the first two of five of group 2.
GroupedRows beginning()
{
    GroupedRows rows;
    rows.take({{11, 12, 21, 22}, {{qint64(1), {}, 2}, {qint64(2), {}, 5}}});
    return rows;
}

} // namespace

TEST_CASE("A group of which only the first rows are there says how many it has, and folds like any other",
          "[app]")
{
    GroupedRows rows = beginning();
    REQUIRE(rows.heads().size() == 2);
    const GroupHead one = rows.heads()[0];
    const GroupHead two = rows.heads()[1];
    CHECK(two.count == 5);
    CHECK(two.loaded == 2);
    CHECK(rows.shown() == std::vector<qint64>{one.id, 11, 12, two.id, 21, 22});
    REQUIRE(rows.headOf(22));
    CHECK(rows.headOf(22)->id == two.id);
    rows.fold(one.id, true);
    CHECK(rows.shown() == std::vector<qint64>{one.id, two.id, 21, 22});
    rows.fold(two.id, true);
    CHECK(rows.shown() == std::vector<qint64>{one.id, two.id});
    rows.foldAll(false);
    CHECK(rows.shown() == std::vector<qint64>{one.id, 11, 12, two.id, 21, 22});
}

TEST_CASE("When the rest of a list has come, its groups are folded as before", "[app]")
{
    GroupedRows rows = beginning();
    const qint64 one = rows.heads()[0].id;
    const qint64 two = rows.heads()[1].id;
    rows.fold(one, true);
    rows.take(
        {{11, 12, 21, 22, 23, 24, 25, 31}, {{qint64(1), {}, 2}, {qint64(2), {}, 5}, {qint64(3), {}, 1}}});
    REQUIRE(rows.heads().size() == 3);
    CHECK(rows.heads()[1].loaded == 5);
    CHECK(rows.shown() == std::vector<qint64>{one, two, 21, 22, 23, 24, 25, rows.heads()[2].id, 31});
}
