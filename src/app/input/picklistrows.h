// SPDX-License-Identifier: GPL-3.0-or-later
// The values of one of the book's lists as rows to show and to edit: users, teams, sources, lost reasons,
// outcomes, tags, and pipelines with their stages below them. Pure; any thread; nothing fails.
#pragma once

#include "app/text/display.h"
#include "domain/records/loadedrecord.h"
#include "domain/records/lookups.h"

#include <vector>

namespace headway::app {

struct PicklistRow {
    LoadedRecord row = {};
    QString name = {};
    QString note = {};   // summary: "25 %", "Call · 3 days"
    QString colour = {}; // of a stage or a tag
    bool isRetired = false;
    bool isInside = false; // a stage, shown below its pipeline

    EntityRef ref() const { return row.record.ref; }
};

// In the list's order. EntityKind::Pipeline: each pipeline followed by its stages.
std::vector<PicklistRow> picklistRows(EntityKind kind, const Lookups &lookups, const Display &display);

} // namespace headway::app
