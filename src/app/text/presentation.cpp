// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/presentation.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

using Weight = Presentation::Weight;

// NOLINTNEXTLINE(readability-function-size): a table
std::vector<Presentation> pageRows()
{
    return {
        {.kind = EntityKind::Deal,
         .iconName = "office-chart-line",
         .title = QT_TRANSLATE_NOOP("Presentation", "Deals"),
         .page = "deals",
         .columns = "name company_id stage_id amount probability weighted expected_close owner_id next_step",
         .briefColumns = "name company_id stage_id amount expected_close owner_id",
         .chips = {{QT_TRANSLATE_NOOP("Presentation", "Open"), "status:open"},
                   {QT_TRANSLATE_NOOP("Presentation", "Closing this month"), "close:this-month"},
                   {QT_TRANSLATE_NOOP("Presentation", "No next step"), "next:"}},
         .sections = {{.always = "stage_id amount expected_close next_step next_activity owner_id company_id"
                                 " contact_id",
                       .ifFilled = "noted_step noted_step_on"},
                      {QT_TRANSLATE_NOOP("Sections", "Closing"), "",
                       "closed_on lost_reason_id competitor close_note"},
                      {QT_TRANSLATE_NOOP("Sections", "About"), "description",
                       "product_id source_id type priority probability_override forecast_category name"
                       " stage_entered_at"}},
         .firstFields =
             "name company_id contact_id stage_id amount expected_close owner_id next_step next_activity"
             " source_id description"},
        {.kind = EntityKind::Lead,
         .iconName = "list-add-user",
         .title = QT_TRANSLATE_NOOP("Presentation", "Leads"),
         .page = "leads",
         .columns = "name organisation status_id rating estimated_value source_id phone next_step owner_id",
         .briefColumns = "name organisation status_id rating source_id owner_id",
         .chips = {{QT_TRANSLATE_NOOP("Presentation", "New"), "state:open"},
                   {QT_TRANSLATE_NOOP("Presentation", "Qualified"), "state:qualified"},
                   {QT_TRANSLATE_NOOP("Presentation", "No next step"), "next:"}},
         .head = {{"status_id", Weight::Strong}, {"rating"}},
         .sections = {{"",
                       "status_id rating organisation job_title email phone next_step next_activity owner_id",
                       "noted_step noted_step_on recycle_on city country website"},
                      {QT_TRANSLATE_NOOP("Sections", "Permission"), "", "do_not_call opted_out"},
                      {QT_TRANSLATE_NOOP("Sections", "Worth"), "estimated_value source_id",
                       "source_detail sector employees disqualify_reason_id"},
                      {QT_TRANSLATE_NOOP("Sections", "About"), "description",
                       "converted_deal_id converted_contact_id converted_company_id"},
                      {QT_TRANSLATE_NOOP("Sections", "Name"), "first_name last_name", "salutation"}},
         .firstFields = "first_name last_name organisation job_title email phone rating estimated_value"
                        " source_id next_step next_activity owner_id description"},
        {.kind = EntityKind::Contact,
         .iconName = "user-identity",
         .title = QT_TRANSLATE_NOOP("Presentation", "Contacts"),
         .page = "contacts",
         .columns = "name job_title company_id email phone city last_activity next_activity owner_id",
         .briefColumns = "name job_title company_id email phone owner_id",
         .sections = {{"", "company_id job_title email phone owner_id", "department"},
                      {QT_TRANSLATE_NOOP("Sections", "Permission"), "", "do_not_call opted_out"},
                      {QT_TRANSLATE_NOOP("Sections", "About"), "description",
                       "city country language time_zone reports_to_id birthday source_id"},
                      {QT_TRANSLATE_NOOP("Sections", "Name"), "first_name last_name",
                       "salutation middle_name suffix"}},
         .firstFields =
             "first_name last_name company_id job_title email phone city owner_id source_id description"},
        {.kind = EntityKind::Company,
         .iconName = "view-institution",
         .title = QT_TRANSLATE_NOOP("Presentation", "Companies"),
         .page = "companies",
         .columns = "name sector city country phone employees last_activity next_activity owner_id",
         .briefColumns = "name sector city country phone owner_id",
         .head = {{"type", Weight::Strong}},
         .sections = {{"", "type sector website phone owner_id", "email city country parent_id"},
                      {QT_TRANSLATE_NOOP("Sections", "Size"), "employees", "revenue founded"},
                      {QT_TRANSLATE_NOOP("Sections", "About"), "description",
                       "source_id legal_name registration_number name"}},
         .firstFields = "name type sector website phone city country owner_id description"},
        {.kind = EntityKind::Activity,
         .iconName = "view-calendar-list",
         .title = QT_TRANSLATE_NOOP("Presentation", "Activities"),
         .page = "activities",
         .columns = "at kind subject with deal outcome_id owner_id",
         .briefColumns = "at kind state subject outcome_id owner_id",
         .chips = {{QT_TRANSLATE_NOOP("Presentation", "Planned"), "state:planned"},
                   {QT_TRANSLATE_NOOP("Presentation", "Today"), "when:today"}},
         .head = {{"kind"}, {"state", Weight::Strong}, {"at", Weight::Quiet}},
         .sections = {{"", "kind state subject at owner_id",
                       "outcome_id direction duration location priority"},
                      {QT_TRANSLATE_NOOP("Sections", "Note"), "note", ""}},
         .firstFields = "kind subject at note owner_id"},
    };
}

// NOLINTNEXTLINE(readability-function-size): a table
std::vector<Presentation> listRows()
{
    return {
        {.kind = EntityKind::User,
         .iconName = "system-users",
         .title = QT_TRANSLATE_NOOP("Presentation", "Users"),
         .settingsPart = "users",
         .purpose = QT_TRANSLATE_NOOP(
             "Presentation", "Who works in this book. Who has left is made inactive and keeps their past."),
         .sections = {{.always = "name email phone role team_id region active"}}},
        {.kind = EntityKind::Team,
         .iconName = "group",
         .title = QT_TRANSLATE_NOOP("Presentation", "Teams"),
         .settingsPart = "teams",
         .purpose = QT_TRANSLATE_NOOP("Presentation", "Who works together, and who leads them."),
         .sections = {{.always = "name manager_id region"}}},
        {.kind = EntityKind::Pipeline,
         .iconName = "view-calendar-workweek",
         .title = QT_TRANSLATE_NOOP("Presentation", "Pipelines"),
         .settingsPart = "pipelines",
         .purpose = QT_TRANSLATE_NOOP("Presentation",
                                      "The ways to a sale, each with its stages in the order of the board."),
         .sections = {{.always = "name"}}},
        {.kind = EntityKind::LeadStatus,
         .iconName = "list-add-user",
         .title = QT_TRANSLATE_NOOP("Presentation", "Lead statuses"),
         .settingsPart = "statuses",
         .purpose = QT_TRANSLATE_NOOP(
             "Presentation",
             "The way of a lead, in its order. The type says what a status means to Headway."),
         .sections = {{.always = "name type rot_days planned_step planned_kind planned_days colour symbol"
                                 " active"}}},
        {.kind = EntityKind::Outcome,
         .iconName = "call-start",
         .title = QT_TRANSLATE_NOOP("Presentation", "Outcomes"),
         .settingsPart = "outcomes",
         .purpose = QT_TRANSLATE_NOOP(
             "Presentation", "How calls and talks end, in the order of the digits that choose them."),
         .sections = {{.always =
                           "name activity_kinds follow_up_days lead_status_id reached attempt active"}}},
        {.kind = EntityKind::LostReason,
         .iconName = "dialog-cancel",
         .title = QT_TRANSLATE_NOOP("Presentation", "Lost reasons"),
         .settingsPart = "reasons",
         .purpose = QT_TRANSLATE_NOOP("Presentation",
                                      "Why deals are lost, in the order of the digits that choose them."),
         .sections = {{.always = "name needs_note active"}}},
        {.kind = EntityKind::Source,
         .iconName = "view-media-playlist",
         .title = QT_TRANSLATE_NOOP("Presentation", "Sources"),
         .settingsPart = "sources",
         .purpose =
             QT_TRANSLATE_NOOP("Presentation", "Where leads, contacts, companies and deals come from."),
         .sections = {{.always = "name active"}}},
        {.kind = EntityKind::Tag,
         .iconName = "tag",
         .title = QT_TRANSLATE_NOOP("Presentation", "Tags"),
         .settingsPart = "tags",
         .purpose = QT_TRANSLATE_NOOP("Presentation", "Words that records are marked with."),
         .sections = {{.always = "name colour"}}},
        {.kind = EntityKind::CustomField,
         .iconName = "edit-rename",
         .title = QT_TRANSLATE_NOOP("Presentation", "Own fields"),
         .settingsPart = "own-fields",
         .purpose =
             QT_TRANSLATE_NOOP("Presentation",
                               "What this book keeps of its records besides what Headway does: in details, "
                               "forms, lists, filters, imports and exports."),
         .briefColumns = "record_kind label kind choices required name",
         .sections = {{.always = "label record_kind kind choices required"}},
         .firstFields = "label record_kind kind choices required"},
        {.kind = EntityKind::Stage,
         .briefColumns = "name pipeline_id type probability rot_days soft_limit",
         .sections = {{.always = "name type probability rot_days soft_limit required_fields forecast_category"
                                 " colour guidance"}}},
        {.kind = EntityKind::SavedView,
         .iconName = "bookmarks",
         .briefColumns = "name record_kind place filter owner_id shared"},
        {.kind = EntityKind::Product, .iconName = "package"},
        {.kind = EntityKind::LineItem, .iconName = "package"},
    };
}

// In the order of pages and lists.
std::vector<Presentation> &allRows()
{
    static std::vector<Presentation> rows = [] {
        std::vector<Presentation> all = pageRows();
        const std::vector<Presentation> lists = listRows();
        all.insert(all.end(), lists.begin(), lists.end());
        return all;
    }();
    return rows;
}

std::vector<Presentation> rowsNaming(const char *Presentation::*what)
{
    std::vector<Presentation> found;
    std::copy_if(allRows().begin(), allRows().end(), std::back_inserter(found),
                 [what](const Presentation &row) { return *(row.*what) != '\0'; });
    return found;
}

} // namespace

const Presentation &presentationOf(EntityKind kind)
{
    static const Presentation plain;
    const std::vector<Presentation> &rows = allRows();
    const auto found =
        std::find_if(rows.begin(), rows.end(), [kind](const Presentation &row) { return row.kind == kind; });
    return found == rows.end() ? plain : *found;
}

std::vector<Presentation> listPages()
{
    return rowsNaming(&Presentation::page);
}

std::vector<Presentation> settingsLists()
{
    return rowsNaming(&Presentation::settingsPart);
}

QString pageTitle(const Presentation &row)
{
    return *row.title ? QCoreApplication::translate("Presentation", row.title) : QString();
}

QStringList fieldNames(const char *names)
{
    return QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts);
}

void registerPresentation(const Presentation &row)
{
    allRows().push_back(row);
}

} // namespace headway::app
