// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/board/boardreader.h"

#include <algorithm>

namespace headway::app {

namespace {

constexpr qint64 firstCards = 200; // of each column; the rest follows
constexpr size_t firstRows = 16;   // of each column, read together with their ids

bool isWanted(const BoardRequest &request, const Lane &lane)
{
    const bool isShown = !lane.isAside() || request.unfolded.contains(lane.id());
    return isShown && (request.lanes.isEmpty() || request.lanes.contains(lane.id()));
}

} // namespace

std::vector<Lane> BoardFound::longer() const
{
    std::vector<Lane> lanes;
    for (const store::BoardColumn &column : columns) {
        const auto read = ids.constFind(column.lane.id());
        if (read != ids.constEnd() && qint64(read->size()) < column.count)
            lanes.push_back(column.lane);
    }
    return lanes;
}

Result<BoardFound> readBoard(sql::Connection &connection, const BoardRequest &request)
{
    BoardFound found{.of = request.of};
    HEADWAY_TRY(columns, store::boardColumns(connection, request.of, request.filter, request.viewer));
    found.columns = std::move(columns);
    std::vector<qint64> visible;
    const qint64 most = request.depth == BoardDepth::First ? firstCards : 0;
    for (const store::BoardColumn &column : found.columns) {
        if (!isWanted(request, column.lane))
            continue;
        const qint64 lane = column.lane.id();
        HEADWAY_TRY(ids, store::columnIds(connection, column.lane, request.filter, request.viewer, most));
        if (request.depth == BoardDepth::First || !request.shown.contains(lane))
            visible.insert(visible.end(), ids.begin(),
                           ids.begin() + qsizetype(std::min(ids.size(), firstRows)));
        found.ids[lane] = std::move(ids);
    }
    HEADWAY_TRY(rows, store::rows(connection, request.of.cards, visible));
    found.rows = std::move(rows);
    if (request.of.cards == EntityKind::Deal) {
        HEADWAY_TRY(won,
                    store::wonWithin(connection, request.of.pipeline, request.quarter, request.filter,
                                     request.viewer));
        found.won = std::move(won);
    }
    return found;
}

Result<ColumnIds> readColumnIds(sql::Connection &connection, const std::vector<Lane> &lanes,
                                const Filter &filter, const store::Viewer &viewer)
{
    ColumnIds all;
    for (const Lane &lane : lanes) {
        HEADWAY_TRY(ids, store::columnIds(connection, lane, filter, viewer, 0));
        all[lane.id()] = std::move(ids);
    }
    return all;
}

} // namespace headway::app
