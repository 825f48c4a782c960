// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/detailsections.h"

#include "app/text/presentation.h"
#include "domain/records/activity.h"
#include "domain/records/record.h"
#include "domain/rules/activities.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

// Own fields that stand in the details though they are empty, to be filled in; imports may have made hundreds.
constexpr size_t ownAlways = 6;

// No fields of their own: the currency is shown with its amount, a status follows from the stage.
bool isHidden(const FieldInfo &field)
{
    return field.has(Trait::Internal) || field.type == FieldType::Currency || field.type == FieldType::Json
        || (field.type == FieldType::Choice && field.has(Trait::System)) || field.name == "pipeline_id"_L1
        || field.name == "position"_L1; // set by moving the record
}

} // namespace

std::vector<FieldSection> sectionsOf(EntityKind kind, const std::vector<app::InputField> &custom)
{
    const EntityInfo &info = entityInfo(kind);
    std::vector<FieldSection> sections;
    std::set<int> placed;
    for (const app::Presentation::Section &spec : app::presentationOf(kind).sections) {
        FieldSection section{*spec.title ? QCoreApplication::translate("Sections", spec.title) : QString(),
                             {}};
        for (const auto &[names, when] : {std::pair{spec.always, FieldPlace::When::Always},
                                          std::pair{spec.ifFilled, FieldPlace::When::IfFilled}}) {
            for (const QString &name : app::fieldNames(names)) {
                const int field = info.indexOf(name);
                Q_ASSERT(field >= 0);
                section.fieldRows.push_back({{kind, field}, when});
                placed.insert(field);
            }
        }
        sections.push_back(std::move(section));
    }
    if (!custom.empty()) {
        FieldSection own{QCoreApplication::translate("Sections", "Own fields"), {}};
        for (const app::InputField &field : custom) {
            const bool isAlways = field.isRequired() || own.fieldRows.size() < ownAlways;
            own.fieldRows.push_back(
                {field, isAlways ? FieldPlace::When::Always : FieldPlace::When::IfFilled});
        }
        sections.push_back(std::move(own));
    }
    FieldSection rest{sections.empty() ? QString() : QCoreApplication::translate("Sections", "More"), {}};
    for (int field = 0; field < int(info.fields.size()); ++field) {
        const bool isKept = placed.contains(field) || isHidden(info.field(field));
        // A name derived from first and last name is shown in the head.
        const bool isMade = info.field(field).has(Trait::Derived) && info.field(field).name == "name"_L1;
        if (!isKept && !isMade)
            rest.fieldRows.push_back({{kind, field}, FieldPlace::When::IfFilled});
    }
    if (!rest.fieldRows.empty())
        sections.push_back(std::move(rest));
    return sections;
}

bool saysNothing(EntityKind kind, const Row &row, const FieldInfo &field, const QTimeZone &zone)
{
    if (kind != EntityKind::Activity)
        return false;
    const Activity activity = fromRow<Activity>(row);
    if (field.name == "priority"_L1)
        return activity.priority == 0;
    if (field.name == "time_zone"_L1)
        return activity.timeZone.toLatin1() == zone.id();
    return field.name == "direction"_L1
        && (isAppointment(activity.kind) || activity.kind == ActivityKind::Task
            || activity.kind == ActivityKind::Note);
}

std::vector<app::InputField> firstFieldsOf(EntityKind kind)
{
    std::vector<app::InputField> fields;
    for (const QString &name : app::fieldNames(app::presentationOf(kind).firstFields))
        fields.emplace_back(kind, entityInfo(kind).indexOf(name));
    if (!fields.empty())
        return fields;
    for (const FieldSection &section : sectionsOf(kind, {})) {
        for (const FieldPlace &fieldRow : section.fieldRows)
            fields.push_back(fieldRow.field);
    }
    return fields;
}

} // namespace headway::ui
