// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the picklists that users of a book edit: sources, lost reasons, outcomes, tags, pipelines
// and their stages. Pure functions; any thread. Fails with Invalid and a sentence for the user.
#pragma once

#include "domain/changes/change.h"
#include "domain/changes/validate.h"
#include "domain/records/pipeline.h"
#include "domain/result.h"

#include <vector>

namespace headway {

bool isPicklistValue(EntityKind kind);
// Whether users arrange the values of such a list; tags are in alphabetical order.
bool hasOrder(EntityKind kind);

inline constexpr int longestPicklistName = 80;

// Numbers and colours that make no sense, told to the user who edits the value. Not part of validate(),
// because existing books and archives may hold such values.
std::vector<Problem> picklistProblems(EntityKind kind, const Row &row);
// The first problem of `after` that `before` did not have.
Result<> checkPicklistValues(EntityKind kind, const Row &before, const Row &after);

// The name must be one line, not too long, and differ from the other values' names. `others`: the live
// values of the same list without this one; for a stage, those of its pipeline.
Result<> checkPicklistName(EntityKind kind, const QString &name, const std::vector<Record> &others);

// A pipeline needs an open stage to begin in, a won and a lost one.
Result<> checkStages(const QString &pipeline, const std::vector<Stage> &stages);

// The index for a new stage: after the last open one, before won and lost.
size_t placeForStage(StageType type, const std::vector<Stage> &stages);

// The changes that number `list` from 1 in its order; values that have their number already are left alone.
// A record without an id is not in the book yet and is left out.
std::vector<Change> numbered(const std::vector<Record> &list);

} // namespace headway
