// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a deal that comes from a file: in which stage it stands where the file's words disagree,
// when it was closed, since when it stands there, and what becomes of its stage history. The import asks
// them for each row. Pure functions; any thread. Fails with Invalid, whose detail is the field.
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
    QTimeZone zone = QTimeZone::utc(); // whose days it speaks of
    QString currency = {};             // of amounts that name none
    // Whether it has a column for the day a deal was closed.
    enum class Closing { Told, Untold } closing = Closing::Untold;
    // What becomes of what the book says already.
    enum class Present { Kept, Replaced } present = Present::Replaced;
};

// What one row says beside the deal's own fields.
struct DealRow {
    std::optional<Deal> before = {}; // as the book has it, if it has it
    QDate closedOn = {};
    QDate closing = {};     // of a column for both: when it was closed, or is expected to be
    Instant createdAt = {}; // none: the row does not say
};

// The row names a stage, or none, and may say whether the deal is open, won or lost. Nothing if the stage
// it names is meant; else a stage of this type, as the pipeline has it.
std::optional<StageType> stageTypeMeant(std::optional<StageType> named, std::optional<StageType> status);

// A stage of which the book knows no more than the name that a file gives it; `others` are
// those of the book. Won and lost are recognised by their names.
Stage stageNamed(const QString &name, PipelineId pipeline, const std::vector<Stage> &others);

// The deal in its stage, with what a person would have done along with that: a closed deal gets its day
// and an open one loses it, a probability that is the stage's own is none, a new amount has a currency.
Result<Deal> completedDeal(Deal deal, const Stage &stage, const DealRow &row, const DealFile &file);

// Since when the deal stands in a stage that the import has put it into.
Instant standsSince(const Deal &deal, const Stage &stage, const DealRow &row, const DealFile &file);

// The deal's stay in its stage, since stageEnteredAt; those of `visits` that go on end there.
std::vector<Change> stayChanges(const Deal &deal, const std::vector<StageVisit> &visits, UserId by);

} // namespace headway
