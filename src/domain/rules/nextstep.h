// SPDX-License-Identifier: GPL-3.0-or-later
// The next step of a record is the earliest activity that is planned for it, and nothing else. Whoever marks it
// or asks for it (Today, cards, lists, the pane, forms, imports, the command line) asks here. Pure functions; any
// thread; nothing fails.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/activity.h"
#include "domain/rules/due.h"

#include <QTimeZone>

#include <optional>
#include <vector>

namespace headway {

// Whether somebody is expected to do something about the record: an open deal, a lead that is neither converted
// nor given up.
bool expectsNextStep(const Record &record);

// The day of its next step for a user in `zone`; invalid: nothing is planned.
QDate nextStepDay(const Record &record, const QTimeZone &zone);

// The mark of its next step. None: nothing is planned, though something is expected. No value: nothing is planned,
// and nothing has to be; it has no mark.
std::optional<DueState> nextStepMark(const Record &record, Instant now, const QTimeZone &zone);

// Whether the field shows the next step, so that typing there plans or changes it: its text, or its time.
bool isNextStep(EntityKind kind, const FieldInfo &field);

// What was typed as the next step of a record; what was not typed is missing.
struct TypedStep {
    std::optional<QString> text = {};       // empty: there is none any more
    std::optional<Instant> at = {};         // midnight in the user's zone: that day, at no particular time
    ActivityKind kind = ActivityKind::Task; // of a new one

    bool isEmpty() const { return !text && !at; }
};
// Those of `values` that are the record's next step.
TypedStep typedStep(EntityKind kind, const std::vector<FieldValue> &values);

// What a typed step is about, and who types it.
struct StepPlace {
    EntityRef record = {};                // a negative id: created by the same edit
    std::vector<EntityRef> links = {};    // in whose timelines it is shown
    std::optional<Activity> present = {}; // the next step so far
    UserId owner = {};
    Instant now = {};
    QTimeZone zone = QTimeZone::utc();
};

// Without a step so far, a task is planned: for the typed time, else for today. Else the present one gets the text
// and the time; an empty text cancels it. Empty if nothing differs.
std::vector<Change> stepChanges(const TypedStep &typed, const StepPlace &place);

// The records in whose timelines a step of the record is shown: itself, and for a deal its company and contact.
std::vector<EntityRef> linksOfStep(EntityRef record, const Row &row);

} // namespace headway
