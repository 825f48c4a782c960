// SPDX-License-Identifier: GPL-3.0-or-later
// What fields of an activity bring along when they are typed: a state of "done" its moment, a day over a time a whole
// day. Only for the files behind actions.h. Pure, but for the time zone of the computer; nothing fails.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/record.h"

#include <QTimeZone>

#include <vector>

namespace headway::store {

// By whose clock a typed time is meant: the actor's, or the computer's if nobody knows that one.
QTimeZone zoneOf(const Actor &actor);

// `row` is the activity as `changes`, which somebody typed, make it of `record`. What follows from them is set in it,
// and added to them.
void followTyped(const Record &record, Row &row, std::vector<FieldDelta> &changes, const Actor &actor);

} // namespace headway::store
