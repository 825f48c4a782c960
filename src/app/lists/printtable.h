// SPDX-License-Identifier: GPL-3.0-or-later
// What is printed: a list as shown on the screen, with a section for each of its groups, or a board as one table with
// a section for each stage.
// Read on a reader's thread; fails as the database does, and with Invalid if there would be too many pages.
#pragma once

#include "app/lists/columns.h"
#include "app/workspace/workspace.h"
#include "domain/query/filter.h"
#include "domain/query/grouping.h"
#include "domain/records/lookups.h"
#include "store/reading/query.h"
#include "store/summaries/board.h"

#include <optional>
#include <vector>

namespace headway::sql {
class Connection;
}

namespace headway::app {

struct PrintColumn {
    QString heading = {};
    Qt::Alignment alignment = Qt::AlignLeft;
    int width = 0;         // in average characters: a share of the paper
    bool isFigure = false; // an amount, a number, a day: as wide as its content, and never cut
};

struct PrintSection {
    QString heading = {}; // empty: there is only one section
    QString sums = {};    // at its right edge
    std::vector<QStringList> rows = {};
};

struct PrintTable {
    QString title = {};
    QString filter = {}; // in words; empty: everything
    QString date = {};
    QString summary = {};
    std::vector<PrintColumn> columns = {};
    std::vector<PrintSection> sections = {};
};

struct PrintRequest {
    QString title = {};
    QString filter = {}; // in words
    QString summary = {};
    Query query = {};                         // for a board only its filter is used
    std::optional<Grouping> grouping = {};    // of a list: group by group; the order applies within each
    std::optional<store::BoardOf> board = {}; // none: it is a list
    store::Viewer viewer = {};
    std::vector<Column> columns = {};
    QDate today = {};
    Display display;
    Lookups lookups = {};
};

constexpr qint64 mostPrinted = 10'000; // rows: two hundred pages

Result<PrintTable> readPrintTable(sql::Connection &connection, const PrintRequest &request);
// The same in the background; `then` is called on the GUI thread.
Ticket readPrintTable(Workspace &workspace, QObject *context, const PrintRequest &request,
                      std::function<void(Result<PrintTable>)> then);

} // namespace headway::app
