// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/detailsections.h"

#include "domain/records/record.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

struct SectionSpec {
    const char *title;
    const char *always; // names of fields, space-separated
    const char *ifFilled;
};

std::vector<SectionSpec> specsOf(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Deal:
        return {
            {"", "stage_id amount expected_close next_step next_step_on owner_id company_id contact_id", ""},
            {QT_TRANSLATE_NOOP("Sections", "Closing"), "", "closed_on lost_reason_id competitor close_note"},
            {QT_TRANSLATE_NOOP("Sections", "About"), "description",
             "product_id source_id type priority probability_override forecast_category name stage_entered_at"}};
    case EntityKind::Contact:
        return {
            {"", "company_id job_title email phone owner_id", "department"},
            {QT_TRANSLATE_NOOP("Sections", "Permission"), "", "do_not_call opted_out"},
            {QT_TRANSLATE_NOOP("Sections", "About"), "description",
             "city country language time_zone reports_to_id birthday source_id"},
            {QT_TRANSLATE_NOOP("Sections", "Name"), "first_name last_name", "salutation middle_name suffix"}};
    case EntityKind::Company:
        return {{"", "type sector website phone owner_id", "email city country parent_id"},
                {QT_TRANSLATE_NOOP("Sections", "Size"), "employees", "revenue founded"},
                {QT_TRANSLATE_NOOP("Sections", "About"), "description",
                 "source_id legal_name registration_number name"}};
    case EntityKind::Lead:
        return {{"", "status rating organisation job_title email phone next_step next_step_on owner_id",
                 "recycle_on city country website"},
                {QT_TRANSLATE_NOOP("Sections", "Permission"), "", "do_not_call opted_out"},
                {QT_TRANSLATE_NOOP("Sections", "Worth"), "estimated_value source_id",
                 "source_detail sector employees disqualify_reason_id"},
                {QT_TRANSLATE_NOOP("Sections", "About"), "description",
                 "converted_deal_id converted_contact_id converted_company_id"},
                {QT_TRANSLATE_NOOP("Sections", "Name"), "first_name last_name", "salutation"}};
    case EntityKind::Activity:
        return {{"", "kind state subject at owner_id", "outcome_id direction duration location priority"},
                {QT_TRANSLATE_NOOP("Sections", "Note"), "note", ""}};
    case EntityKind::User: return {{"", "name email phone role team_id region active", ""}};
    case EntityKind::Team: return {{"", "name manager_id region", ""}};
    case EntityKind::Outcome: return {{"", "name activity_kinds follow_up_days reached attempt active", ""}};
    case EntityKind::Source: return {{"", "name active", ""}};
    case EntityKind::LostReason: return {{"", "name needs_note active", ""}};
    case EntityKind::Tag: return {{"", "name colour", ""}};
    case EntityKind::Pipeline: return {{"", "name", ""}};
    case EntityKind::Stage:
        return {
            {"",
             "name type probability rot_days soft_limit required_fields forecast_category colour guidance",
             ""}};
    default: return {};
    }
}

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
    for (const SectionSpec &spec : specsOf(kind)) {
        FactSection section{*spec.title ? QCoreApplication::translate("Sections", spec.title) : QString(),
                            {}};
        for (const auto &[names, when] : {std::pair{spec.always, FactPlace::When::Always},
                                          std::pair{spec.ifFilled, FactPlace::When::IfFilled}}) {
            for (const QString &name : QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts)) {
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
    const char *names = "";
    switch (kind) {
    case EntityKind::Deal:
        names =
            "name company_id contact_id stage_id amount expected_close owner_id next_step source_id description";
        break;
    case EntityKind::Contact:
        names = "first_name last_name company_id job_title email phone city owner_id source_id description";
        break;
    case EntityKind::Company:
        names = "name type sector website phone city country owner_id description";
        break;
    case EntityKind::Lead:
        names = "first_name last_name organisation job_title email phone rating estimated_value source_id"
                " next_step owner_id description";
        break;
    case EntityKind::Activity: names = "kind subject at note owner_id"; break;
    default: break;
    }
    std::vector<app::EntryField> fields;
    for (const QString &name : QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts))
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
