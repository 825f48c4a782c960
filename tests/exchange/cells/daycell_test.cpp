// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/daycell.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using test::valueOf;

namespace {

const DayStyle berlin{DateOrder::DayMonthYear, QTimeZone("Europe/Berlin")};
const QDate today(2026, 3, 10);

QString day(const QString &text, const DayStyle &style = berlin)
{
    const auto cell = readDayCell(text, style);
    return cell ? formatDay(cell->day) : u"refused"_s;
}

QString birthday(const QString &text, const DayStyle &style = berlin)
{
    const auto cell = readBirthday(text, style, today);
    return cell ? formatDay(*cell) : u"refused"_s;
}

QString moment(const QString &text, const DayStyle &style = berlin)
{
    const auto cell = readMomentCell(text, style);
    return cell ? formatInstant(cell->at.ms) + (cell->isWholeDay ? u" whole day"_s : QString())
                : u"refused"_s;
}

} // namespace

TEST_CASE("A moment with an offset is the day on the reader's clock, midnight in UTC stays its day",
          "[exchange]")
{
    CHECK(day(u"2026-03-04T23:30:00Z"_s) == u"2026-03-05"_s);
    CHECK(day(u"2026-03-04T23:30:00.000+0000"_s) == u"2026-03-05"_s);
    CHECK(day(u"2026-03-04 23:30 +02:00"_s) == u"2026-03-04"_s);
    CHECK(day(u"4.3.2026 23:30 GMT-5"_s) == u"2026-03-05"_s);
    const DayStyle newYork{DateOrder::MonthDayYear, QTimeZone("America/New_York")};
    CHECK(day(u"2026-03-04T00:00:00Z"_s, newYork) == u"2026-03-04"_s);
    CHECK(day(u"2026-03-04T00:00:00.000+00:00"_s, newYork) == u"2026-03-04"_s);
    CHECK(day(u"2026-03-04T03:00:00Z"_s, newYork) == u"2026-03-03"_s);
    CHECK(valueOf(readDayCell(u"2026-03-04T00:00:00Z"_s, newYork)).origin == DayOrigin::Midnight);
    CHECK(valueOf(readDayCell(u"2026-03-04T03:00:00Z"_s, newYork)).origin == DayOrigin::Instant);
    CHECK(valueOf(readDayCell(u"2026-03-04 23:30"_s, newYork))
          == DayCell{QDate(2026, 3, 4), DayOrigin::Written});
    CHECK(day(u"45631"_s) == u"2024-12-05"_s);
    CHECK(day(u"soon"_s) == u"refused"_s);
    CHECK(day(u"31.2.2026"_s) == u"refused"_s);
}

TEST_CASE("A moment as a browser, a mail or a server writes it is that moment", "[exchange]")
{
    const QString nine = u"2026-03-03T09:22:11Z"_s;
    for (const QString &text : {u"Tue Mar 03 2026 10:22:11 GMT+0100 (CET)"_s,
                                u"Tue Mar 03 2026 10:22:11 GMT+0100 (Central European Standard Time)"_s,
                                u"Tue Mar 03 2026 04:22:11 GMT-0500 (hora estándar oriental)"_s,
                                u"Tue, 03 Mar 2026 10:22:11 +0100"_s, u"Tue, 3 Mar 2026 09:22:11 GMT"_s,
                                u"2026-03-03T10:22:11+01:00[Europe/Berlin]"_s, u"2026-03-03T09:22:11Z[UTC]"_s,
                                u"Tue Mar 03 09:22:11 +0000 2026"_s, u"Tue Mar  3 09:22:11 UTC 2026"_s,
                                u"Tue Mar  3 10:22:11 2026"_s, u"Mar 3, 10:22:11 2026"_s}) {
        CAPTURE(text);
        CHECK(moment(text) == nine);
        CHECK(day(text) == u"2026-03-03"_s);
    }
    CHECK(day(u"Tue Mar 03 2026 23:30:00 GMT+0000 (Coordinated Universal Time)"_s) == u"2026-03-04"_s);
    // CST is in America, China or Cuba; a remark behind a time is none of these.
    for (const QString &text :
         {u"Tue Mar 03 10:22:11 CST 2026"_s, u"2026-03-03 10:22:11 CST"_s,
          u"Tue Mar 03 2026 10:22:11 (CET)"_s, u"10:22:11 2026"_s, u"Room 3 10:22 2026"_s}) {
        CAPTURE(text);
        CHECK(moment(text) == u"refused"_s);
    }
}

TEST_CASE("A day of a numbered week is a day, a week is none", "[exchange]")
{
    CHECK(day(u"2026-W10-2"_s) == u"2026-03-03"_s);
    CHECK(day(u"2026W102"_s) == u"2026-03-03"_s);
    CHECK(day(u"2026-W53-7"_s) == u"2027-01-03"_s);
    CHECK(day(u"2026-W01-1"_s) == u"2025-12-29"_s);
    CHECK(moment(u"2026-W10-2"_s) == u"2026-03-02T23:00:00Z whole day"_s);
    for (const QString &text : {u"2026-W10"_s, u"2025-W53-1"_s, u"2026-W00-1"_s, u"2026-W10-8"_s, u"W10"_s})
        CHECK(day(text) == u"refused"_s);
}

TEST_CASE("Zeros and words for nothing are no day", "[exchange]")
{
    for (const QString &text :
         {u"0/0/00"_s, u"0000-00-00"_s, u"0000-00-00 00:00:00"_s, u"00.00.0000"_s, u"n/a"_s, u"-"_s, u"N/A"_s,
          u"null"_s, u"1/0/1900"_s, u"1899-12-30"_s, u"0"_s, u""_s, u"k. A."_s}) {
        CAPTURE(text);
        CHECK(isNoDay(text));
    }
    for (const QString &text :
         {u"1.1.2000"_s, u"10.10.2010"_s, u"2000-01-01"_s, u"1900-01-01"_s, u"soon"_s, u"1/1/11"_s}) {
        CAPTURE(text);
        CHECK_FALSE(isNoDay(text));
    }
}

TEST_CASE("Months are read in the languages that files are written in", "[exchange]")
{
    CHECK(day(u"4. März 2026"_s) == u"2026-03-04"_s);
    CHECK(day(u"Mi., 4. Mrz. 2026"_s) == u"2026-03-04"_s);
    CHECK(day(u"12 déc. 2025"_s) == u"2025-12-12"_s);
    CHECK(day(u"1er août 2025"_s) == u"2025-08-01"_s);
    CHECK(day(u"5 de enero de 2026"_s) == u"2026-01-05"_s);
    CHECK(day(u"4 mrt 2026"_s) == u"2026-03-04"_s);
    CHECK(day(u"March 4th, 2026"_s) == u"2026-03-04"_s);
    CHECK(moment(u"4. Mai 2026 14:30"_s) == u"2026-05-04T12:30:00Z"_s);
    CHECK(withEnglishMonths(u"nothing here"_s) == u"nothing here"_s);
}

TEST_CASE("A birthday is past, also with two digits or without a year", "[exchange]")
{
    CHECK(birthday(u"4.3.68"_s) == u"1968-03-04"_s);
    CHECK(birthday(u"4.3.12"_s) == u"2012-03-04"_s);
    CHECK(birthday(u"4.3.27"_s) == u"1927-03-04"_s);
    CHECK(birthday(u"1990-01-02"_s) == u"1990-01-02"_s);
    CHECK(birthday(u"--03-04"_s) == u"1604-03-04"_s);
    CHECK(birthday(u"29.2."_s) == u"1604-02-29"_s);
    CHECK(birthday(u"4 March"_s) == u"1604-03-04"_s);
    CHECK(birthday(u"4. März"_s) == u"1604-03-04"_s);
    CHECK(birthday(u"3/4"_s, {DateOrder::MonthDayYear, QTimeZone::utc()}) == u"1604-03-04"_s);
    CHECK(birthday(u"3/4"_s, {DateOrder::YearMonthDay, QTimeZone::utc()}) == u"refused"_s);
    CHECK(birthday(u"25/12"_s, {DateOrder::YearMonthDay, QTimeZone::utc()}) == u"1604-12-25"_s);
    CHECK(birthday(u"31.2."_s) == u"refused"_s);
    CHECK(birthday(u"yesterday"_s) == u"refused"_s);
}

TEST_CASE("A day without a time is the whole day, a range of hours is neither", "[exchange]")
{
    CHECK(moment(u"4.7.2026 14:30"_s) == u"2026-07-04T12:30:00Z"_s);
    CHECK(moment(u"4.7.2026"_s) == u"2026-07-03T22:00:00Z whole day"_s);
    CHECK(moment(u"4.7.2026, 2 pm"_s) == u"2026-07-04T12:00:00Z"_s);
    CHECK(moment(u"2026-07-04T14:30:00+02:00"_s) == u"2026-07-04T12:30:00Z"_s);
    CHECK(moment(u"4/7/2026 9:05 +0200"_s) == u"2026-07-04T07:05:00Z"_s);
    CHECK(moment(u"45631.5"_s, {DateOrder::DayMonthYear, QTimeZone::utc()}) == u"2024-12-05T12:00:00Z"_s);
    CHECK(moment(u"4.7.2026 9:30-10:30"_s) == u"refused"_s);
    CHECK(moment(u"4.7.2026 25:00"_s) == u"refused"_s);
}

TEST_CASE("A time of its own is read on the clock of twelve or of twenty-four hours", "[exchange]")
{
    CHECK(valueOf(readTimeCell(u"14:30"_s)) == QTime(14, 30));
    CHECK(valueOf(readTimeCell(u"2:30 pm"_s)) == QTime(14, 30));
    CHECK(valueOf(readTimeCell(u"12:00:00 AM"_s)) == QTime(0, 0));
    CHECK(valueOf(readTimeCell(u"14.30 Uhr"_s)) == QTime(14, 30));
    CHECK(valueOf(readTimeCell(u"0.5"_s + u"00"_s)) == QTime(12, 0));
    CHECK_FALSE(readTimeCell(u"13 pm"_s));
    CHECK_FALSE(readTimeCell(u"noonish"_s));
}
