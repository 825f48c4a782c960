// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input/picklistrows.h"

#include "app/text/codechoices.h"
#include "domain/records/record.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EntryRows)
};

// The context for formatting rows.
struct Surroundings {
    const Lookups &lookups;
    const Display &display;
};

QString noteOn(const Outcome &outcome, const Surroundings &around)
{
    const EntityInfo &info = entityInfo(EntityKind::Outcome);
    const FieldInfo &kinds = info.field(info.indexOf(u"activity_kinds"));
    QStringList parts{codesText(kinds, outcome.activityKinds)};
    if (outcome.followUpDays)
        parts += around.display.days(*outcome.followUpDays);
    return parts.join(u" · "_s);
}

QString noteOn(const Stage &stage, const Surroundings &around)
{
    if (stage.type == StageType::Open)
        return around.display.percent(stage.probability);
    const int type = entityInfo(EntityKind::Stage).indexOf(u"type");
    return around.display.choice(entityInfo(EntityKind::Stage).field(type),
                                 textOf(Codec<StageType>::read(stage.type)));
}

QString noteOn(const User &user, const Surroundings &around)
{
    QStringList parts;
    const FieldInfo &role = entityInfo(EntityKind::User).field(entityInfo(EntityKind::User).indexOf(u"role"));
    if (user.role != Role::Salesperson)
        parts += around.display.choice(role, textOf(Codec<Role>::read(user.role)));
    if (const Team *team = around.lookups.team(user.team))
        parts += team->name;
    return parts.join(u" · "_s);
}

QString noteOn(const Team &team, const Surroundings &around)
{
    const User *manager = around.lookups.user(team.manager);
    return manager ? manager->name : QString();
}

// Adds the title of a referenced record, for the form next to the list.
void addTitle(PicklistRow &row, QStringView field, const QString &title)
{
    row.row.titles.emplace_back(row.row.record.info().indexOf(field), title);
}

void addTitles(PicklistRow &row, const User &user, const Surroundings &around)
{
    if (const Team *team = around.lookups.team(user.team))
        addTitle(row, u"team_id", team->name);
}

void addTitles(PicklistRow &row, const Team &team, const Surroundings &around)
{
    if (const User *manager = around.lookups.user(team.manager))
        addTitle(row, u"manager_id", manager->name);
}

template <class E>
PicklistRow rowOf(const E &value, const Surroundings &around)
{
    PicklistRow row;
    row.row.record = {.ref = {Table<E>::kind, value.id.value}, .version = value.version};
    row.row.record.row = toRow(value);
    row.name = value.name;
    if constexpr (requires { value.active; })
        row.isRetired = !value.active;
    if constexpr (requires { value.colour; })
        row.colour = value.colour;
    if (row.isRetired)
        row.note = Words::tr("inactive");
    else if constexpr (requires { noteOn(value, around); })
        row.note = noteOn(value, around);
    if constexpr (requires { addTitles(row, value, around); })
        addTitles(row, value, around);
    return row;
}

std::vector<PicklistRow> pipelineRows(const Surroundings &around)
{
    std::vector<PicklistRow> rows;
    for (const Pipeline &pipeline : around.lookups.pipelines) {
        rows.push_back(rowOf(pipeline, around));
        for (const Stage &stage : around.lookups.stagesOf(pipeline.id)) {
            rows.push_back(rowOf(stage, around));
            rows.back().isInside = true;
        }
    }
    return rows;
}

} // namespace

std::vector<PicklistRow> picklistRows(EntityKind kind, const Lookups &lookups, const Display &display)
{
    const Surroundings around{lookups, display};
    if (kind == EntityKind::Pipeline)
        return pipelineRows(around);
    std::vector<PicklistRow> rows;
    lookups.withList(kind, [&](const auto &list) {
        for (const auto &value : list)
            rows.push_back(rowOf(value, around));
    });
    return rows;
}

} // namespace headway::app
