// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a deal that comes from a file: its stage where the file's columns disagree, when it was
// closed, since when it has been in its stage, and what becomes of its stage history. The import calls them
// for each row. Pure functions; any thread. Fails with Invalid, whose detail is the field.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/deal.h"
#include "domain/result.h"

#include <QTimeZone>

#include <optional>
#include <vector>

namespace headway {

// What the rows of one file have in common.
struct DealFile {
    Instant now = {};                  // when it is imported
    QTimeZone zone = QTimeZone::utc(); // zone of the file's days
    QString currency = {};             // of amounts without one
    // Whether it has a column for the day a deal was closed; Unknown: deals without one stay without.
    enum class Closing { Told, Untold, Unknown } closing = Closing::Untold;
    // What becomes of values that the book has already.
    enum class Present { Kept, Replaced } present = Present::Replaced;
};

// What one row says besides the deal's own fields.
struct DealRow {
    std::optional<Deal> before = {}; // as the book has it; none if it is new
    QDate closedOn = {};
    QDate closing = {};     // from a column for both: when it was closed, or is expected to be
    Instant closedAt = {};  // when on that day, if the file tells of stages
    Instant createdAt = {}; // none: the row does not say
};

// `named` is the type of the stage that the row names, if any; `status` is open, won or lost, if the row
// says so. Returns nothing if the named stage is meant; else the type whose stage in the pipeline is meant.
std::optional<StageType> stageTypeMeant(std::optional<StageType> named, std::optional<StageType> status);

// A stage of which only the name in a file is known, and the type that it means; `others` are those of the book.
Stage stageNamed(const QString &name, StageType type, PipelineId pipeline, const std::vector<Stage> &others);

// The deal in its stage, with the changes a person would have made along with that: a closed deal gets its
// closing day and an open one loses it, a probability equal to the stage's is dropped, a new amount gets a
// currency.
Result<Deal> completedDeal(Deal deal, const Stage &stage, const DealRow &row, const DealFile &file);

// Since when the deal has been in the stage that the import put it into.
Instant standsSince(const Deal &deal, const Stage &stage, const DealRow &row, const DealFile &file);

// The deal's visit to its stage, since stageEnteredAt; open ones of `visits` end at that time.
std::vector<Change> stayChanges(const Deal &deal, const std::vector<StageVisit> &visits, UserId by);

} // namespace headway
