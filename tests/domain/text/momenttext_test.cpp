// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/momenttext.h"

#include "domain/records/inenglish.h"
#include "support/catch_qt.h"

#include <QDateTime>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone berlin("Europe/Berlin");
const Instant noon{QDateTime(QDate(2026, 11, 26), QTime(12, 0), berlin).toMSecsSinceEpoch()}; // a Thursday

Result<TypedMoment> typed(const QString &text)
{
    return parseTypedMoment(text, noon, berlin, DateOrder::DayMonthYear);
}

// Local time in Berlin: "2026-11-26 14:30".
QString wall(const QString &text)
{
    const Result<TypedMoment> moment = typed(text);
    if (!moment)
        return inEnglish(moment.error().text);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(moment->at.ms, berlin);
    return moment->isWholeDay ? at.date().toString(Qt::ISODate) : at.toString(u"yyyy-MM-dd HH:mm"_s);
}

} // namespace

TEST_CASE("A moment is typed as a day, a time, or both", "[domain]")
{
    CHECK(typed(u" Now "_s)->at == noon);
    CHECK(wall(u"14:30"_s) == u"2026-11-26 14:30"_s);
    CHECK(wall(u"tomorrow 9:00"_s) == u"2026-11-27 09:00"_s);
    CHECK(wall(u"tomorrow"_s) == u"2026-11-27"_s);
    CHECK(wall(u"12.5. 8:05"_s) == u"2027-05-12 08:05"_s);
    CHECK(wall(u"2026-12-01T09:00"_s) == u"2026-12-01 09:00"_s);
    CHECK(wall(u"4 Mar 2027 17:00"_s) == u"2027-03-04 17:00"_s);
    CHECK(wall(u"2026-12-01"_s) == u"2026-12-01"_s);
    CHECK(wall(u"+3d"_s) == u"2026-11-29"_s);
}

TEST_CASE("A clock of twelve hours is read as it is meant", "[domain]")
{
    CHECK(wall(u"2pm"_s) == u"2026-11-26 14:00"_s);
    CHECK(wall(u"fri 2:30 PM"_s) == u"2026-11-27 14:30"_s);
    CHECK(wall(u"12am"_s) == u"2026-11-26 00:00"_s);
    CHECK(wall(u"12 p.m."_s) == u"2026-11-26 12:00"_s);
    CHECK(wall(u"2 p.m"_s) == u"2026-11-26 14:00"_s);
    CHECK(wall(u"13pm"_s) == u"“13pm” is not a time of day."_s);
    CHECK(wall(u"0am"_s) == u"“0am” is not a time of day."_s);
}

TEST_CASE("A time may be meant on the clock of another place", "[domain]")
{
    CHECK(wall(u"9:00 Tokyo"_s) == u"2026-11-26 01:00"_s);
    CHECK(wall(u"tomorrow 9am new york"_s) == u"2026-11-27 15:00"_s);
    CHECK(wall(u"14:30 UTC"_s) == u"2026-11-26 15:30"_s);
    CHECK(wall(u"14:30Z"_s) == u"2026-11-26 15:30"_s);
    CHECK(wall(u"14:30 UTC+5:30"_s) == u"2026-11-26 10:00"_s);
    CHECK(wall(u"2026-12-01T09:00-05:00"_s) == u"2026-12-01 15:00"_s);
    CHECK(wall(u"9:00 America/Sao_Paulo"_s) == u"2026-11-26 13:00"_s);
    // "Today" is the day in that zone.
    const Instant late{QDateTime(QDate(2026, 11, 26), QTime(20, 0), berlin).toMSecsSinceEpoch()};
    const auto moment = parseTypedMoment(u"9:00 Tokyo"_s, late, berlin, DateOrder::DayMonthYear);
    CHECK(QDateTime::fromMSecsSinceEpoch(moment->at.ms, berlin)
          == QDateTime(QDate(2026, 11, 27), QTime(1, 0), berlin));
}

TEST_CASE("What is no moment says what it is not", "[domain]")
{
    CHECK(wall(u"25:00"_s) == u"“25:00” is not a time of day."_s);
    CHECK(wall(u"9:60"_s) == u"“9:60” is not a time of day."_s);
    CHECK(wall(u"9:00 Atlantis"_s)
          == u"“Atlantis” is not a time zone: write a city, as in 9:00 Tokyo, or UTC+9."_s);
    CHECK(wall(u"tomorrow 9:00-10:00"_s)
          == u"“-10:00” is not a time zone: write a city, as in 9:00 Tokyo, or UTC+9."_s);
    for (const QString &text : {u""_s, u"soon"_s, u"soon 9:00"_s, u"9"_s, u"tomorrow 9"_s, u":30"_s,
                                u"31.2. 9:00"_s, u"9:00 UTC+15"_s, u"9:00 UTC-13"_s, u"pm"_s})
        CHECK_FALSE(typed(text));
}

TEST_CASE("A time that the clocks leave out is not taken for another one", "[domain]")
{
    CHECK(wall(u"2027-03-28 2:30"_s)
          == u"There is no 02:30 on Sun 28 Mar 2027: the clocks go forward then, and it would be 03:30."_s);
    CHECK(wall(u"2027-03-28 2:30 am New York"_s) == u"2027-03-28 08:30"_s); // they go forward on another day
    CHECK(wall(u"2027-03-28 1:59"_s) == u"2027-03-28 01:59"_s);
    CHECK(wall(u"2027-03-28 3:00"_s) == u"2027-03-28 03:00"_s);
    CHECK(wall(u"2027-03-28"_s) == u"2027-03-28"_s);
}

TEST_CASE("Of a time that comes twice when the clocks go back, the first is meant", "[domain]")
{
    const auto utc = [](const QString &text) {
        const auto moment = typed(text);
        REQUIRE(moment);
        return QDateTime::fromMSecsSinceEpoch(moment->at.ms, QTimeZone::utc())
            .toString(u"yyyy-MM-dd HH:mm"_s);
    };
    CHECK(utc(u"2027-10-31 2:30"_s) == u"2027-10-31 00:30"_s);
    CHECK(utc(u"2027-10-31 1:59"_s) == u"2027-10-30 23:59"_s);
    CHECK(utc(u"2027-10-31 3:00"_s) == u"2027-10-31 02:00"_s);
    CHECK(utc(u"2027-10-31 2:30 UTC+1"_s) == u"2027-10-31 01:30"_s); // the second, for whoever means it
}

TEST_CASE("Just before midnight, tomorrow and in three days are counted from where one sits", "[domain]")
{
    const Instant late{QDateTime(QDate(2026, 11, 30), QTime(23, 58), berlin).toMSecsSinceEpoch()};
    const auto dayOn = [&](const QString &text, const QTimeZone &zone) {
        const auto moment = parseTypedMoment(text, late, zone, DateOrder::DayMonthYear);
        REQUIRE(moment);
        CHECK(moment->isWholeDay);
        return QDateTime::fromMSecsSinceEpoch(moment->at.ms, zone).date();
    };
    const QTimeZone tokyo("Asia/Tokyo"); // it is the first of December there
    CHECK(dayOn(u"tomorrow"_s, berlin) == QDate(2026, 12, 1));
    CHECK(dayOn(u"+3d"_s, berlin) == QDate(2026, 12, 3));
    CHECK(dayOn(u"tomorrow"_s, tokyo) == QDate(2026, 12, 2));
    CHECK(dayOn(u"+3d"_s, tokyo) == QDate(2026, 12, 4));
}
