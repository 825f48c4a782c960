// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the lists that a book keeps for choosing from and that its people edit: sources, lost
// reasons, outcomes, tags, pipelines and their stages. Pure functions; any thread. Fails with Invalid and
// a sentence for the person.
#pragma once

#include "domain/changes/change.h"
#include "domain/changes/validate.h"
#include "domain/records/pipeline.h"
#include "domain/result.h"

#include <vector>

namespace headway {

bool isPicklistValue(EntityKind kind);
// Whether somebody chooses the order of such a list; tags are in the order of the alphabet.
bool hasOrder(EntityKind kind);

inline constexpr int longestPicklistName = 80;

// What somebody who edits the entry gets told: numbers and colours that make no sense. Not part of
// validate(), since books and archives may hold such already.
std::vector<Problem> picklistProblems(EntityKind kind, const Row &row);
// The first of those that `after` has and `before` had not.
Result<> checkPicklistValues(EntityKind kind, const Row &before, const Row &after);

// A name in one line, not too long, and no other entry's. `others`: the live entries of the same list,
// which for a stage is its pipeline, without this one.
Result<> checkPicklistName(EntityKind kind, const QString &name, const std::vector<Record> &others);

// A pipeline needs a stage to begin in, one to win in and one to lose in.
Result<> checkStages(const QString &pipeline, const std::vector<Stage> &stages);

// Where a new stage goes: behind the last one that deals pass through, before won and lost.
size_t placeForStage(StageType type, const std::vector<Stage> &stages);

// The changes that number `list` from 1 in its order; those that have their number already stay as they
// are. A record without an id is not in the book yet and is left out.
std::vector<Change> numbered(const std::vector<Record> &list);

} // namespace headway
