// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rateestimate.h"

#include "support/catch_qt.h"

using headway::Pace;

TEST_CASE("A rate is told only after there was some work", "[domain]")
{
    Pace pace;
    pace.note(0, 1000, 0);
    pace.note(10, 1000, 100);
    CHECK(!pace.perSecond());
    pace.note(100, 1000, 1000);
    REQUIRE(pace.perSecond());
    CHECK(*pace.perSecond() == Approx(100));
    CHECK(pace.secondsLeft() == 9);
}

TEST_CASE("The rate follows the last seconds", "[domain]")
{
    Pace pace;
    for (qint64 second = 0; second <= 60; ++second)
        pace.note(second < 30 ? second * 1000 : 29000 + second, 100000, second * 1000);
    CHECK(*pace.perSecond() == Approx(1).margin(0.2));
}

TEST_CASE("Nothing is promised when the end is not known or reached", "[domain]")
{
    Pace pace;
    pace.note(0, 0, 0);
    pace.note(500, 0, 5000);
    CHECK(pace.perSecond());
    CHECK(!pace.secondsLeft());
    pace.note(1000, 1000, 6000);
    CHECK(!pace.secondsLeft());
}
