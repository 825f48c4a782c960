// SPDX-License-Identifier: GPL-3.0-or-later
// A time that takes a whole day is that day in every place, whoever looks: the first of December in Berlin is the
// first of December in New York. Whoever asks on which day something is, or is due, asks here or through dueDay();
// whoever writes a time writes a day where there is one. Pure functions; any thread; nothing fails.
#pragma once

#include "domain/fields/ids.h"
#include "domain/records/record.h"

#include <QDate>
#include <QTimeZone>

namespace headway {

// Milliseconds between the first and the last midnight of a day, anywhere.
inline constexpr qint64 farthestClocks = 26 * 3'600'000;

// The day that begins at `at` in the zone of that name. Without a zone, as other programs' files have it, the day
// whose midnight it most likely is: `at` was one somewhere between Honolulu and Auckland. Invalid without a time.
QDate wholeDayAt(Instant at, const QString &timeZone);

// The field that holds the day of the time in `field`, where that takes the whole day: `next_day` for
// `next_activity`; -1 if there is none.
int dayFieldOf(const EntityInfo &info, int field);

// The day in `field`, a time, of the record; invalid if it is a time of day, or none. Of an activity it needs `at`,
// `all_day` and `time_zone`, of others the field that dayFieldOf() names.
QDate wholeDayIn(const EntityInfo &info, const Row &row, int field);

// The day of the time in `field` for somebody in `zone`; invalid if it is empty.
QDate dayIn(const EntityInfo &info, const Row &row, int field, const QTimeZone &zone);

// The zone of that name; of the last one asked for, it is at hand. Invalid if there is none of that name.
QTimeZone zoneCalled(const QString &name);

} // namespace headway
