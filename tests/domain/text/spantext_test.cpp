// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/spantext.h"

#include "domain/records/inenglish.h"
#include "support/catch_qt.h"

#include <QDateTime>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone berlin("Europe/Berlin");
const Instant noon{QDateTime(QDate(2026, 11, 26), QTime(12, 0), berlin).toMSecsSinceEpoch()}; // a Thursday

// Local time in Berlin, with the minutes if an end was typed: "2026-11-27 14:00 +90".
QString wall(const QString &text)
{
    const Result<TypedSpan> span = parseTypedSpan(text, noon, berlin, DateOrder::DayMonthYear);
    if (!span)
        return inEnglish(span.error().text);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(span->start.at.ms, berlin);
    QString written =
        span->start.isWholeDay ? at.date().toString(Qt::ISODate) : at.toString(u"yyyy-MM-dd HH:mm"_s);
    if (span->duration)
        written += u" +"_s + QString::number(*span->duration / 60);
    return written;
}

} // namespace

TEST_CASE("An appointment is typed from when until when", "[domain]")
{
    CHECK(wall(u"fri 14:00-15:30"_s) == u"2026-11-27 14:00 +90"_s);
    CHECK(wall(u"fri 14-15:30"_s) == u"2026-11-27 14:00 +90"_s);
    CHECK(wall(u" tomorrow 9 – 10 "_s) == u"2026-11-27 09:00 +60"_s);
    CHECK(wall(u"14:15—15"_s) == u"2026-11-26 14:15 +45"_s);
    CHECK(wall(u"4 Dec 14-15"_s) == u"2026-12-04 14:00 +60"_s);
    CHECK(wall(u"2026-12-01 9-10"_s) == u"2026-12-01 09:00 +60"_s);
}

TEST_CASE("What lasts while the clocks change lasts as long as it does", "[domain]")
{
    CHECK(wall(u"2027-03-28 1:00-4:00"_s) == u"2027-03-28 01:00 +120"_s);
    CHECK(wall(u"2027-10-31 1:00-4:00"_s) == u"2027-10-31 01:00 +240"_s);
    CHECK(wall(u"2027-03-28 2:30-4:00"_s)
          == u"There is no 02:30 on Sun 28 Mar 2027: the clocks go forward then, and it would be 03:30."_s);
}

TEST_CASE("The half of the day is that of the end, if only the end has one", "[domain]")
{
    CHECK(wall(u"fri 2-3:30pm"_s) == u"2026-11-27 14:00 +90"_s);
    CHECK(wall(u"fri 11-1pm"_s) == u"2026-11-27 11:00 +120"_s);
    CHECK(wall(u"9am-5 p.m."_s) == u"2026-11-26 09:00 +480"_s);
}

TEST_CASE("A day and an hour need no minutes", "[domain]")
{
    CHECK(wall(u"fri 14"_s) == u"2026-11-27 14:00"_s);
    CHECK(wall(u"tomorrow 9"_s) == u"2026-11-27 09:00"_s);
    CHECK(wall(u"4 Dec"_s) == u"2026-12-04"_s);
    CHECK(wall(u"fri 24"_s) == u"“fri 24:00” is not a time of day."_s);
}

TEST_CASE("Without an end it is the moment that it always was", "[domain]")
{
    CHECK(wall(u"now"_s) == u"2026-11-26 12:00"_s);
    CHECK(wall(u"tomorrow 14:30"_s) == u"2026-11-27 14:30"_s);
    CHECK(wall(u"2026-12-01T09:00"_s) == u"2026-12-01 09:00"_s);
    CHECK(wall(u"2026-12-01"_s) == u"2026-12-01"_s);
    CHECK(wall(u"12.5."_s) == u"2027-05-12"_s);
    CHECK(wall(u"9-10"_s) == u"2027-10-09"_s); // a date, as it always was
    CHECK(wall(u"someday"_s) == u"“someday” is not a date."_s);
}

TEST_CASE("What ends before it begins is refused", "[domain]")
{
    CHECK(wall(u"fri 15-14"_s) == u"“fri 15-14” ends before it begins."_s);
    CHECK(wall(u"fri 14-14:00"_s) == u"“fri 14-14:00” ends before it begins."_s);
}
