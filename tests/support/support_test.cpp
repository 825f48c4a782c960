// SPDX-License-Identifier: GPL-3.0-or-later
// The test tools themselves: a wait that never ends, or a value printed as {?}, would hide the results of
// other tests.
#include "support/await.h"
#include "support/catch_qt.h"

namespace headway::test {

TEST_CASE("await ends as soon as its condition holds", "[support]")
{
    bool done = false;
    QTimer::singleShot(5, [&] { done = true; });
    CHECK(await([&] { return done; }));
    CHECK(await([] { return true; }));
}

TEST_CASE("await gives up at its limit", "[support]")
{
    CHECK_FALSE(await([] { return false; }, std::chrono::milliseconds(10)));
}

TEST_CASE("values are printed so that a difference can be seen", "[support]")
{
    CHECK(Catch::Detail::stringify(QStringLiteral("a\tb")) == R"("a\tb")");
    CHECK(Catch::Detail::stringify(QString()) == R"("")");
    CHECK(Catch::Detail::stringify(QByteArray("\0x", 2)) == R"("\x00x")");
    CHECK(Catch::Detail::stringify(QDate(2026, 2, 28)) == "2026-02-28");
    CHECK(Catch::Detail::stringify(QDate()) == "no date");

    const Result<int> three = 3;
    CHECK(Catch::Detail::stringify(three) == "3");
    const Result<int> none = failure(ErrorCode::NotFound, Sentence::tr("There is no such deal."));
    CHECK_THAT(Catch::Detail::stringify(none), Catch::Contains("There is no such deal."));
    CHECK(valueOf(three) == 3);
}

} // namespace headway::test
