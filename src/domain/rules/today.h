// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be done now: when an activity is due on the user's clock, its part of the Today page and its
// order there, and moving it to another day. Pure functions; any thread.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/activity.h"
#include "domain/rules/deals.h"

#include <QDate>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace headway {

// The parts of the page, from top to bottom.
enum class TodayPart { Overdue, Today, Next, NoNextStep };

// Whose activities and deals it shows.
enum class Whose { Me, MyTeam, Everyone };
template <>
struct Choices<Whose> {
    static constexpr std::array list{Choice{"me", Label::tr("Mine")}, Choice{"team", Label::tr("My team")},
                                     Choice{"everyone", Label::tr("Everyone")}};
};

// How many days after today are shown: a week, so that an activity put off by seven days stays visible.
inline constexpr int daysAhead = 7;

// The day on which it is due for a user in `zone`. With a time: the day of that instant in `zone`. All day:
// the day as it was entered, whatever the zone (records/wholeday.h); a task for Friday is due on Friday in
// Tokyo, too. Invalid if the activity has no time (a planned one always has).
QDate dueDay(const Activity &activity, const QTimeZone &zone);

// None: later than `daysAhead`, or no valid day.
std::optional<TodayPart> partOf(QDate due, QDate today);

// As dueState(), by dueDay().
DueState dueMark(const Activity &planned, Instant now, const QTimeZone &zone);

// By day; within a day, those with a time first.
bool isDueBefore(const Activity &a, const Activity &b, const QTimeZone &zone);

// Puts a planned activity on another day, at the same time in the zone in which it was planned: 09:30 stays
// 09:30 when the clocks change in between, and becomes 10:30 on a day that has no 09:30.
Activity movedTo(Activity planned, QDate day, const QTimeZone &zone);

// As somebody in `zone` types it over the time so far: midnight is a day alone, on which it keeps its time, if it has
// one, and else takes the whole day; any other time ends a whole day. Midnight on the clock of a step that takes the
// whole day is that day, too: so was it exported by older versions.
Activity setTo(Activity activity, Instant time, const QTimeZone &zone);

// A new one as somebody in `zone` types it: midnight is a day alone, of which it takes the whole.
Activity typedAnew(Activity activity, const QTimeZone &zone);

// It takes the whole day, as entered in `zone`.
Activity wholeDayOn(Activity activity, QDate day, const QTimeZone &zone);

// One step for all of them; those due on that day already are left alone.
Edit moveActivities(const std::vector<Activity> &planned, QDate day, const QTimeZone &zone);

// The filter for the list of activities or deals that shows all of the part. `team` is the name of the
// user's team, for Whose::MyTeam.
QString filterOf(TodayPart part, Whose whose, const QString &team, QDate today);

} // namespace headway
