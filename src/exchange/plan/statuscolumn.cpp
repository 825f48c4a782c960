// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/statuscolumn.h"

#include "domain/records/record.h"
#include "domain/text/text.h"
#include "exchange/cells/stagetext.h"
#include "exchange/cells/vocabulary.h"
#include "exchange/plan/presets.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

// The status that a word means, by its code; none if nobody knows.
std::optional<QString> statusCalled(const Preset *product, const QString &word)
{
    const EntityInfo &info = entityInfo(EntityKind::Deal);
    const FieldInfo &status = info.field(info.indexOf(u"status"));
    if (const auto value = readCell(status, word, {}))
        return textOf(*value);
    const QString list = choiceList(EntityKind::Deal, status.name);
    const auto ofProduct = product ? product->words().code(list, word) : std::nullopt;
    return ofProduct ? ofProduct : Vocabulary::own().code(list, word);
}

} // namespace

void takeStatusAsStage(ImportPlan &plan, const std::vector<MapRule> &map,
                       const std::vector<QStringList> &rows)
{
    const auto stage = plan.kind == EntityKind::Deal && !plan.find(u"stage"_s)
        ? importTarget(plan.kind, u"stage"_s, plan.custom)
        : Result<ImportTarget>(failure(ErrorCode::NotFound, {}));
    const auto status = std::find_if(plan.inputs.begin(), plan.inputs.end(), [](const ImportInput &input) {
        return input.target.name == "status"_L1 && input.column >= 0;
    });
    if (!stage || status == plan.inputs.end())
        return;
    const bool isMapped = std::any_of(map.begin(), map.end(), [&](const MapRule &rule) {
        return fold(rule.column) == fold(status->columnName);
    });
    if (isMapped)
        return;
    const Preset *product = Presets::own().find(plan.product);
    QSet<QString> seen;
    qsizetype unknown = 0;
    qsizetype open = 0;
    for (const QStringList &cells : rows) {
        const QString word = cells[status->column].trimmed();
        if (isBlankWord(word) || seen.contains(fold(word)))
            continue;
        seen.insert(fold(word));
        const auto code = statusCalled(product, word);
        const bool isUnknown = !code && stageMeaning(word) == StageMeaning{};
        unknown += isUnknown ? 1 : 0;
        open += code && *code != "won"_L1 && *code != "lost"_L1 ? 1 : 0;
    }
    if (unknown > open)
        status->target = *stage;
}

} // namespace headway::exchange
