// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/epochtext.h"

#include "exchange/cells/daycell.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using test::valueOf;

TEST_CASE("Seconds and milliseconds since 1970 are moments, other numbers are not", "[exchange]")
{
    CHECK(epochMoment(u"1762000000000"_s) == Instant{1'762'000'000'000});
    CHECK(epochMoment(u"1762000000"_s) == Instant{1'762'000'000'000});
    for (const QString &text : {u"2026030410"_s, u"20260304"_s, u"0762000000"_s, u"176200000000"_s,
                                u"45000"_s, u"1762000000.5"_s, u"9999999999999"_s, u""_s}) {
        CAPTURE(text);
        CHECK_FALSE(epochMoment(text));
    }
    const MomentCell moment = valueOf(readMomentCell(u"1762000000"_s, {}));
    CHECK(moment.at == Instant{1'762'000'000'000});
    CHECK_FALSE(moment.isWholeDay);
    CHECK(valueOf(readDayCell(u"1762000000000"_s, {})).day == QDate(2025, 11, 1));
}
