// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions/activityfields.h"

#include "domain/records/activity.h"
#include "domain/records/wholeday.h"
#include "domain/rules/activities.h"
#include "domain/rules/today.h"
#include "store/actions/actionparts.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// What follows from `changes`, which made `row`, is changed along with them.
void take(const Row &followed, const Record &record, Row &row, std::vector<FieldDelta> &changes)
{
    for (int field = 0; field < int(row.size()); ++field) {
        const Value &after = followed[size_t(field)];
        if (after == row[size_t(field)])
            continue;
        row[size_t(field)] = after;
        if (FieldDelta *changed = deltaOf(changes, field))
            changed->after = after;
        else
            changes.push_back({field, record.row[size_t(field)], after});
    }
}

// An activity whose state is set to "done" is ticked off like any other; one that is planned again is not done.
// A time that is set along with the state stands.
void followState(const Record &record, Row &row, std::vector<FieldDelta> &changes, Instant now)
{
    const Activity before = as<Activity>(record);
    Activity after = fromRow<Activity>(row);
    const bool isTicked = before.state == ActivityState::Planned && after.state == ActivityState::Done;
    const bool isTimeSet = deltaOf(changes, record.info().indexOf(u"at"));
    if (isTicked && isTimeSet)
        after.doneAt = now;
    else if (isTicked)
        after = tickedOff(std::move(after), now);
    else if (after.state == ActivityState::Planned)
        after.doneAt = {};
    take(toRow(after), record, row, changes);
}

// A day that is typed over a time, and a whole day over which a time is typed, mean what setTo() says. What is to take
// the whole day does so where somebody says it.
void followTime(const Record &record, Row &row, std::vector<FieldDelta> &changes, const QTimeZone &zone)
{
    const auto isSet = [&](QStringView field) {
        return deltaOf(changes, record.info().indexOf(field)) != nullptr;
    };
    const bool isTimeSet = isSet(u"at");
    const bool isAllDaySet = isSet(u"all_day");
    if (isSet(u"state") || (!isTimeSet && !isAllDaySet))
        return;
    const Activity before = as<Activity>(record);
    Activity after = fromRow<Activity>(row);
    const QDate day = isTimeSet ? dayOf(after.at, zone) : dueDay(before, zone);
    if (!after.at)
        return;
    if (isAllDaySet && after.allDay && (isTimeSet || !before.allDay))
        after = wholeDayOn(std::move(after), day, zone);
    else if (isAllDaySet && !after.allDay && before.allDay && !isTimeSet)
        after.at = {day.startOfDay(zone).toMSecsSinceEpoch()};
    else if (isTimeSet && !isAllDaySet && (before.allDay || setTo(before, after.at, zone).at != after.at)) {
        const Activity set = setTo(before, after.at, zone);
        after.at = set.at;
        after.allDay = set.allDay;
        after.timeZone = set.timeZone;
    }
    take(toRow(after), record, row, changes);
}

} // namespace

QTimeZone zoneOf(const Actor &actor)
{
    return actor.zone.isValid() ? actor.zone : QTimeZone::systemTimeZone();
}

void followTyped(const Record &record, Row &row, std::vector<FieldDelta> &changes, const Actor &actor)
{
    followTime(record, row, changes, zoneOf(actor));
    followState(record, row, changes, actor.now);
}

} // namespace headway::store
