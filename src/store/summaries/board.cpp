// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/summaries/board.h"

#include "store/rows/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// Reads rows with, after column and currency: the count of cards, the count of amounts, sum, weighted sum,
// and how many have a time of entry, with the sum of those times.
Result<> addSums(sql::Connection &connection, const QString &text, const sql::Values &binds,
                 std::vector<BoardColumn> &columns)
{
    return connection.each(text, binds, [&](const sql::RowView &row) -> Result<> {
        const auto column = std::find_if(columns.begin(), columns.end(),
                                         [&](const BoardColumn &c) { return c.lane.id() == row.integer(0); });
        if (column == columns.end())
            return {};
        column->count += row.integer(2);
        if (row.integer(3) > 0)
            column->sums.push_back({row.text(1), row.integer(4), row.integer(5)});
        column->enteredCount += row.integer(6);
        column->enteredSum += row.integer(7);
        return {};
    });
}

Result<std::vector<BoardColumn>> dealColumns(sql::Connection &connection, PipelineId pipeline,
                                             const Filter &filter, const Viewer &viewer)
{
    HEADWAY_TRY(stages,
                loadAll<Stage>(connection, {u"pipeline_id = ?"_s, {pipeline.value}, u"position, id"_s}));
    std::vector<BoardColumn> columns;
    for (Stage &stage : stages)
        columns.push_back({std::move(stage)});
    HEADWAY_TRY(where, whereClause(connection, EntityKind::Deal, filter, viewer));
    // Grouped by what the weight depends on, so that one covering index suffices and rounding is still per
    // deal. Closed deals, which are most, need no weighting.
    const QString head = u"SELECT r.stage_id, r.currency, count(*), count(r.amount),"
                         " CAST(sum(r.amount) AS BIGINT), "_s;
    const QString from = u" FROM stage s JOIN deal r ON r.stage_id = s.id"_s + where.text
        + u" AND s.pipeline_id = ? AND s.type "_s;
    const QString tail = u" GROUP BY r.stage_id, r.currency"_s;
    sql::Values binds = where.binds;
    binds.push_back(pipeline.value);
    HEADWAY_CHECK(addSums(connection,
                          head + u"CAST(sum("_s + weightedExpression().replace(u"d."_s, u"r."_s)
                              + u") AS BIGINT), count(r.stage_entered_at),"
                                " CAST(sum(r.stage_entered_at / 1000) AS BIGINT)"_s
                              + from + u"NOT IN ('won', 'lost')"_s + tail,
                          binds, columns));
    HEADWAY_CHECK(addSums(connection,
                          head
                              + u"CASE max(s.type) WHEN 'won' THEN CAST(sum(r.amount) AS BIGINT) ELSE 0 END,"
                                " 0, 0"_s
                              + from + u"IN ('won', 'lost')"_s + tail,
                          binds, columns));
    return columns;
}

// Leads have no probability: the weighted sum is the whole one.
Result<std::vector<BoardColumn>> leadColumns(sql::Connection &connection, const Filter &filter,
                                             const Viewer &viewer)
{
    HEADWAY_TRY(statuses, loadAll<LeadStatus>(connection, {u"1 = 1"_s, {}, u"position, id"_s}));
    std::vector<BoardColumn> columns;
    for (LeadStatus &status : statuses)
        columns.push_back({std::move(status)});
    HEADWAY_TRY(where, whereClause(connection, EntityKind::Lead, filter, viewer));
    const QString sum = u"CAST(sum(r.estimated_value) AS BIGINT)"_s;
    HEADWAY_CHECK(addSums(
        connection,
        u"SELECT r.status_id, r.currency, count(*), count(r.estimated_value), "_s + sum + u", "_s + sum
            + u", count(*), CAST(sum(coalesce(r.status_entered_at, r.created_at) / 1000) AS BIGINT)"
              " FROM lead r"_s
            + where.text + u" GROUP BY r.status_id, r.currency"_s,
        where.binds, columns));
    std::erase_if(columns, [](const BoardColumn &column) {
        return !column.lane.status()->active && column.count == 0;
    });
    return columns;
}

} // namespace

std::optional<qint64> averageDays(const BoardColumn &column, Instant now)
{
    if (column.lane.isClosed() || column.enteredCount == 0)
        return {};
    const qint64 age = now.ms / 1000 - column.enteredSum / column.enteredCount;
    return qMax<qint64>(0, qRound64(double(age) / 86400));
}

Result<std::vector<BoardColumn>> boardColumns(sql::Connection &connection, const BoardOf &of,
                                              const Filter &filter, const Viewer &viewer)
{
    HEADWAY_TRY(columns,
                of.cards == EntityKind::Lead ? leadColumns(connection, filter, viewer)
                                             : dealColumns(connection, of.pipeline, filter, viewer));
    for (BoardColumn &column : columns)
        std::sort(column.sums.begin(), column.sums.end(), isLarger);
    return std::move(columns);
}

Result<Totals> wonWithin(sql::Connection &connection, PipelineId pipeline, const DayRange &days,
                         const Filter &filter, const Viewer &viewer)
{
    HEADWAY_TRY(where, whereClause(connection, EntityKind::Deal, filter, viewer));
    sql::Values binds = where.binds;
    for (const sql::Value &each : {sql::Value(days.first.toString(Qt::ISODate)),
                                   sql::Value(days.last.toString(Qt::ISODate)), sql::Value(pipeline.value)})
        binds.push_back(each);
    Totals totals;
    HEADWAY_CHECK(
        connection.each(u"SELECT r.currency, count(*), count(r.amount), CAST(sum(r.amount) AS BIGINT)"
                        " FROM stage s CROSS JOIN deal r"_s // SQLite joins them in this order
                            + where.text
                            + u" AND r.stage_id = s.id AND r.status = 'won' AND r.closed_on BETWEEN ? AND ?"
                              " AND s.pipeline_id = ? AND s.type = 'won'"
                              " GROUP BY r.currency"_s,
                        binds, [&](const sql::RowView &row) -> Result<> {
                            totals.count += row.integer(1);
                            if (row.integer(2) > 0)
                                addSum(totals.sums, {row.text(0), row.integer(3), row.integer(3)});
                            return {};
                        }));
    return totals;
}

Result<std::vector<qint64>> columnIds(sql::Connection &connection, const Lane &lane, const Filter &filter,
                                      const Viewer &viewer, qint64 most)
{
    const bool isOfLeads = lane.status() != nullptr;
    HEADWAY_TRY(where,
                whereClause(connection, isOfLeads ? EntityKind::Lead : EntityKind::Deal, filter, viewer));
    QString text = isOfLeads
        ? u"SELECT r.id FROM lead r"_s + where.text
            + u" AND r.status_id = ? ORDER BY r.next_activity NULLS LAST, r.id DESC"_s
        : u"SELECT r.id FROM deal r"_s + where.text + u" AND r.stage_id = ? ORDER BY r.rank, r.id"_s;
    if (most > 0)
        text += u" LIMIT "_s + QString::number(most);
    where.binds.push_back(lane.id());
    std::vector<qint64> found;
    HEADWAY_CHECK(connection.each(text, where.binds, [&](const sql::RowView &row) -> Result<> {
        found.push_back(row.integer(0));
        return {};
    }));
    return found;
}

} // namespace headway::store
