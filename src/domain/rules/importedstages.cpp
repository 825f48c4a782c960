// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/importedstages.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

constexpr qint64 probabilityOnHold = 10;

// Probabilities rise from the first to the last open stage in equal steps, rounded to multiples of five:
// 25, 50, 75 for three.
qint64 risingProbability(size_t place, size_t count)
{
    constexpr double step = 5;
    return qint64(qRound(100 * double(place + 1) / double(count + 1) / step) * step);
}

Stage stageCalled(const QString &name, StageType type)
{
    Stage stage{.name = name, .type = type};
    if (type == StageType::Won) {
        stage.probability = 100;
        stage.forecast = ForecastCategory::Closed;
    } else if (type == StageType::Lost) {
        stage.forecast = ForecastCategory::Omitted;
    } else if (type == StageType::OnHold) {
        stage.probability = probabilityOnHold;
    }
    return stage;
}

void requireType(StageType type, const QString &name, std::vector<Stage> &stages)
{
    const bool isThere =
        std::any_of(stages.begin(), stages.end(), [type](const Stage &stage) { return stage.type == type; });
    if (!isThere)
        stages.insert(stages.begin(), stageCalled(name, type));
}

// Won and lost stages come at the end of the board.
int partOf(StageType type)
{
    switch (type) {
    case StageType::Open:
    case StageType::OnHold: return 0;
    case StageType::Won: return 1;
    case StageType::Lost: return 2;
    }
    return 0;
}

// By its name; else by what all its deals have in common: their status, or being closed with or without a
// lost reason.
StageType typeOf(const ImportedStage &stage, LossReasons reasons)
{
    if (stage.named != StageType::Open)
        return stage.named;
    if (stage.deals == 0)
        return StageType::Open; // deals only passed through it
    if (stage.won == stage.deals)
        return StageType::Won;
    if (stage.lost == stage.deals)
        return StageType::Lost;
    const bool isMixed = stage.withReason > 0 && stage.withReason < stage.deals;
    if (stage.closed < stage.deals || reasons == LossReasons::Untold || isMixed)
        return StageType::Open;
    return stage.withReason ? StageType::Lost : StageType::Won;
}

} // namespace

std::vector<Stage> pipelineOf(const std::vector<ImportedStage> &stages, LossReasons reasons)
{
    std::vector<Stage> pipeline;
    for (const ImportedStage &stage : stages)
        pipeline.push_back(stageCalled(stage.name, typeOf(stage, reasons)));
    requireType(StageType::Open, u"New"_s, pipeline);
    requireType(StageType::Won, u"Won"_s, pipeline);
    requireType(StageType::Lost, u"Lost"_s, pipeline);
    std::stable_sort(pipeline.begin(), pipeline.end(),
                     [](const Stage &a, const Stage &b) { return partOf(a.type) < partOf(b.type); });
    const auto open = size_t(std::count_if(pipeline.begin(), pipeline.end(),
                                           [](const Stage &stage) { return stage.type == StageType::Open; }));
    size_t place = 0;
    for (size_t i = 0; i < pipeline.size(); ++i) {
        pipeline[i].position = qint64(i) + 1;
        if (pipeline[i].type == StageType::Open)
            pipeline[i].probability = risingProbability(place++, open);
    }
    return pipeline;
}

} // namespace headway
