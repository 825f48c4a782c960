// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/detailsections.h"

#include "app/text/presentation.h"
#include "domain/records/record.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

// Not as facts of their own: the currency stands with its amount, a status follows from the stage.
bool isHidden(const FieldInfo &field)
{
    return field.has(Trait::Internal) || field.kind == Kind::Currency || field.kind == Kind::Json
        || (field.kind == Kind::Choice && field.has(Trait::System)) || field.name == "pipeline_id"_L1
        || field.name == "position"_L1; // chosen by moving
}

} // namespace

std::vector<FactSection> sectionsOf(EntityKind kind, const std::vector<app::EntryField> &custom)
{
    const EntityInfo &info = entityInfo(kind);
    std::vector<FactSection> sections;
    std::set<int> placed;
    for (const app::Presentation::Section &spec : app::presentationOf(kind).sections) {
        FactSection section{*spec.title ? QCoreApplication::translate("Sections", spec.title) : QString(),
                            {}};
        for (const auto &[names, when] : {std::pair{spec.always, FactPlace::When::Always},
                                          std::pair{spec.ifFilled, FactPlace::When::IfFilled}}) {
            for (const QString &name : app::fieldNames(names)) {
                const int field = info.indexOf(name);
                Q_ASSERT(field >= 0);
                section.facts.push_back({{kind, field}, when});
                placed.insert(field);
            }
        }
        sections.push_back(std::move(section));
    }
    if (!custom.empty()) {
        FactSection own{QCoreApplication::translate("Sections", "Custom fields"), {}};
        for (const app::EntryField &field : custom)
            own.facts.push_back(
                {field, field.isRequired() ? FactPlace::When::Always : FactPlace::When::IfFilled});
        sections.push_back(std::move(own));
    }
    FactSection rest{sections.empty() ? QString() : QCoreApplication::translate("Sections", "More"), {}};
    for (int field = 0; field < int(info.fields.size()); ++field) {
        const bool isKept = placed.contains(field) || isHidden(info.field(field));
        // The name made of a first and a last one stands in the head.
        const bool isMade = info.field(field).has(Trait::Derived) && info.field(field).name == "name"_L1;
        if (!isKept && !isMade)
            rest.facts.push_back({{kind, field}, FactPlace::When::IfFilled});
    }
    if (!rest.facts.empty())
        sections.push_back(std::move(rest));
    return sections;
}

std::vector<app::EntryField> firstFieldsOf(EntityKind kind)
{
    std::vector<app::EntryField> fields;
    for (const QString &name : app::fieldNames(app::presentationOf(kind).firstFields))
        fields.emplace_back(kind, entityInfo(kind).indexOf(name));
    if (!fields.empty())
        return fields;
    for (const FactSection &section : sectionsOf(kind, {})) {
        for (const FactPlace &fact : section.facts)
            fields.push_back(fact.field);
    }
    return fields;
}

} // namespace headway::ui
