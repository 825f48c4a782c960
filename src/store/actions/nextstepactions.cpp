// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions/nextstepactions.h"

#include "domain/records/record.h"
#include "store/actions/activityfields.h"
#include "store/rows/records.h"

using namespace Qt::StringLiterals;

namespace headway::store {

Result<std::optional<Activity>> nextStepOf(sql::Connection &connection, EntityRef record)
{
    if (record.id <= 0)
        return std::optional<Activity>();
    HEADWAY_TRY(
        found,
        connection.cell(u"SELECT activity_id FROM activity_link WHERE record_kind = ? AND record_id = ?"
                        " AND phase = 1 AND deleted_at IS NULL ORDER BY at, activity_id LIMIT 1"_s,
                        {QString(tableName(record.kind)), record.id}));
    if (isNull(found))
        return std::optional<Activity>();
    HEADWAY_TRY(activity, load<Activity>(connection, ActivityId{integerOf(found)}));
    return std::optional(std::move(activity));
}

Result<bool> isStepPlanned(sql::Connection &connection, EntityRef record, const QString &subject)
{
    HEADWAY_TRY(found,
                connection.cell(u"SELECT a.id FROM activity_link l JOIN activity a ON a.id = l.activity_id"
                                " WHERE l.record_kind = ? AND l.record_id = ? AND l.phase = 1"
                                " AND l.deleted_at IS NULL AND a.subject = ? LIMIT 1"_s,
                                {QString(tableName(record.kind)), record.id, subject}));
    return !isNull(found);
}

Result<bool> isStepKnown(sql::Connection &connection, EntityRef record, const QString &subject)
{
    HEADWAY_TRY(
        found,
        connection.cell(u"SELECT a.id FROM activity_link l JOIN activity a ON a.id = l.activity_id"
                        " WHERE l.record_kind = ? AND l.record_id = ?"
                        " AND l.deleted_at IS NULL AND a.deleted_at IS NULL AND a.subject = ? LIMIT 1"_s,
                        {QString(tableName(record.kind)), record.id, subject}));
    return !isNull(found);
}

Result<std::vector<Change>> nextStepChanges(sql::Connection &connection, EntityRef record, const Row &row,
                                            const TypedStep &typed, const Actor &actor)
{
    if (typed.isEmpty())
        return std::vector<Change>();
    HEADWAY_TRY(present, nextStepOf(connection, record));
    const int owner = entityInfo(record.kind).indexOf(u"owner_id");
    const UserId own{owner < 0 ? 0 : integerOf(row[size_t(owner)])};
    return stepChanges(typed,
                       {.record = record,
                        .links = linksOfStep(record, row),
                        .present = std::move(present),
                        .owner = own ? own : actor.user,
                        .now = actor.now,
                        .zone = zoneOf(actor)});
}

} // namespace headway::store
