// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/board/boardreader.h"

#include <algorithm>

namespace headway::app {

namespace {

constexpr qint64 firstCards = 200; // of each column; the rest follows
constexpr size_t firstRows = 16;   // of each column, read together with their ids

bool isWanted(const BoardRequest &request, const Stage &stage)
{
    const bool isOpen = !isClosed(stage.type) || request.unfolded.contains(stage.id.value);
    return isOpen && (request.stages.isEmpty() || request.stages.contains(stage.id.value));
}

} // namespace

QSet<qint64> BoardFound::longer() const
{
    QSet<qint64> stages;
    for (const store::BoardColumn &column : columns) {
        const auto read = ids.constFind(column.stage.id.value);
        if (read != ids.constEnd() && qint64(read->size()) < column.count)
            stages.insert(column.stage.id.value);
    }
    return stages;
}

Result<BoardFound> readBoard(sql::Connection &connection, const BoardRequest &request)
{
    BoardFound found{.pipeline = request.pipeline};
    HEADWAY_TRY(columns, store::boardColumns(connection, request.pipeline, request.filter, request.viewer));
    found.columns = std::move(columns);
    std::vector<qint64> visible;
    const qint64 most = request.depth == BoardDepth::First ? firstCards : 0;
    for (const store::BoardColumn &column : found.columns) {
        if (!isWanted(request, column.stage))
            continue;
        const qint64 stage = column.stage.id.value;
        HEADWAY_TRY(ids, store::columnIds(connection, column.stage.id, request.filter, request.viewer, most));
        if (request.depth == BoardDepth::First || !request.shown.contains(stage))
            visible.insert(visible.end(), ids.begin(),
                           ids.begin() + qsizetype(std::min(ids.size(), firstRows)));
        found.ids[stage] = std::move(ids);
    }
    HEADWAY_TRY(rows, store::rows(connection, EntityKind::Deal, visible));
    found.rows = std::move(rows);
    HEADWAY_TRY(
        won, store::wonWithin(connection, request.pipeline, request.quarter, request.filter, request.viewer));
    found.won = std::move(won);
    return found;
}

Result<ColumnIds> readColumnIds(sql::Connection &connection, const QSet<qint64> &stages, const Filter &filter,
                                const store::Viewer &viewer)
{
    ColumnIds all;
    for (const qint64 stage : stages) {
        HEADWAY_TRY(ids, store::columnIds(connection, {stage}, filter, viewer, 0));
        all[stage] = std::move(ids);
    }
    return all;
}

} // namespace headway::app
