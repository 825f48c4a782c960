// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/wholeday.h"

#include <QDateTime>

#include <utility>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

constexpr qint64 farthestEast = 13 * 3'600'000; // ms before Greenwich: midnight in Auckland's summer

QDate dayAtOffset(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc()).date();
}

} // namespace

QTimeZone zoneCalled(const QString &name)
{
    // Rows follow each other in the same zone, and to find one takes longer than all the rest.
    thread_local std::pair<QString, QTimeZone> last;
    if (last.first != name || name.isEmpty())
        last = {name, name.isEmpty() ? QTimeZone() : QTimeZone(name.toLatin1())};
    return last.second;
}

QDate wholeDayAt(Instant at, const QString &timeZone)
{
    if (!at)
        return {};
    const QTimeZone zone = zoneCalled(timeZone);
    return zone.isValid() ? QDateTime::fromMSecsSinceEpoch(at.ms, zone).date()
                          : dayAtOffset(at.ms + farthestEast);
}

int dayFieldOf(const EntityInfo &info, int field)
{
    if (field < 0)
        return -1;
    const FieldInfo &time = info.field(field);
    if (time.type != FieldType::Moment)
        return -1;
    if (time.name == "next_activity"_L1)
        return info.indexOf(u"next_day");
    if (time.name == "last_activity"_L1)
        return info.indexOf(u"last_day");
    return info.kind == EntityKind::Activity && time.name == "at"_L1 ? info.indexOf(u"day") : -1;
}

QDate wholeDayIn(const EntityInfo &info, const Row &row, int field)
{
    const int day = dayFieldOf(info, field);
    if (day < 0)
        return {};
    if (info.kind != EntityKind::Activity)
        return isNull(row[size_t(field)]) ? QDate() : Codec<QDate>::write(row[size_t(day)]);
    // From what it follows: the row may be one that is being typed.
    static const int allDay = info.indexOf(u"all_day");
    static const int timeZone = info.indexOf(u"time_zone");
    return integerOf(row[size_t(allDay)]) == 0
        ? QDate()
        : wholeDayAt({integerOf(row[size_t(field)])}, textOf(row[size_t(timeZone)]));
}

QDate dayIn(const EntityInfo &info, const Row &row, int field, const QTimeZone &zone)
{
    if (isNull(row[size_t(field)]))
        return {};
    const QDate day = wholeDayIn(info, row, field);
    return day.isValid() ? day : QDateTime::fromMSecsSinceEpoch(integerOf(row[size_t(field)]), zone).date();
}

} // namespace headway
