// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/daterange.h"

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
    // In the wrong order the range is empty, so it is refused.
    CHECK(span(u"2026-03..2026-01") == QString());
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
