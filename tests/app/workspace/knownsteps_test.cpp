// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/knownsteps.h"

#include <catch2/catch.hpp>

using namespace headway::app;

TEST_CASE("A step is news once, whoever tells of it first", "[app]")
{
    KnownSteps steps;
    CHECK(steps.isNews(7));
    CHECK_FALSE(steps.isNews(7));
    CHECK(steps.isNews(6)); // older, and not reported before
    CHECK_FALSE(steps.isNews(0));
}

TEST_CASE("A number that was skipped is waited for, since its step may still be under way", "[app]")
{
    KnownSteps steps;
    steps.note(10);
    steps.note(13);
    CHECK(steps.last() == 13);
    CHECK(steps.awaited() == std::vector<qint64>{11, 12});
    steps.note(11);
    CHECK(steps.last() == 13);
    CHECK(steps.awaited() == std::vector<qint64>{12});
}

TEST_CASE("Numbers that never come are not waited for without end", "[app]")
{
    KnownSteps steps;
    steps.note(1);
    steps.note(5'000);
    CHECK(steps.awaited().size() == 200);
    CHECK(steps.awaited().front() == 4'800);
    steps.note(100'000);
    CHECK(steps.awaited().size() == 200);
}

TEST_CASE("After a book came back as an older copy of itself its new steps are seen again", "[app]")
{
    KnownSteps steps;
    for (const qint64 id : {20, 25, 30, 40}) {
        steps.note(id);
        steps.isNews(id);
    }
    steps.goBackTo(25);
    CHECK(steps.last() == 25);
    CHECK(steps.awaited() == std::vector<qint64>{21, 22, 23, 24});
    CHECK_FALSE(steps.isNews(25));
    CHECK(steps.isNews(30)); // another step with that number
    steps.goBackTo(30);
    CHECK(steps.last() == 25);
}
