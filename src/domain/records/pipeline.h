// SPDX-License-Identifier: GPL-3.0-or-later
// Pipelines, their stages, and the record of which deal was in which stage and when.
#pragma once

#include "domain/fields/field.h"

namespace headway {

enum class StageType { Open, Won, Lost, OnHold };
template <>
struct Choices<StageType> {
    static constexpr std::array list{Choice{"open", Label::tr("Open")}, Choice{"won", Label::tr("Won")},
                                     Choice{"lost", Label::tr("Lost")},
                                     Choice{"on_hold", Label::tr("On hold")}};
};
// Won or lost.
constexpr bool isClosed(StageType type)
{
    return type == StageType::Won || type == StageType::Lost;
}

enum class ForecastCategory { Unstated, Omitted, Pipeline, BestCase, Commit, Closed };
template <>
struct Choices<ForecastCategory> {
    static constexpr std::array list{Choice{"", ""},
                                     Choice{"omitted", Label::tr("Omitted")},
                                     Choice{"pipeline", Label::tr("Pipeline")},
                                     Choice{"best_case", Label::tr("Best case")},
                                     Choice{"commit", Label::tr("Commit")},
                                     Choice{"closed", Label::tr("Closed")}};
};

struct Pipeline {
    PipelineId id = {};
    qint64 version = 0;
    QString name = {};
    QString nameKey = {};
    qint64 position = 0;

    bool operator==(const Pipeline &) const = default;
};

struct Stage {
    StageId id = {};
    qint64 version = 0;
    PipelineId pipeline = {};
    QString name = {};
    QString nameKey = {};
    qint64 position = 0; // order of the columns
    StageType type = StageType::Open;
    qint64 probability = 0;               // percent; a won stage counts 100, a lost one 0, always
    std::optional<qint64> rotDays = {};   // none: deals here never rot
    std::optional<qint64> softLimit = {}; // deals; going over is shown, never refused
    ForecastCategory forecast = ForecastCategory::Pipeline;
    QString colour = {}; // #rrggbb
    QString guidance = {};
    QString required = {}; // names of fields that a deal must fill to enter, separated by spaces; see deals.h

    bool operator==(const Stage &) const = default;
};

// One visit of a deal to a stage. Written by the move rule (deals.h) and by imports only.
struct StageVisit {
    Id<EntityKind::StageVisit> id = {};
    qint64 version = 0;
    Id<EntityKind::Deal> deal = {};
    StageId stage = {};
    Instant enteredAt = {};
    Instant leftAt = {}; // none: the deal is still there
    UserId by = {};

    bool operator==(const StageVisit &) const = default;
};

template <>
struct Table<Pipeline> {
    static constexpr EntityKind kind = EntityKind::Pipeline;
    static std::span<const Field<Pipeline>> fields();
};
template <>
struct Table<Stage> {
    static constexpr EntityKind kind = EntityKind::Stage;
    static std::span<const Field<Stage>> fields();
};
template <>
struct Table<StageVisit> {
    static constexpr EntityKind kind = EntityKind::StageVisit;
    static std::span<const Field<StageVisit>> fields();
};

} // namespace headway
