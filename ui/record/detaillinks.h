// SPDX-License-Identifier: GPL-3.0-or-later
// The records related to a record as groups of links: its people, deals and products; and its contact points,
// addresses and what other systems call it. Pure values for the detail pane; nothing fails.
#pragma once

#include "app/input/activityinput.h"
#include "app/record/openrecord.h"
#include "app/text/display.h"
#include "ui/record/linklist.h"
#include "ui/record/subjectpicker.h"

namespace headway::ui {

std::vector<LinkGroup> relatedLinks(const app::OpenRecord &record, const app::Workspace &workspace,
                                    const app::Display &display);
std::vector<LinkGroup> contactPointLinks(const app::OpenRecord &record, const app::Display &display);

// A new record that begins with what this one tells of it: a deal with its company and contact, a lead with the
// name of its organisation. Only what the form of a new one asks for.
LoadedRecord begunBeside(const LoadedRecord &record, EntityKind kind);

// Who may take part in an activity with this record.
std::vector<app::Person> peopleOf(const app::OpenRecord &record);
// What a new activity may be about: this record, and whom it is with.
std::vector<SubjectPicker::Subject> subjectsAtHand(const app::OpenRecord &record);

} // namespace headway::ui
