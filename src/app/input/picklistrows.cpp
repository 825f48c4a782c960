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

// What the rows of a list are written with.
struct Surroundings {
    const store::Lookups &lookups;
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

// What a reference points to, for the sheet beside the list.
void addTitle(EntryRow &row, QStringView field, const QString &title)
{
    row.row.titles.emplace_back(row.row.record.info().indexOf(field), title);
}

void addTitles(EntryRow &row, const User &user, const Surroundings &around)
{
    if (const Team *team = around.lookups.team(user.team))
        addTitle(row, u"team_id", team->name);
}

void addTitles(EntryRow &row, const Team &team, const Surroundings &around)
{
    if (const User *manager = around.lookups.user(team.manager))
        addTitle(row, u"manager_id", manager->name);
}

template <class E>
EntryRow rowOf(const E &entry, const Surroundings &around)
{
    EntryRow row;
    row.row.record = {.ref = {Table<E>::kind, entry.id.value}, .version = entry.version};
    row.row.record.row = toRow(entry);
    row.name = entry.name;
    if constexpr (requires { entry.active; })
        row.isRetired = !entry.active;
    if constexpr (requires { entry.colour; })
        row.colour = entry.colour;
    if (row.isRetired)
        row.note = Words::tr("inactive");
    else if constexpr (requires { noteOn(entry, around); })
        row.note = noteOn(entry, around);
    if constexpr (requires { addTitles(row, entry, around); })
        addTitles(row, entry, around);
    return row;
}

std::vector<EntryRow> pipelineRows(const Surroundings &around)
{
    std::vector<EntryRow> rows;
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

std::vector<EntryRow> entriesOf(EntityKind kind, const store::Lookups &lookups, const Display &display)
{
    const Surroundings around{lookups, display};
    if (kind == EntityKind::Pipeline)
        return pipelineRows(around);
    std::vector<EntryRow> rows;
    lookups.withList(kind, [&](const auto &list) {
        for (const auto &entry : list)
            rows.push_back(rowOf(entry, around));
    });
    return rows;
}

} // namespace headway::app
