// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/board.h"

#include "store/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

Result<std::vector<BoardColumn>> boardColumns(sql::Connection &connection, PipelineId pipeline,
                                              const Filter &filter, const Viewer &viewer)
{
    HEADWAY_TRY(stages,
                loadAll<Stage>(connection, {u"pipeline_id = ?"_s, {pipeline.value}, u"position, id"_s}));
    std::vector<BoardColumn> columns;
    for (Stage &stage : stages)
        columns.push_back({std::move(stage)});
    HEADWAY_TRY(where, whereClause(connection, EntityKind::Deal, filter, viewer));
    // Grouped by what the weight depends on, so that one covering index answers and the rounding
    // still happens deal by deal.
    const QString text = u"SELECT r.stage_id, r.currency, count(*), count(r.amount),"
                         " CAST(sum(r.amount) AS BIGINT), CAST(sum("_s
        + weightedExpression().replace(u"d."_s, u"r."_s)
        + u") AS BIGINT) FROM stage s JOIN deal r ON r.stage_id = s.id"_s + where.text
        + u" AND s.pipeline_id = ? GROUP BY r.stage_id, r.currency ORDER BY 5 DESC, 2"_s;
    sql::Values binds = where.binds;
    binds.push_back(pipeline.value);
    HEADWAY_CHECK(connection.each(text, binds, [&](const sql::RowView &row) -> Result<> {
        const auto column = std::find_if(columns.begin(), columns.end(), [&](const BoardColumn &c) {
            return c.stage.id.value == row.integer(0);
        });
        if (column == columns.end())
            return {};
        column->count += row.integer(2);
        if (row.integer(3) > 0)
            column->sums.push_back({row.text(1), row.integer(4), row.integer(5)});
        return {};
    }));
    return columns;
}

Result<std::vector<qint64>> columnIds(sql::Connection &connection, StageId stage, const Filter &filter,
                                      const Viewer &viewer, qint64 most)
{
    HEADWAY_TRY(where, whereClause(connection, EntityKind::Deal, filter, viewer));
    QString text = u"SELECT r.id FROM deal r"_s + where.text + u" AND r.stage_id = ? ORDER BY r.rank, r.id"_s;
    if (most > 0)
        text += u" LIMIT "_s + QString::number(most);
    where.binds.push_back(stage.value);
    std::vector<qint64> found;
    HEADWAY_CHECK(connection.each(text, where.binds, [&](const sql::RowView &row) -> Result<> {
        found.push_back(row.integer(0));
        return {};
    }));
    return found;
}

Result<Neighbours> neighbourRanks(sql::Connection &connection, StageId stage, qint64 above, DealId moving)
{
    Neighbours result;
    const auto first = [&](const QString &condition,
                           const sql::Values &binds) -> Result<std::optional<qint64>> {
        HEADWAY_TRY(cell,
                    connection.cell(u"SELECT rank FROM deal WHERE deleted_at IS NULL AND stage_id = ?"
                                    " AND id <> ? AND "_s
                                        + condition + u" ORDER BY rank, id LIMIT 1"_s,
                                    binds));
        const auto *rank = std::get_if<qint64>(&cell);
        return rank ? std::optional(*rank) : std::nullopt;
    };
    if (above) {
        HEADWAY_TRY(rank, first(u"id = ?"_s, {stage.value, moving.value, above}));
        result.above = rank;
    }
    if (result.above) {
        HEADWAY_TRY(rank, first(u"(rank, id) > (?, ?)"_s, {stage.value, moving.value, *result.above, above}));
        result.below = rank;
    } else {
        HEADWAY_TRY(rank, first(u"id > 0"_s, {stage.value, moving.value}));
        result.below = rank;
    }
    return result;
}

Result<std::optional<StageVisit>> openVisit(sql::Connection &connection, DealId deal)
{
    HEADWAY_TRY(
        visits,
        loadAll<StageVisit>(
            connection, {u"deal_id = ? AND left_at IS NULL"_s, {deal.value}, u"entered_at DESC LIMIT 1"_s}));
    return visits.empty() ? std::nullopt : std::optional(visits.front());
}

} // namespace headway::store
