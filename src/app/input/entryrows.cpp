// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input/entryrows.h"

#include "app/text/entrychoices.h"
#include "domain/records/record.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EntryRows)
};

template <class E>
EntryRow rowOf(const E &entry)
{
    EntryRow row;
    row.row.record = {.ref = {Table<E>::kind, entry.id.value}, .version = entry.version};
    row.row.record.row = toRow(entry);
    row.name = entry.name;
    if constexpr (requires { entry.active; })
        row.isRetired = !entry.active;
    if (row.isRetired)
        row.note = Words::tr("inactive");
    return row;
}

// What a reference points to, for the sheet beside the list.
void addTitle(EntryRow &row, QStringView field, const QString &title)
{
    row.row.titles.emplace_back(row.row.record.info().indexOf(field), title);
}

QString noteOn(const Outcome &outcome, const Display &display)
{
    const EntityInfo &info = entityInfo(EntityKind::Outcome);
    const FieldInfo &kinds = info.field(info.indexOf(u"activity_kinds"));
    QStringList parts{codesText(kinds, outcome.activityKinds)};
    if (outcome.followUpDays)
        parts += display.days(*outcome.followUpDays);
    return parts.join(u" · "_s);
}

QString noteOn(const Stage &stage, const Display &display)
{
    if (stage.type == StageType::Open)
        return display.percent(stage.probability);
    const int type = entityInfo(EntityKind::Stage).indexOf(u"type");
    return display.choice(entityInfo(EntityKind::Stage).field(type),
                          textOf(Codec<StageType>::read(stage.type)));
}

QString noteOn(const User &user, const store::Lookups &lookups, const Display &display)
{
    QStringList parts;
    const FieldInfo &role = entityInfo(EntityKind::User).field(entityInfo(EntityKind::User).indexOf(u"role"));
    if (user.role != Role::Salesperson)
        parts += display.choice(role, textOf(Codec<Role>::read(user.role)));
    if (const Team *team = lookups.team(user.team))
        parts += team->name;
    return parts.join(u" · "_s);
}

template <class E>
std::vector<EntryRow> rowsOf(const std::vector<E> &list)
{
    std::vector<EntryRow> rows;
    for (const E &entry : list)
        rows.push_back(rowOf(entry));
    return rows;
}

std::vector<EntryRow> pipelineRows(const store::Lookups &lookups, const Display &display)
{
    std::vector<EntryRow> rows;
    for (const Pipeline &pipeline : lookups.pipelines) {
        rows.push_back(rowOf(pipeline));
        for (const Stage &stage : lookups.stagesOf(pipeline.id)) {
            EntryRow row = rowOf(stage);
            row.note = noteOn(stage, display);
            row.colour = stage.colour;
            row.isInside = true;
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

} // namespace

std::vector<EntryRow> entriesOf(EntityKind kind, const store::Lookups &lookups, const Display &display)
{
    std::vector<EntryRow> rows;
    switch (kind) {
    case EntityKind::User:
        for (const User &user : lookups.users) {
            rows.push_back(rowOf(user));
            if (user.active)
                rows.back().note = noteOn(user, lookups, display);
            if (const Team *team = lookups.team(user.team))
                addTitle(rows.back(), u"team_id", team->name);
        }
        return rows;
    case EntityKind::Team:
        for (const Team &team : lookups.teams) {
            rows.push_back(rowOf(team));
            if (const User *manager = lookups.user(team.manager)) {
                rows.back().note = manager->name;
                addTitle(rows.back(), u"manager_id", manager->name);
            }
        }
        return rows;
    case EntityKind::Source: return rowsOf(lookups.sources);
    case EntityKind::LostReason: return rowsOf(lookups.lostReasons);
    case EntityKind::Pipeline: return pipelineRows(lookups, display);
    case EntityKind::Tag:
        for (const Tag &tag : lookups.tags) {
            rows.push_back(rowOf(tag));
            rows.back().colour = tag.colour;
        }
        return rows;
    case EntityKind::Outcome:
        for (const Outcome &outcome : lookups.outcomes) {
            rows.push_back(rowOf(outcome));
            if (outcome.active)
                rows.back().note = noteOn(outcome, display);
        }
        return rows;
    default: return rows;
    }
}

} // namespace headway::app
