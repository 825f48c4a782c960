// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/daterange.h"

#include "domain/records/inenglish.h"
#include "support/catch_qt.h"

#include <QString>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

const QDate thursday(2026, 12, 31); // the last day of a year, in ISO week 53

// "first..last", or empty.
QString span(QStringView text, QDate today = thursday)
{
    const auto range = parseDayRange(text, today);
    return range ? range->first.toString(Qt::ISODate) + u".."_s + range->last.toString(Qt::ISODate)
                 : QString();
}

} // namespace

TEST_CASE("Years, quarters, months and days are spans of days", "[domain]")
{
    CHECK(span(u"2026") == u"2026-01-01..2026-12-31"_s);
    CHECK(span(u"2026-q1") == u"2026-01-01..2026-03-31"_s);
    CHECK(span(u"2026-Q4") == u"2026-10-01..2026-12-31"_s);
    CHECK(span(u"2024-02") == u"2024-02-01..2024-02-29"_s);
    CHECK(span(u"2026-02") == u"2026-02-01..2026-02-28"_s);
    CHECK(span(u"2026-12-31") == u"2026-12-31..2026-12-31"_s);
    CHECK(span(u" 2026-05 ") == u"2026-05-01..2026-05-31"_s);
}

TEST_CASE("This, last and next count from today, over the turn of the year", "[domain]")
{
    CHECK(span(u"today") == u"2026-12-31..2026-12-31"_s);
    CHECK(span(u"+7d") == u"2027-01-07..2027-01-07"_s);
    CHECK(span(u"this-week") == u"2026-12-28..2027-01-03"_s);
    CHECK(span(u"next-week") == u"2027-01-04..2027-01-10"_s);
    CHECK(span(u"last-week", QDate(2027, 1, 3)) == u"2026-12-21..2026-12-27"_s);
    CHECK(span(u"this-month") == u"2026-12-01..2026-12-31"_s);
    CHECK(span(u"next-month") == u"2027-01-01..2027-01-31"_s);
    CHECK(span(u"last-month", QDate(2026, 3, 31)) == u"2026-02-01..2026-02-28"_s);
    CHECK(span(u"this-quarter") == u"2026-10-01..2026-12-31"_s);
    CHECK(span(u"last-quarter", QDate(2026, 1, 1)) == u"2025-10-01..2025-12-31"_s);
    CHECK(span(u"next-year") == u"2027-01-01..2027-12-31"_s);
}

TEST_CASE("A fiscal year is named after the year it ends in, and its quarters are those of now", "[domain]")
{
    const auto fiscal = [](const QString &text, QDate today, int firstMonth) {
        const auto range = parseDayRange(text, Calendar(today, firstMonth));
        return range ? range->first.toString(Qt::ISODate) + u".."_s + range->last.toString(Qt::ISODate)
                     : QString();
    };
    const QDate november(2026, 11, 24);
    CHECK(fiscal(u"this-year"_s, november, 4) == u"2026-04-01..2027-03-31"_s);
    CHECK(fiscal(u"this-quarter"_s, november, 4) == u"2026-10-01..2026-12-31"_s);
    CHECK(fiscal(u"this-quarter"_s, november, 2) == u"2026-11-01..2027-01-31"_s);
    CHECK(fiscal(u"last-quarter"_s, QDate(2026, 2, 1), 2) == u"2025-11-01..2026-01-31"_s);
    CHECK(fiscal(u"next-quarter"_s, QDate(2027, 3, 31), 4) == u"2027-04-01..2027-06-30"_s);
    CHECK(fiscal(u"fy2027"_s, november, 4) == u"2026-04-01..2027-03-31"_s);
    CHECK(fiscal(u"FY2027-q4"_s, november, 4) == u"2027-01-01..2027-03-31"_s);
    CHECK(fiscal(u"fy2026-q1"_s, november, 1) == u"2026-01-01..2026-03-31"_s);
    CHECK(fiscal(u"2026-q1"_s, november, 4) == u"2026-01-01..2026-03-31"_s); // calendar quarters
    for (const QString &wrong : {u"fy"_s, u"fy26"_s, u"fy2027-q5"_s, u"fy2027q1"_s, u"fy2027-03"_s})
        CHECK(fiscal(wrong, november, 4) == QString());
}

TEST_CASE("Two spans with dots between them are one from the first day to the last", "[domain]")
{
    CHECK(span(u"2026-01..2026-03") == u"2026-01-01..2026-03-31"_s);
    CHECK(span(u"last-month..today") == u"2026-11-01..2026-12-31"_s);
    CHECK(span(u"2026-03-05..2026-03-05") == u"2026-03-05..2026-03-05"_s);
    CHECK(span(u"12.5...20.5.") == u"2027-05-12..2027-05-20"_s);
    // In the wrong order the range is empty, so it is refused.
    CHECK(span(u"2026-03..2026-01") == QString());
    CHECK(span(u"2026-01..2026-02..2026-03") == QString()); // from when until when?
}

TEST_CASE("What is no span of days is refused", "[domain]")
{
    for (const QString &text :
         {u""_s, u" "_s, u"soon"_s, u"2026-13"_s, u"2026-00"_s, u"2026-q5"_s, u"2026-q0"_s, u"2026-02-30"_s,
          u"this-"_s, u"this-day-after"_s, u"..2026"_s, u"2026.."_s, u"2026-+1"_s, u"2026- 1"_s}) {
        CAPTURE(text);
        CHECK(span(text) == QString());
    }
}

TEST_CASE("Each month, quarter and week of twenty years begins the day after the one before", "[domain]")
{
    const int firstMonth = GENERATE(range(1, 13));
    for (const QString &unit : {u"week"_s, u"month"_s, u"quarter"_s, u"year"_s}) {
        for (QDate day(2015, 1, 1); day < QDate(2035, 1, 1); day = day.addDays(13)) {
            CAPTURE(unit, day, firstMonth);
            const Calendar calendar(day, firstMonth);
            const auto last = parseDayRange(QString(u"last-"_s + unit), calendar);
            const auto now = parseDayRange(QString(u"this-"_s + unit), calendar);
            const auto next = parseDayRange(QString(u"next-"_s + unit), calendar);
            REQUIRE((last && now && next));
            CHECK((now->first <= day && day <= now->last));
            CHECK(last->last.addDays(1) == now->first);
            CHECK(now->last.addDays(1) == next->first);
        }
    }
}

TEST_CASE("What ends a quarter or year and what spans it are the same days", "[domain]")
{
    for (int month = 1; month <= 12; ++month) {
        for (int firstMonth = 1; firstMonth <= 12; ++firstMonth) {
            const Calendar calendar(QDate(2026, month, 15), firstMonth);
            CAPTURE(month, firstMonth);
            CHECK(parseDayRange(u"eoq", calendar)->last == parseDayRange(u"this-quarter", calendar)->last);
            CHECK(parseDayRange(u"eoy", calendar)->last == parseDayRange(u"this-year", calendar)->last);
        }
    }
}

TEST_CASE("The days of a span are read in the order of the computer", "[domain]")
{
    const auto first = [](DateOrder order) {
        return test::valueOf(parseDayRange(u"3/4/2027..2027-12-31", Calendar(thursday, 1, order))).first;
    };
    CHECK(first(DateOrder::DayMonthYear) == QDate(2027, 4, 3));
    CHECK(first(DateOrder::MonthDayYear) == QDate(2027, 3, 4));
    const auto unknown = parseDayRange(u"3/4/2027..2027-12-31", thursday);
    REQUIRE_FALSE(unknown.has_value());
    CHECK(inEnglish(unknown.error().text)
          == u"“3/4/2027” can be read in several ways: write the year first, as in 2027-04-03."_s);
}

TEST_CASE("A day is kept as every computer reads it, and a word as what it means on the day", "[domain]")
{
    const Calendar american(QDate(2026, 3, 4), 1, DateOrder::MonthDayYear);
    const auto kept = [&american](QStringView text) { return withIsoDays(text, american); };
    CHECK(kept(u"3/5/2027") == u"2027-03-05"_s);
    CHECK(kept(u"3/5/27") == u"2027-03-05"_s);
    CHECK(kept(u"3/5") == u"2026-03-05"_s);
    CHECK(kept(u"5 May") == u"2026-05-05"_s);
    CHECK(kept(u"3/5/2027..4/1/2027") == u"2027-03-05..2027-04-01"_s);
    CHECK(kept(u"today..3/5") == u"today..2026-03-05"_s);
    CHECK(kept(u"3.5...4.1.") == u"2026-03-05..2026-04-01"_s);
    for (const QString &text :
         {u"2027-03-05"_s, u"today"_s, u"+7d"_s, u"fri"_s, u"eoq"_s, u"2026"_s, u"2026-12"_s, u"2026-q4"_s,
          u"fy2027-q1"_s, u"this-quarter"_s, u"31/31/2027"_s, u"soon"_s, u""_s, u".."_s})
        CHECK(kept(text) == text);
}
