// SPDX-License-Identifier: GPL-3.0-or-later
// Repair: changes of records, as one step that can be undone.
#include "domain/changes/stepwords.h"
#include "domain/records/deal.h"
#include "domain/records/record.h"
#include "store/maintenance/checkparts.h"
#include "store/maintenance/repairparts.h"
#include "store/rows/records.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// What cannot be repaired without breaking a rule is left alone; the check that follows reports it.
Result<> tryTo(StepWriter &step, const Change &change)
{
    const auto applied = step.apply(change);
    const auto refused = [&applied](ErrorCode code) { return applied.error().code == code; };
    if (applied || refused(ErrorCode::Invalid) || refused(ErrorCode::Conflict))
        return {};
    return failure(applied.error());
}

Result<std::vector<qint64>> idsOf(sql::Connection &connection, const QString &query)
{
    std::vector<qint64> ids;
    HEADWAY_CHECK(connection.each(query, {}, [&ids](const sql::RowView &row) -> Result<> {
        ids.push_back(row.integer(0));
        return {};
    }));
    return ids;
}

// An optional field is cleared; a record that is meaningless without the link is removed.
Result<> cutLinks(sql::Connection &connection, EntityKind kind, StepWriter &step)
{
    HEADWAY_TRY(links, linksOf(connection, kind));
    for (const Link &link : links) {
        HEADWAY_TRY(ids,
                    idsOf(connection,
                          u"SELECT r.id FROM "_s + tableName(kind) + u" r LEFT JOIN "_s
                              + tableName(link.target) + u" t ON t.id = r."_s + link.column
                              + u" WHERE r.deleted_at IS NULL AND t.id IS NULL AND "_s + link.condition));
        const FieldInfo &field = entityInfo(kind).field(link.field);
        const bool isNothingWithout = field.type == FieldType::RecordId || field.has(Trait::Required);
        for (const qint64 id : ids) {
            HEADWAY_TRY(record, load(connection, {kind, id}));
            const Change cut{
                ChangeKind::Update, record.ref, {{link.field, record.row[size_t(link.field)], {}}}, {}};
            HEADWAY_CHECK(
                tryTo(step, isNothingWithout ? Change{ChangeKind::Remove, record.ref, {}, {}} : cut));
        }
    }
    return {};
}

Result<> followStages(sql::Connection &connection, StepWriter &step)
{
    HEADWAY_TRY(ids,
                idsOf(connection,
                      u"SELECT d.id FROM deal d JOIN stage s ON s.id = d.stage_id WHERE d.deleted_at IS NULL"
                      " AND (d.status <> s.type OR d.pipeline_id IS DISTINCT FROM s.pipeline_id)"_s));
    for (const qint64 id : ids) {
        HEADWAY_TRY(before, load<Deal>(connection, DealId{id}));
        HEADWAY_TRY(stage, load<Stage>(connection, before.stage));
        Deal after = before;
        after.status = stage.type;
        after.pipeline = stage.pipeline;
        HEADWAY_CHECK(tryTo(step, update(before, after)));
    }
    return {};
}

// A visit ends when the next one begins.
Result<> closeGaps(sql::Connection &connection, StepWriter &step)
{
    std::vector<std::pair<qint64, qint64>> ends;
    HEADWAY_CHECK(connection.each(
        u"SELECT id, following FROM (SELECT id, left_at, lead(entered_at) OVER"
        " (PARTITION BY deal_id ORDER BY entered_at, id) AS following FROM stage_visit"
        " WHERE deleted_at IS NULL) v WHERE following IS NOT NULL AND left_at IS DISTINCT FROM following"_s,
        {}, [&ends](const sql::RowView &row) -> Result<> {
            ends.emplace_back(row.integer(0), row.integer(1));
            return {};
        }));
    for (const auto &[id, end] : ends) {
        HEADWAY_TRY(before, load<StageVisit>(connection, Id<EntityKind::StageVisit>{id}));
        StageVisit after = before;
        after.leftAt = Instant{end};
        HEADWAY_CHECK(tryTo(step, update(before, after)));
    }
    return {};
}

} // namespace

Result<> mendRecords(sql::Connection &connection, const Actor &actor)
{
    HEADWAY_TRY(step, StepWriter::begin(connection, steps::bookRepaired, Origin::Generated, actor));
    for (const EntityKind kind : allEntityKinds())
        HEADWAY_CHECK(cutLinks(connection, kind, step));
    HEADWAY_CHECK(followStages(connection, step));
    HEADWAY_CHECK(closeGaps(connection, step));
    if (step.changeCount() == 0)
        return {}; // dropped: no empty step
    HEADWAY_CHECK(step.finish());
    return {};
}

} // namespace headway::store
