// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/summaries/timeline.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

Result<std::vector<LoadedRecord>> linkedActivities(sql::Connection &connection, EntityRef record, int phase,
                                                   QStringView direction, int most)
{
    std::vector<qint64> found;
    HEADWAY_CHECK(connection.each(
        u"SELECT activity_id FROM activity_link WHERE record_kind = ? AND record_id = ? AND phase = ?"
        " AND deleted_at IS NULL ORDER BY at "_s
            + direction + u", activity_id "_s + direction + u" LIMIT ?"_s,
        {QString(tableName(record.kind)), record.id, qint64(phase), qint64(most)},
        [&](const sql::RowView &row) -> Result<> {
            found.push_back(row.integer(0));
            return {};
        }));
    return rows(connection, EntityKind::Activity, found);
}

} // namespace

Result<std::vector<LoadedRecord>> plannedOn(sql::Connection &connection, EntityRef record, int most)
{
    return linkedActivities(connection, record, 1, u"ASC", most);
}

Result<Timeline> timeline(sql::Connection &connection, EntityRef record, int most)
{
    HEADWAY_TRY(planned, plannedOn(connection, record, most));
    HEADWAY_TRY(past, linkedActivities(connection, record, 0, u"DESC", most));
    return Timeline{std::move(planned), std::move(past)};
}

} // namespace headway::store
