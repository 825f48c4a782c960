// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that say when a deal entered or left a stage, whose name stands in the header: Date entered "Offer (Sales)".
// Which headers do is data (resources/presets); their targets are "entered.Offer (Sales)" and "left.Offer (Sales)", for
// any stage. Files of which each row is a move of a deal have the stage in a cell: "moved_to" and "moved_at". Pure; any
// thread; nothing fails.
#pragma once

#include "exchange/plan/importplan.h"

#include <optional>
#include <vector>

namespace headway::exchange {

// None if the name is of no such target.
[[nodiscard]] std::optional<ImportTarget> stageDateTarget(const QString &name);
// Whether a preset writes so of them: "entered.*", "left.*".
[[nodiscard]] bool isStageDatePattern(const QString &name);
[[nodiscard]] bool isStageDate(const ImportTarget &target);
// Whether a file says anything of when its deals entered their stages.
[[nodiscard]] bool tellsStages(const ImportPlan &plan);

// A row that is a move is nothing else: what stands beside it is how the deal was then.
[[nodiscard]] bool isOfMove(TargetRole role);
// Whether each row of the file is a move of a deal.
[[nodiscard]] bool isStageHistory(const ImportPlan &plan);
// Whether what a row is a change of is the stage: "StageName", "dealstage".
[[nodiscard]] bool isStageField(const QString &cell);

// Whether the file has values of that target, so that rules may replace them: stages also stand in headers.
[[nodiscard]] bool hasValuesOf(const ImportPlan &plan, const QString &target);

// A stage, and the pipeline that it belongs to where the header says that.
struct StageName {
    QString stage = {};
    QString pipeline = {};

    bool operator==(const StageName &) const = default;
};
// What the name of such a target may mean: as a whole, and with the pipeline in brackets behind it.
[[nodiscard]] std::vector<StageName> stageNamesIn(const ImportTarget &target);

} // namespace headway::exchange
