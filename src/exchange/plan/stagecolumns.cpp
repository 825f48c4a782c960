// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/stagecolumns.h"

#include "exchange/cells/vocabulary.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

const QLatin1StringView entered("entered.");
const QLatin1StringView left("left.");

} // namespace

std::optional<ImportTarget> stageDateTarget(const QString &name)
{
    const bool isEntry = name.startsWith(entered);
    if (!isEntry && !name.startsWith(left))
        return std::nullopt;
    if (name.sliced(isEntry ? entered.size() : left.size()).trimmed().isEmpty())
        return std::nullopt;
    return ImportTarget{isEntry ? TargetRole::StageEntered : TargetRole::StageLeft, -1, name};
}

bool isStageDatePattern(const QString &name)
{
    return name == "entered.*"_L1 || name == "left.*"_L1;
}

bool isStageDate(const ImportTarget &target)
{
    return target.role == TargetRole::StageEntered || target.role == TargetRole::StageLeft;
}

bool isOfMove(TargetRole role)
{
    return role == TargetRole::MovedTo || role == TargetRole::MovedFrom || role == TargetRole::MovedAt
        || role == TargetRole::MovedField;
}

bool isStageHistory(const ImportPlan &plan)
{
    return plan.find(TargetRole::MovedTo) && plan.find(TargetRole::MovedAt);
}

bool isStageField(const QString &cell)
{
    return Vocabulary::own().has(u"stage_field", cell);
}

bool tellsStages(const ImportPlan &plan)
{
    if (isStageHistory(plan))
        return true;
    return plan.kind == EntityKind::Deal
        && std::any_of(plan.inputs.begin(), plan.inputs.end(), [](const ImportInput &input) {
               return isStageDate(input.target) || input.target.name == "stage_entered_at"_L1;
           });
}

bool hasValuesOf(const ImportPlan &plan, const QString &target)
{
    if (plan.find(target))
        return true;
    const bool isOfStages = target == "stage"_L1 || target == "pipeline"_L1;
    return isOfStages
        && (plan.find(TargetRole::StageEntered) || plan.find(TargetRole::StageLeft)
            || plan.find(TargetRole::MovedTo));
}

std::vector<StageName> stageNamesIn(const ImportTarget &target)
{
    const bool isEntry = target.role == TargetRole::StageEntered;
    const QString text = target.name.sliced(isEntry ? entered.size() : left.size()).trimmed();
    std::vector<StageName> names{{text, {}}};
    const qsizetype bracket = text.lastIndexOf(u'(');
    if (bracket <= 0 || !text.endsWith(u')'))
        return names;
    const StageName apart{text.left(bracket).trimmed(),
                          text.sliced(bracket + 1, text.size() - bracket - 2).trimmed()};
    if (!apart.stage.isEmpty() && !apart.pipeline.isEmpty())
        names.push_back(apart);
    return names;
}

} // namespace headway::exchange
