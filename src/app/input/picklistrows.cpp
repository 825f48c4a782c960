// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input/picklistrows.h"

#include "app/text/codechoices.h"
#include "app/text/presentation.h"
#include "domain/changes/derive.h"
#include "domain/records/record.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EntryRows)
};

// The context for formatting rows.
struct RowContext {
    const Lookups &lookups;
    const Display &display;
};

QString noteOn(const Outcome &outcome, const RowContext &context)
{
    const EntityInfo &info = entityInfo(EntityKind::Outcome);
    const FieldInfo &kinds = info.field(info.indexOf(u"activity_kinds"));
    QStringList parts{codesText(kinds, outcome.activityKinds)};
    if (outcome.followUpDays)
        parts += context.display.days(*outcome.followUpDays);
    return parts.join(u" · "_s);
}

QString noteOn(const Stage &stage, const RowContext &context)
{
    if (stage.type == StageType::Open)
        return context.display.percent(stage.probability);
    const int type = entityInfo(EntityKind::Stage).indexOf(u"type");
    return context.display.choice(entityInfo(EntityKind::Stage).field(type),
                                  textOf(Codec<StageType>::read(stage.type)));
}

QString noteOn(const LeadStatus &status, const RowContext &context)
{
    const EntityInfo &info = entityInfo(EntityKind::LeadStatus);
    return context.display.choice(info.field(info.indexOf(u"type")),
                                  textOf(Codec<LeadState>::read(status.type)));
}

QString noteOn(const CustomField &field, const RowContext &context)
{
    const EntityInfo &info = entityInfo(EntityKind::CustomField);
    return context.display.choice(info.field(info.indexOf(u"kind")),
                                  textOf(Codec<CustomKind>::read(field.kind)));
}

QString noteOn(const User &user, const RowContext &context)
{
    QStringList parts;
    const FieldInfo &role = entityInfo(EntityKind::User).field(entityInfo(EntityKind::User).indexOf(u"role"));
    if (user.role != Role::Salesperson)
        parts += context.display.choice(role, textOf(Codec<Role>::read(user.role)));
    if (const Team *team = context.lookups.team(user.team))
        parts += team->name;
    return parts.join(u" · "_s);
}

QString noteOn(const Team &team, const RowContext &context)
{
    const User *manager = context.lookups.user(team.manager);
    return manager ? manager->name : QString();
}

// Adds the title of a referenced record, for the form next to the list.
void addTitle(PicklistRow &row, QStringView field, const QString &title)
{
    row.row.titles.emplace_back(row.row.record.info().indexOf(field), title);
}

void addTitles(PicklistRow &row, const User &user, const RowContext &context)
{
    if (const Team *team = context.lookups.team(user.team))
        addTitle(row, u"team_id", team->name);
}

void addTitles(PicklistRow &row, const Outcome &outcome, const RowContext &context)
{
    if (const LeadStatus *status = context.lookups.leadStatus(outcome.leadStatus))
        addTitle(row, u"lead_status_id", status->name);
}

void addTitles(PicklistRow &row, const Team &team, const RowContext &context)
{
    if (const User *manager = context.lookups.user(team.manager))
        addTitle(row, u"manager_id", manager->name);
}

template <class E>
PicklistRow rowOf(const E &value, const RowContext &context)
{
    PicklistRow row;
    row.row.record = {.ref = {Table<E>::kind, value.id.value}, .version = value.version};
    row.row.record.row = toRow(value);
    row.name = titleOf(Table<E>::kind, row.row.record.row);
    if constexpr (requires { value.active; })
        row.isRetired = !value.active;
    if constexpr (requires { value.colour; })
        row.colour = value.colour;
    if (row.isRetired)
        row.note = Words::tr("inactive");
    else if constexpr (requires { noteOn(value, context); })
        row.note = noteOn(value, context);
    if constexpr (requires { addTitles(row, value, context); })
        addTitles(row, value, context);
    return row;
}

std::vector<PicklistRow> pipelineRows(const RowContext &context)
{
    std::vector<PicklistRow> rows;
    for (const Pipeline &pipeline : context.lookups.pipelines) {
        rows.push_back(rowOf(pipeline, context));
        for (const Stage &stage : context.lookups.stagesOf(pipeline.id)) {
            rows.push_back(rowOf(stage, context));
            rows.back().isInside = true;
        }
    }
    return rows;
}

// By the kind of record, in the order of the pages; each says of which in its note.
std::vector<PicklistRow> ownFieldRows(const RowContext &context)
{
    std::vector<PicklistRow> rows;
    for (const Presentation &page : listPages()) {
        for (const CustomField &field : context.lookups.customFields) {
            if (field.recordKind != page.kind)
                continue;
            rows.push_back(rowOf(field, context));
            rows.back().note = pageTitle(page) + u" · "_s + rows.back().note;
        }
    }
    return rows;
}

} // namespace

std::vector<PicklistRow> picklistRows(EntityKind kind, const Lookups &lookups, const Display &display)
{
    const RowContext context{lookups, display};
    if (kind == EntityKind::Pipeline)
        return pipelineRows(context);
    if (kind == EntityKind::CustomField)
        return ownFieldRows(context);
    std::vector<PicklistRow> rows;
    lookups.withList(kind, [&](const auto &list) {
        for (const auto &value : list)
            rows.push_back(rowOf(value, context));
    });
    return rows;
}

} // namespace headway::app
