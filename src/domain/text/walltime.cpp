// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/walltime.h"

#include <QDateTime>

namespace headway {

namespace {

constexpr qint64 dayLength = 86'400'000;

// Which of two equal times QDateTime takes differs between its versions, so the offsets of both sides are tried.
struct WallTime {
    Instant at = {};
    bool isThere = false;
};

WallTime wallTime(QDate day, QTime time, const QTimeZone &zone)
{
    const qint64 local = QDateTime(day, time, QTimeZone::utc()).toMSecsSinceEpoch();
    const auto offsetAt = [&zone](qint64 ms) {
        return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc())) * qint64(1000);
    };
    const qint64 before = offsetAt(local - dayLength);
    const qint64 first = local - before;
    if (offsetAt(first) == before)
        return {{first}, true};
    const qint64 after = offsetAt(local + dayLength);
    const qint64 second = local - after;
    return offsetAt(second) == after ? WallTime{{second}, true} : WallTime{{first}, false};
}

} // namespace

Result<Instant> instantOn(QDate day, QTime time, const QTimeZone &zone)
{
    const WallTime wall = wallTime(day, time, zone);
    if (wall.isThere)
        return wall.at;
    const QTime then = QDateTime::fromMSecsSinceEpoch(wall.at.ms, zone).time();
    return failure(ErrorCode::Invalid,
                   Sentence::tr("There is no %1 on %2: the clocks go forward then, and it would be %3.")
                       .arg(time.toString(u"HH:mm"), day, then.toString(u"HH:mm")));
}

Instant instantFrom(QDate day, QTime time, const QTimeZone &zone)
{
    return wallTime(day, time, zone).at;
}

} // namespace headway
