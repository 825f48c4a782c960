// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importstages.h"

#include "domain/records/record.h"
#include "domain/rules/picklists.h"
#include "domain/text/text.h"
#include "exchange/cells/stagetext.h"
#include "exchange/plan/presets.h"
#include "transfer/rows/importrow.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::ImportInput;
using exchange::StageName;

StageColumns::StageColumns(const ImportContext &context, const References &references)
    : m_context(context), m_references(references), m_isAny(exchange::tellsStages(context.plan))
{
    if (!m_isAny)
        return;
    const EntityInfo &info = entityInfo(EntityKind::Deal);
    m_stageField = info.indexOf(u"stage_id");
    m_pipelineField = info.indexOf(u"pipeline_id");
    const auto &inputs = context.plan.inputs;
    m_hasPipelines = std::any_of(inputs.begin(), inputs.end(), [this](const ImportInput &input) {
        return input.target.field == m_pipelineField
            && (input.target.role == exchange::TargetRole::Name
                || input.target.role == exchange::TargetRole::ForeignId);
    });
}

StageColumns::Home StageColumns::homeOf(const ImportedRecord &imported) const
{
    const NamedRecord *pipeline = imported.reference(m_pipelineField);
    const NamedRecord *stage = imported.reference(m_stageField);
    const QString word = pipeline ? pipeline->name : imported.pipelineWord;
    if (stage && stage->id)
        return {m_references.stage(*stage).pipeline.value, {}, word};
    if (stage)
        return {stage->scope, stage->newScope, word};
    if (pipeline)
        return {pipeline->id, pipeline->id ? QString() : pipeline->name, word};
    return {m_references.defaultPipeline(), {}, word};
}

// A file whose rows do not say where the deals are may be for another pipeline than it was made in.
bool StageColumns::isHome(const QString &pipeline, const Home &home) const
{
    if (pipeline.isEmpty() || isNearMatch(pipeline, home.word) || isNearMatch(pipeline, home.newName))
        return true;
    const auto named = m_references.pipelineCalled(pipeline);
    if (named && named->id.value == home.id)
        return true;
    return !m_hasPipelines && (!m_context.request.pipeline.isEmpty() || !named);
}

std::optional<Stage> StageColumns::known(const StageName &name, const Home &home) const
{
    if (isHome(name.pipeline, home)) {
        if (const auto own = home.id ? m_references.stageCalled(home.id, name.stage) : std::nullopt)
            return own;
        return name.pipeline.isEmpty() ? m_references.stageCalled(0, name.stage) : std::nullopt;
    }
    const auto pipeline = m_references.pipelineCalled(name.pipeline);
    return pipeline ? m_references.stageCalled(pipeline->id.value, name.stage) : std::nullopt;
}

// The pipeline's won or lost stage, whatever it is called, or a stage yet to be made: as the row's own stage would be.
std::optional<NamedRecord> StageColumns::standIn(const StageName &name, const Home &home) const
{
    NamedRecord wanted{EntityKind::Stage, 0, name.stage, home.id, u"stage"_s, home.newName};
    if (!isHome(name.pipeline, home)) {
        const auto pipeline = m_references.pipelineCalled(name.pipeline);
        wanted.scope = pipeline ? pipeline->id.value : 0;
        wanted.newScope = pipeline ? QString() : name.pipeline;
    }
    if (m_references.mayCreate(EntityKind::Stage))
        return name.stage.size() > longestPicklistName ? std::nullopt : std::optional(wanted);
    const StageType type = exchange::stageMeaning(name.stage).type;
    const auto closed = isClosed(type) && wanted.scope && wanted.newScope.isEmpty()
        ? m_references.stageOfType(wanted.scope, type)
        : std::nullopt;
    if (!closed)
        return std::nullopt;
    wanted.id = closed->id.value;
    return wanted;
}

std::optional<NamedRecord> StageColumns::find(const QString &target, const std::vector<StageName> &names,
                                              const ImportedRecord &imported)
{
    const Home home = homeOf(imported);
    const bool isPlain = imported.pipelineWord.isEmpty() && home.id;
    if (const auto found = m_known.constFind({target, home.id}); isPlain && found != m_known.cend())
        return NamedRecord{EntityKind::Stage, *found, names.back().stage, home.id, u"stage"_s};
    const NamedRecord *own = imported.reference(m_stageField);
    for (const StageName &name : names) {
        // The row's own stage may be one that the book does not have yet.
        if (own && isNearMatch(own->name, name.stage) && isHome(name.pipeline, home))
            return *own;
        if (const auto stage = known(name, home)) {
            if (isPlain)
                m_known.insert({target, home.id}, stage->id.value);
            return NamedRecord{EntityKind::Stage, stage->id.value, stage->name, stage->pipeline.value,
                               u"stage"_s};
        }
    }
    return standIn(names.back(), home);
}

void leaveOtherThanStages(exchange::ImportPlan &plan, const std::vector<exchange::MapRule> &map,
                          const std::vector<Stage> &stages, const std::vector<QStringList> &rows)
{
    const auto isInDoubt = [&,
                            product = exchange::Presets::own().find(plan.product)](const ImportInput &input) {
        if (!exchange::isStageDate(input.target) || input.column < 0)
            return false;
        const bool isMapped = std::any_of(map.begin(), map.end(), [&](const exchange::MapRule &rule) {
            return fold(rule.column) == fold(input.columnName);
        });
        return !isMapped && !(product && product->openMeaning(plan.kind, input.columnName));
    };
    if (std::none_of(plan.inputs.begin(), plan.inputs.end(), isInDoubt))
        return;
    QSet<QString> known;
    for (const Stage &stage : stages)
        known.insert(looseKey(stage.name));
    const ImportInput *named = plan.find(u"stage"_s);
    for (const QStringList &cells : rows) {
        if (named && named->column >= 0)
            known.insert(looseKey(cells[named->column]));
    }
    known.remove(QString());
    std::erase_if(plan.inputs, [&](const ImportInput &input) {
        if (!isInDoubt(input))
            return false;
        const std::vector<StageName> names = exchange::stageNamesIn(input.target);
        const bool isStage = std::any_of(names.begin(), names.end(), [&](const StageName &name) {
            return known.contains(looseKey(name.stage));
        });
        if (!isStage)
            plan.notImported += input.columnName;
        return !isStage;
    });
}

} // namespace headway::transfer
