// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/activitytext.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;

namespace {

qint64 seconds(const QString &text, DurationUnit unit = DurationUnit::Minutes)
{
    const auto read = readDurationCell(text, unit);
    return read ? *read : -1;
}

} // namespace

TEST_CASE("A duration is read as people and systems write it", "[exchange]")
{
    CHECK(seconds(u"15 min"_s) == 900);
    CHECK(seconds(u"1h30"_s) == 5400);
    CHECK(seconds(u"1:30"_s) == 5400);
    CHECK(seconds(u"00:15:00"_s) == 900);
    CHECK(seconds(u"1 h 15 min 20 s"_s) == 4520);
    CHECK(seconds(u"1.5 hours"_s) == 5400);
    CHECK(seconds(u"1,5 Std."_s) == 5400);
    CHECK(seconds(u"2 Stunden und 5 Minuten"_s) == 7500);
    CHECK(seconds(u"PT1H5M"_s) == 3900);
    CHECK(seconds(u"90 seconds"_s) == 90);
    CHECK(seconds(u"45000 ms"_s) == 45);
    for (const QString &text : {u"a while"_s, u"15 apples"_s, u""_s, u"-5"_s, u"99999999999999 h"_s})
        CHECK(seconds(text) == -1);
}

TEST_CASE("A bare number needs a unit, from the header or from somebody", "[exchange]")
{
    CHECK(isBareDuration(u"15"_s));
    CHECK(isBareDuration(u" 15.5 "_s));
    CHECK_FALSE(isBareDuration(u"0"_s));
    CHECK_FALSE(isBareDuration(u"15 min"_s));
    CHECK_FALSE(isBareDuration(u"1:30"_s));
    CHECK(seconds(u"15"_s, DurationUnit::Minutes) == 900);
    CHECK(seconds(u"15"_s, DurationUnit::Seconds) == 15);
    CHECK(seconds(u"150000"_s, DurationUnit::Milliseconds) == 150);
    CHECK(durationUnitIn(u"Duration (min)"_s) == DurationUnit::Minutes);
    CHECK(durationUnitIn(u"CallDurationInSeconds"_s) == DurationUnit::Seconds);
    CHECK(durationUnitIn(u"Dauer in Stunden"_s) == DurationUnit::Hours);
    CHECK(durationUnitIn(u"Call duration (ms)"_s) == DurationUnit::Milliseconds);
    CHECK_FALSE(durationUnitIn(u"Call duration"_s));
    CHECK(durationUnitNamed(u"Minuten"_s) == DurationUnit::Minutes);
    CHECK_FALSE(durationUnitNamed(u"fortnight"_s));
}
