// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input/stagequestion.h"

#include "domain/records/record.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

void addMissing(const Stage &stage, const Deal &deal, StageQuestion &question)
{
    for (const int field : missingFields(stage, deal)) {
        if (!question.asksFor(field))
            question.missing.push_back(field);
    }
}

// Sets which deals it is about, and the row to type into, where fields missing from any of them are empty.
void describe(const std::vector<Deal> &coming, size_t count, StageQuestion &question)
{
    question.offersRenewal = question.stage.type == StageType::Won && !coming.empty();
    question.alone = coming.size() == 1 && count == 1 ? coming.front().id : DealId{};
    std::sort(question.missing.begin(), question.missing.end());
    const bool isOneCurrency = std::all_of(coming.begin(), coming.end(), [&coming](const Deal &deal) {
        return deal.currency == coming.front().currency;
    });
    question.deal = toRow(coming.empty() || !isOneCurrency ? Deal{} : coming.front());
    for (const int field : question.missing)
        question.deal[size_t(field)] = entityInfo(EntityKind::Deal).defaults[size_t(field)];
}

} // namespace

bool StageQuestion::asksFor(int field) const
{
    return std::find(missing.begin(), missing.end(), field) != missing.end();
}

bool StageQuestion::asksForValue() const
{
    return alone && stage.type == StageType::Won && !asksFor(entityInfo(EntityKind::Deal).indexOf(u"amount"));
}

std::optional<StageQuestion> questionFor(const Stage &stage, const DealsComing &coming)
{
    StageQuestion question{.stage = stage};
    for (const Deal &deal : coming.known)
        addMissing(stage, deal, question);
    if (coming.count == 0 || (!question.isClosing() && question.missing.empty()))
        return std::nullopt;
    describe(coming.known, coming.count, question);
    return question;
}

StageQuestion closingQuestion(const Lookups &lookups, StageType type, const DealsComing &coming)
{
    StageQuestion question{.stage = {.type = type}};
    std::vector<Deal> moving; // without deals that have that status already
    for (const Deal &deal : coming.known) {
        const Stage *to = lookups.firstStage(deal.pipeline, type);
        if (!to || deal.status == type)
            continue;
        if (!question.stage.id)
            question.stage = *to;
        addMissing(*to, deal, question);
        moving.push_back(deal);
    }
    describe(moving, coming.count, question);
    return question;
}

std::optional<StageQuestion> questionFor(const Lookups &lookups, EntityKind kind, const Row &row,
                                         const std::vector<FieldDelta> &changes)
{
    const int field = kind == EntityKind::Deal ? entityInfo(kind).indexOf(u"stage_id") : -1;
    const auto moved = std::find_if(changes.begin(), changes.end(),
                                    [field](const FieldDelta &change) { return change.field == field; });
    const Stage *stage = moved == changes.end() ? nullptr : lookups.stage({integerOf(moved->after)});
    return stage ? questionFor(*stage, {1, {fromRow<Deal>(row)}}) : std::nullopt;
}

std::optional<StageQuestion> questionForMany(const Lookups &lookups, EntityKind kind, const FieldValue &value)
{
    auto question = questionFor(lookups, kind, entityInfo(kind).defaults, {{value.field, {}, value.value}});
    if (!question || !question->isClosing())
        return std::nullopt;
    question->missing.clear();
    question->alone = {};
    question->offersRenewal = false;
    return question;
}

std::vector<int> fieldsNeededSomewhere(const Lookups &lookups)
{
    StageQuestion question;
    for (const Stage &stage : lookups.stages)
        addMissing(stage, Deal{}, question);
    return question.missing;
}

std::vector<FieldValue> valuesOf(const StageQuestion &question, const StageTransition &transition)
{
    std::vector<FieldValue> values = transition.filled;
    for (const FieldDelta &corrected : transition.corrected)
        values.push_back({corrected.field, corrected.after});
    if (!question.isClosing())
        return values;
    const EntityInfo &info = entityInfo(EntityKind::Deal);
    values.push_back({info.indexOf(u"closed_on"), Codec<QDate>::read(transition.on)});
    if (question.stage.type == StageType::Lost)
        values.push_back({info.indexOf(u"lost_reason_id"), Codec<LostReasonId>::read(transition.reason)});
    values.push_back({info.indexOf(u"close_note"), transition.note});
    if (!transition.competitor.isEmpty())
        values.push_back({info.indexOf(u"competitor"), transition.competitor});
    return values;
}

} // namespace headway::app
