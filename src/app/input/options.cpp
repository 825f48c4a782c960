// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input/options.h"

#include "app/text/codechoices.h"
#include "app/text/presentation.h"
#include "domain/records/record.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

// A retired value can be chosen only where it is chosen already.
template <class E>
std::vector<Option> optionsOf(const std::vector<E> &list, const Value &present)
{
    std::vector<Option> options;
    for (const E &each : list) {
        const Value value(each.id.value);
        if constexpr (requires { each.active; }) {
            if (!each.active && value != present)
                continue;
        }
        options.push_back({value, each.name});
    }
    return options;
}

std::vector<Option> stageOptions(const Row &row, const Lookups &lookups)
{
    const int field = entityInfo(EntityKind::Deal).indexOf(u"pipeline_id");
    PipelineId pipeline{integerOf(row[size_t(field)])};
    if (!pipeline && !lookups.pipelines.empty())
        pipeline = lookups.pipelines.front().id;
    return optionsOf(lookups.stagesOf(pipeline), Value());
}

std::optional<std::vector<Option>> recordOptions(EntityKind kind, EntityKind target, const Row &row,
                                                 const Value &present, const Lookups &lookups)
{
    if (kind == EntityKind::Deal && target == EntityKind::Stage)
        return stageOptions(row, lookups);
    std::optional<std::vector<Option>> options;
    lookups.withList(target, [&](const auto &list) { options = optionsOf(list, present); });
    return options;
}

// The kinds of records that can have own fields, in the order of their pages.
std::vector<Option> ownersOfFields()
{
    std::vector<Option> options;
    for (const Presentation &page : listPages()) {
        if (entityInfo(page.kind).indexOf(u"custom") >= 0)
            options.push_back({QString(tableName(page.kind)), pageTitle(page)});
    }
    return options;
}

// Includes the present colour, even if it is not one of the named ones.
std::vector<Option> colourOptions(const QString &present)
{
    std::vector<Option> options{{QString(), {}}};
    for (const NamedColour &colour : namedColours())
        options.push_back({colour.code, colour.name});
    const bool isKnown = std::any_of(options.begin(), options.end(), [&present](const Option &option) {
        return option.value == Value(present);
    });
    if (!isKnown)
        options.push_back({present, colourName(present)});
    return options;
}

} // namespace

std::optional<std::vector<Option>> optionsFor(EntityKind kind, const Row &row, int field,
                                              const Lookups &lookups, const Display &display)
{
    const FieldInfo &info = entityInfo(kind).field(field);
    if (info.type == FieldType::Choice) {
        std::vector<Option> options;
        for (const Choice &choice : info.choices) {
            const QString code = QString::fromLatin1(choice.code);
            options.push_back({code, display.choice(info, code)});
        }
        return options;
    }
    if (info.type == FieldType::RecordKind && kind == EntityKind::CustomField)
        return ownersOfFields();
    if (info.name == "colour"_L1)
        return colourOptions(textOf(row[size_t(field)]));
    if (info.type != FieldType::Reference)
        return std::nullopt;
    auto options = recordOptions(kind, info.target, row, row[size_t(field)], lookups);
    if (options && !info.has(Trait::Required))
        options->insert(options->begin(), Option{});
    return options;
}

} // namespace headway::app
