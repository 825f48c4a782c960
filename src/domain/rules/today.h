// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be done now: when an activity is due for somebody on their own clock, in which part of the
// page Today it stands and in which order, and moving it to another day. Pure functions; any thread.
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

// How many days after today are shown: a week, so that what is put off by seven days stays in sight.
inline constexpr int daysAhead = 7;

// The day on which it is due for somebody in `zone`. At a time: the day that it then is on their clock.
// All day: the day that was written down, wherever it is read; so a task for Friday is due on Friday in
// Tokyo, too. Invalid without a time (which a planned activity always has).
QDate dueDay(const Activity &activity, const QTimeZone &zone);

// None: later than `daysAhead`, or no day at all.
std::optional<TodayPart> partOf(QDate due, QDate today);

// As dueState(), by dueDay().
DueState dueMark(const Activity &planned, Instant now, const QTimeZone &zone);

// By day; within one first what has a time, then what has none.
bool isDueBefore(const Activity &a, const Activity &b, const QTimeZone &zone);

// Puts a planned activity on another day, at the same time on the clock on which it was planned: 09:30
// stays 09:30 when the clocks change in between, and becomes 10:30 on a day that has no 09:30.
Activity movedTo(Activity planned, QDate day, const QTimeZone &zone);

// One step for all of them; those that are due on that day already are left alone.
Edit moveActivities(const std::vector<Activity> &planned, QDate day, const QTimeZone &zone);

// What the part holds, as a filter of the list of activities or deals: to open all of it. `team` is the
// name of the user's own, for Whose::MyTeam.
QString filterOf(TodayPart part, Whose whose, const QString &team, QDate today);

} // namespace headway
