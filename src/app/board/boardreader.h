// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a board: the totals of all columns, and the cards in them. Called on a reader's thread for
// BoardModel; fails as the database does.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/records/loadedrecord.h"
#include "domain/records/totals.h"
#include "domain/text/daterange.h"
#include "store/summaries/board.h"

#include <QHash>
#include <QSet>

namespace headway::app {

// The first cards of each column at once, or all of them.
enum class BoardDepth { First, All };

struct BoardRequest {
    store::BoardOf of = {};
    Filter filter = {};
    DayRange quarter = {}; // for the deals won in it
    store::Viewer viewer = {};
    BoardDepth depth = BoardDepth::First;
    QSet<qint64> lanes = {};    // whose cards to read; none: of all that are unfolded
    QSet<qint64> unfolded = {}; // columns at the side that are unfolded
    QSet<qint64> shown = {};    // with cards already: their rows are loaded
};

struct BoardFound {
    store::BoardOf of = {};
    std::vector<store::BoardColumn> columns = {};
    QHash<qint64, std::vector<qint64>> ids = {}; // by column
    std::vector<LoadedRecord> rows = {};         // of the first cards to be seen
    Totals won = {};

    std::vector<Lane> longer() const; // columns with more cards than were read
};

Result<BoardFound> readBoard(sql::Connection &connection, const BoardRequest &request);

// The ids of all cards, by column.
using ColumnIds = QHash<qint64, std::vector<qint64>>;
Result<ColumnIds> readColumnIds(sql::Connection &connection, const std::vector<Lane> &lanes,
                                const Filter &filter, const store::Viewer &viewer);

} // namespace headway::app
