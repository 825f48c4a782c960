// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/wholeday.h"

#include "domain/changes/derive.h"
#include "domain/records/activity.h"
#include "domain/records/deal.h"
#include "support/catch_qt.h"

#include <QDateTime>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

const QDate december(2026, 12, 1);

Instant begin(QDate day, const QTimeZone &zone)
{
    return {day.startOfDay(zone).toMSecsSinceEpoch()};
}

Activity wholeDay(const QTimeZone &zone)
{
    return {.at = begin(december, zone), .allDay = true, .timeZone = QString::fromLatin1(zone.id())};
}

} // namespace

TEST_CASE("A whole day is the day on which it began where it was entered", "[domain]")
{
    for (const char *name : {"Europe/Berlin", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati",
                             "Pacific/Pago_Pago", "America/Santiago", "UTC"}) {
        CAPTURE(name);
        CHECK(wholeDayAt(begin(december, QTimeZone(name)), QString::fromLatin1(name)) == december);
    }
    CHECK_FALSE(wholeDayAt({}, u"Europe/Berlin"_s).isValid());
}

TEST_CASE("Where nobody said in which zone it was entered, it is the day whose midnight that was", "[domain]")
{
    for (const char *name :
         {"Europe/Berlin", "America/New_York", "Asia/Tokyo", "Pacific/Auckland", "Pacific/Honolulu", "UTC"}) {
        CAPTURE(name);
        CHECK(wholeDayAt(begin(december, QTimeZone(name)), {}) == december);
        CHECK(wholeDayAt(begin(december, QTimeZone(name)), u"Mars/Olympus"_s) == december);
    }
}

TEST_CASE("An activity says its day if it takes the whole of it, and only then", "[domain]")
{
    const auto dayOfRow = [](const Activity &activity) {
        return fromRow<Activity>(derive(EntityKind::Activity, toRow(activity))).day;
    };
    const QTimeZone tokyo("Asia/Tokyo");
    CHECK(dayOfRow(wholeDay(tokyo)) == december);
    Activity timed = wholeDay(tokyo);
    timed.allDay = false;
    timed.day = december; // of before
    CHECK_FALSE(dayOfRow(timed).isValid());
    CHECK_FALSE(dayOfRow({.allDay = true}).isValid());
}

TEST_CASE("The day of a next step is the same for everybody, its time is each one's own", "[domain]")
{
    const EntityInfo &info = entityInfo(EntityKind::Deal);
    const int next = info.indexOf(u"next_activity");
    const QTimeZone berlin("Europe/Berlin");
    const QTimeZone newYork("America/New_York");
    const Deal planned{.nextActivity = begin(december, berlin), .nextDay = december};
    for (const QTimeZone &zone : {berlin, newYork, QTimeZone("Asia/Tokyo")})
        CHECK(dayIn(info, toRow(planned), next, zone) == december);
    const Deal timed{.nextActivity = begin(december, berlin)};
    CHECK(dayIn(info, toRow(timed), next, berlin) == december);
    CHECK(dayIn(info, toRow(timed), next, newYork) == december.addDays(-1));
    CHECK_FALSE(wholeDayIn(info, toRow(timed), next).isValid());
    CHECK_FALSE(dayIn(info, toRow(Deal{}), next, berlin).isValid());
    CHECK_FALSE(wholeDayIn(info, toRow(planned), info.indexOf(u"stage_entered_at")).isValid());
}
