// SPDX-License-Identifier: GPL-3.0-or-later
// A possible sale: its worth, its stage, its decision makers, its products.
#pragma once

#include "domain/records/pipeline.h"

namespace headway {

enum class DealType { Unstated, New, Existing, Renewal };
template <>
struct Choices<DealType> {
    static constexpr std::array list{Choice{"", ""}, Choice{"new", Label::tr("New business")},
                                     Choice{"existing", Label::tr("Existing business")},
                                     Choice{"renewal", Label::tr("Renewal")}};
};

enum class Priority { Unstated, Low, Medium, High };
template <>
struct Choices<Priority> {
    static constexpr std::array list{Choice{"", ""}, Choice{"low", Label::tr("Low")},
                                     Choice{"medium", Label::tr("Medium")},
                                     Choice{"high", Label::tr("High")}};
};

struct Deal {
    DealId id = {};
    qint64 version = 0;
    QString name = {};
    QString nameKey = {};
    CompanyId company = {};
    ContactId contact = {}; // the primary one; more in DealContact
    PipelineId pipeline = {};
    StageId stage = {};
    StageType status = StageType::Open; // always the type of `stage`
    std::optional<qint64> amount = {};  // minor units of `currency`; none is not the same as zero
    QString currency = {};
    std::optional<qint64> probabilityOverride = {}; // none: the stage's probability applies
    QDate expectedClose = {};
    std::optional<qint64> closeMonth = {}; // 202612, of expectedClose
    QDate closedOn = {};
    ForecastCategory forecast = ForecastCategory::Unstated; // unstated: the stage's applies
    DealType type = DealType::Unstated;
    Priority priority = Priority::Unstated;
    UserId owner = {};
    SourceId source = {};
    LostReasonId lostReason = {};
    QString closeNote = {};
    QString competitor = {};
    QString nextStep = {};  // the subject of the earliest planned activity
    QString notedStep = {}; // a text of before next steps were activities, and its day
    QDate notedStepOn = {};
    QString description = {};
    ProductId product = {}; // of the first line item
    qint64 rank = 0;        // order in its column, see deals.h
    Instant stageEnteredAt = {};
    Instant touchedAt = {}; // when somebody last worked on it; rotting counts from here
    Instant lastActivity = {};
    Instant nextActivity = {};
    QDate lastDay = {}; // of the last activity, if that took the whole day; see wholeday.h
    QDate nextDay = {}; // likewise
    QString custom = {};

    bool operator==(const Deal &) const = default;
};

enum class DealRole {
    Unstated,
    DecisionMaker,
    Evaluator,
    Influencer,
    Champion,
    EconomicBuyer,
    User,
    Blocker
};
template <>
struct Choices<DealRole> {
    static constexpr std::array list{Choice{"", ""},
                                     Choice{"decision_maker", Label::tr("Decision maker")},
                                     Choice{"evaluator", Label::tr("Evaluator")},
                                     Choice{"influencer", Label::tr("Influencer")},
                                     Choice{"champion", Label::tr("Champion")},
                                     Choice{"economic_buyer", Label::tr("Economic buyer")},
                                     Choice{"user", Label::tr("User")},
                                     Choice{"blocker", Label::tr("Blocker")}};
};

struct DealContact {
    Id<EntityKind::DealContact> id = {};
    qint64 version = 0;
    DealId deal = {};
    ContactId contact = {};
    DealRole role = DealRole::Unstated;

    bool operator==(const DealContact &) const = default;
};

struct LineItem {
    Id<EntityKind::LineItem> id = {};
    qint64 version = 0;
    DealId deal = {};
    ProductId product = {};
    QString description = {};
    qint64 quantityMilli = 1000;          // thousandths, so that 2.5 hours are exact
    std::optional<qint64> unitPrice = {}; // minor units of the deal's currency
    qint64 discountPercent = 0;
    qint64 position = 0;

    bool operator==(const LineItem &) const = default;
};

template <>
struct Table<Deal> {
    static constexpr EntityKind kind = EntityKind::Deal;
    static std::span<const Field<Deal>> fields();
};
template <>
struct Table<DealContact> {
    static constexpr EntityKind kind = EntityKind::DealContact;
    static std::span<const Field<DealContact>> fields();
};
template <>
struct Table<LineItem> {
    static constexpr EntityKind kind = EntityKind::LineItem;
    static std::span<const Field<LineItem>> fields();
};

} // namespace headway
