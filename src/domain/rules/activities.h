// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of activities: logging what was done together with what is next, completing what was planned.
// Pure functions that turn values into an Edit; any thread.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/activity.h"
#include "domain/result.h"

#include <QTimeZone>

#include <optional>
#include <vector>

namespace headway {

// Something that was done, or is planned, and its follow-up.
struct LoggedActivity {
    Activity activity = {};
    std::vector<EntityRef> links = {};        // records in whose timelines it is shown
    std::vector<EntityRef> participants = {}; // contacts and users
    std::optional<Activity> followUp = {};    // a planned one, with the same links
};

// One step for all of it. `about` is the name of the record it was logged on, for the step's label.
Edit logActivity(const LoggedActivity &logged, const QString &about);

// Marks a planned activity done, with its outcome and what was said; `followUp` as above; `newParticipants` took
// part, too.
Edit completeActivity(const Activity &planned, const Activity &done, const std::vector<EntityRef> &links,
                      const std::optional<Activity> &followUp,
                      const std::vector<EntityRef> &newParticipants = {});

// The kind's name as used in a sentence: "call", "trade-show talk".
QString nounOf(ActivityKind kind);

// Whether it takes place at the time it is planned for: meetings, visits and talks. Calls, letters and tasks
// happen when they are done.
bool isAppointment(ActivityKind kind);
// `planned`, done at `now`: an appointment at its own time, if that has passed, everything else now.
Activity tickedOff(Activity planned, Instant now);
// At that moment, whatever it was planned for.
Activity happenedAt(Activity activity, Instant moment);

// Invalid if what is done is still to come: of what takes the whole day, that day. What was so before, in an imported
// book, may stay; `before` is none for what is logged.
Result<> checkDoneBy(const std::optional<Activity> &before, const Activity &after, const Actor &actor);

// Which of the activities planned on a record is finished by logging one of this kind: `aim`, which the user points
// at, if it is of that kind, else the one due first. Meetings, visits and talks only once their day has come, since
// one that lies ahead is still to take place; tasks and notes finish nothing, they are written anew. Null: none.
const Activity *finishedBy(ActivityKind kind, const std::vector<Activity> &planned, ActivityId aim,
                           Instant now, const QTimeZone &zone);

// Whether it goes out or comes in: calls, e-mails, letters, messages.
bool hasDirection(ActivityKind kind);
// Whether others than its owner take part.
bool hasParticipants(ActivityKind kind);

// The outcomes offered for a kind of activity, by position: the first is digit 1.
std::vector<Outcome> outcomesFor(ActivityKind kind, const std::vector<Outcome> &all);

} // namespace headway
