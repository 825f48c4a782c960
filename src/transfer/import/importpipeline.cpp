// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importpipeline.h"

#include "domain/records/deal.h"
#include "domain/records/record.h"
#include "domain/rules/picklists.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "exchange/plan/stagecolumns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr size_t mostStages = 60;

} // namespace

FileStages::FileStages(const ImportRequest &request, const exchange::ImportPlan &plan, ImportWords words)
    : m_request(&request), m_plan(&plan), m_words(std::move(words))
{
}

Result<FileStages> FileStages::prepare(const ImportRequest &request, const exchange::ImportPlan &plan)
{
    if (plan.kind != EntityKind::Deal)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("Only deals go through a pipeline; a file of %1 makes none.")
                           .arg(KindName{plan.kind, Number::Many}));
    if (!plan.find(u"stage"_s))
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("A new pipeline is made of the stages in the file, but no column is the stage."));
    if (plan.find(u"pipeline"_s))
        return failure(
            ErrorCode::Invalid,
            Sentence::tr(
                "The file says of each deal which pipeline it is in. Leave that column out to have one new pipeline."));
    HEADWAY_TRY(words, ImportWords::prepare(request, plan, {}));
    return FileStages(request, plan, std::move(words));
}

// The cell as the import will read it, with replaced values.
QString FileStages::cell(const QString &target, const QStringList &cells) const
{
    const exchange::ImportInput *input = m_plan->find(target);
    if (!input)
        return {};
    const QString text = (input->text ? input->text->of(cells) : cells.value(input->column)).trimmed();
    for (const exchange::ValueRule &rule : m_request->values) {
        if (rule.target == target && fold(rule.from) == fold(text))
            return rule.to.trimmed();
    }
    return text;
}

StageType FileStages::statusIn(const QStringList &cells)
{
    const QString text = cell(u"status"_s, cells);
    if (text.isEmpty())
        return StageType::Open;
    using Is = ImportWords::Meaning::Is;
    const ImportWords::Meaning &meaning =
        m_words.meaning(entityInfo(EntityKind::Deal).indexOf(u"status"), text);
    if (meaning.is == Is::Known)
        return Codec<StageType>::write(meaning.value);
    return meaning.is == Is::Unknown ? exchange::stageMeaning(text).type : StageType::Open;
}

// The place of a stage among those that were seen.
Result<size_t> FileStages::placeOf(const QString &name)
{
    const QString key = fold(name);
    if (!m_places.contains(key)) {
        if (m_seen.size() == mostStages)
            return failure(
                ErrorCode::Invalid,
                Sentence::tr("The file names more than %1 stages; is the column of the stage the right one?")
                    .arg(mostStages));
        m_places.insert(key, m_seen.size());
        m_seen.push_back({.name = name, .named = stageMeaning(m_request->meanings, name).type});
    }
    return m_places[key];
}

// Columns of stages that deals entered: those without a day tell of none.
void FileStages::notePassed(const QStringList &cells)
{
    for (const exchange::ImportInput &input : m_plan->inputs) {
        if (exchange::isStageDate(input.target) && input.column >= 0
            && !cells[input.column].trimmed().isEmpty())
            m_passed.insert(input.target.name);
    }
}

Result<> FileStages::note(const QStringList &cells)
{
    notePassed(cells);
    const QString name = cell(u"stage"_s, cells);
    if (name.isEmpty() || name.size() > longestPicklistName)
        return {}; // reported when the row is imported
    HEADWAY_TRY(place, placeOf(name));
    ImportedStage &seen = m_seen[place];
    ++seen.deals;
    const StageType status = statusIn(cells);
    seen.won += status == StageType::Won ? 1 : 0;
    seen.lost += status == StageType::Lost ? 1 : 0;
    seen.closed += cell(u"closed_on"_s, cells).isEmpty() ? 0 : 1;
    seen.withReason += cell(u"lost_reason"_s, cells).isEmpty() ? 0 : 1;
    return {};
}

Result<std::vector<Stage>> FileStages::stages()
{
    for (const exchange::ImportInput &input : m_plan->inputs) {
        if (!m_passed.contains(input.target.name))
            continue;
        const std::vector<exchange::StageName> names = exchange::stageNamesIn(input.target);
        const bool isKnown = std::any_of(names.begin(), names.end(), [this](const exchange::StageName &name) {
            return std::any_of(m_seen.begin(), m_seen.end(),
                               [&](const ImportedStage &seen) { return isNearMatch(seen.name, name.stage); });
        });
        if (!isKnown && names.back().stage.size() <= longestPicklistName)
            HEADWAY_CHECK(placeOf(names.back().stage));
    }
    return pipelineOf(m_seen, m_plan->find(u"lost_reason"_s) ? LossReasons::Told : LossReasons::Untold);
}

Sentence stagesText(const std::vector<Stage> &stages)
{
    const auto said = [](const Stage &stage) {
        switch (stage.type) {
        case StageType::Won: return Sentence::tr("%1 (won)").arg(Quoted{stage.name});
        case StageType::Lost: return Sentence::tr("%1 (lost)").arg(Quoted{stage.name});
        default: return Sentence::tr("%1 %2 %").arg(Quoted{stage.name}, stage.probability);
        }
    };
    Sentence all;
    for (const Stage &stage : stages)
        all = all.isEmpty() ? said(stage) : Sentence::tr("%1, %2").arg(all, said(stage));
    return all;
}

} // namespace headway::transfer
