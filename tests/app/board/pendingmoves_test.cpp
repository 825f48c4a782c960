// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/board/pendingmoves.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace headway::app;

namespace {

const std::vector<CardPlace> two{{{1}, {10}, 0}, {{2}, {20}, 3}};

} // namespace

TEST_CASE("Cards that are carried go back to where each came from", "[app]")
{
    PendingMoves moves;
    CHECK_FALSE(moves.isAhead());
    moves.pickUp(two);
    CHECK(moves.isCarrying());
    CHECK(moves.isCarried({2}));
    CHECK_FALSE(moves.isPending({2}));
    CHECK(moves.comingInto({10}) == std::vector<DealId>{{2}}); // the other one is already there
    const auto places = moves.putBack();
    REQUIRE(places.size() == 2);
    CHECK(places[1].stage == StageId{20});
    CHECK(places[1].row == 3);
    CHECK_FALSE(moves.isAhead());
}

TEST_CASE("A card that was dropped is ahead of the book until the book has answered", "[app]")
{
    PendingMoves moves;
    moves.pickUp({two.front()});
    const auto first = moves.submit();
    moves.pickUp({two.back()});
    const auto second = moves.submit();
    CHECK_FALSE(moves.isCarrying());
    CHECK(moves.isPending({1}));
    CHECK(moves.isPending({2}));
    moves.conclude(first);
    CHECK_FALSE(moves.isPending({1}));
    CHECK(moves.isAhead());
    moves.conclude(second);
    CHECK_FALSE(moves.isAhead());
}
