// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rateestimate.h"

#include "support/catch_qt.h"

using headway::RateEstimate;

TEST_CASE("A rate is told only after there was some work", "[domain]")
{
    RateEstimate rate;
    rate.note(0, 1000, 0);
    rate.note(10, 1000, 100);
    CHECK(!rate.perSecond());
    rate.note(100, 1000, 1000);
    REQUIRE(rate.perSecond());
    CHECK(*rate.perSecond() == Approx(100));
    CHECK(rate.secondsLeft() == 9);
}

TEST_CASE("The rate follows the last seconds", "[domain]")
{
    RateEstimate rate;
    for (qint64 second = 0; second <= 60; ++second)
        rate.note(second < 30 ? second * 1000 : 29000 + second, 100000, second * 1000);
    CHECK(*rate.perSecond() == Approx(1).margin(0.2));
}

TEST_CASE("Nothing is promised when the end is not known or reached", "[domain]")
{
    RateEstimate rate;
    rate.note(0, 0, 0);
    rate.note(500, 0, 5000);
    CHECK(rate.perSecond());
    CHECK(!rate.secondsLeft());
    rate.note(1000, 1000, 6000);
    CHECK(!rate.secondsLeft());
}
