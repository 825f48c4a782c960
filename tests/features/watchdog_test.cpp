// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/watchdog.h"

#include "support/await.h"
#include "support/catch_qt.h"

#include <ctime>

using namespace headway::test;

TEST_CASE("The watchdog sees an event that makes the window deaf, and forgives a short one", "[features]")
{
    constexpr std::clock_t busy = CLOCKS_PER_SEC / 50; // processor time
    QObject receiver;
    bool isDone = false;
    forgetEvents();
    QMetaObject::invokeMethod(
        &receiver, [&isDone] { isDone = true; }, Qt::QueuedConnection);
    REQUIRE(await([&isDone] { return isDone; }));
    CHECK(longestEvent().took < std::chrono::milliseconds(15));

    isDone = false;
    QMetaObject::invokeMethod(
        &receiver,
        [&isDone] {
            const std::clock_t begin = std::clock();
            while (std::clock() - begin < busy) {
            }
            isDone = true;
        },
        Qt::QueuedConnection);
    REQUIRE(await([&isDone] { return isDone; }));
    CHECK(longestEvent().took >= std::chrono::milliseconds(15));
    CHECK(longestEvent().what() == QStringLiteral("MetaCall in QObject"));
    forgetEvents();
}
