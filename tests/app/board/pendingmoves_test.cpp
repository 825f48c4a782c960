// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/board/pendingmoves.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace headway::app;

namespace {

const std::vector<CardPlace> two{{CardId(1), 10, 0}, {CardId(2), 20, 3}};

} // namespace

TEST_CASE("Cards that are carried go back to where each came from", "[app]")
{
    PendingMoves moves;
    CHECK_FALSE(moves.isAhead());
    moves.pickUp(two);
    CHECK(moves.isCarrying());
    CHECK(moves.isCarried(CardId(2)));
    CHECK_FALSE(moves.isPending(CardId(2)));
    CHECK(moves.comingInto(10) == std::vector{CardId(2)}); // the other one is already there
    const auto places = moves.putBack();
    REQUIRE(places.size() == 2);
    CHECK(places[1].lane == 20);
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
    CHECK(moves.isPending(CardId(1)));
    CHECK(moves.isPending(CardId(2)));
    moves.conclude(first);
    CHECK_FALSE(moves.isPending(CardId(1)));
    CHECK(moves.isAhead());
    moves.conclude(second);
    CHECK_FALSE(moves.isAhead());
}
