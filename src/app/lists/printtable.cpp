// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/printtable.h"

#include "app/lists/groupwords.h"
#include "store/reading/groups.h"
#include "store/reading/lists.h"
#include "store/summaries/board.h"

#include <iterator>
#include <map>

namespace headway::app {

using namespace Qt::StringLiterals;

namespace {

Result<std::vector<QStringList>> cellsOf(sql::Connection &connection, const PrintRequest &request,
                                         const std::vector<qint64> &ids)
{
    const ColumnText text(request.display, request.lookups);
    std::vector<QStringList> rows;
    HEADWAY_CHECK(eachRow(connection, request.query.kind, ids, request.columns, text,
                          [&rows](const QStringList &cells) -> Result<> {
                              rows.emplace_back();
                              for (const QString &cell : cells)
                                  rows.back() += cell.simplified();
                              return {};
                          }));
    return rows;
}

PrintTable emptySheet(const PrintRequest &request)
{
    const ColumnText text(request.display, request.lookups);
    PrintTable sheet{.title = request.title,
                     .filter = request.filter,
                     .date = request.display.day(request.today),
                     .summary = request.summary};
    for (const Column &column : request.columns)
        sheet.columns.push_back({text.heading(request.query.kind, column),
                                 alignmentOf(request.query.kind, column), widthOf(request.query.kind, column),
                                 isFigure(request.query.kind, column)});
    return sheet;
}

tl::unexpected<Error> tooMany(const Display &display)
{
    return failure(ErrorCode::Invalid,
                   Sentence::tr("More than %1 rows are too many to print: filter them first, or export them.")
                       .arg(display.number(mostPrinted)));
}

QString countAndSums(const Display &display, EntityKind kind, qint64 count, const std::vector<MoneySum> &sums)
{
    const QString counted = display.counted(count, kind);
    return sums.empty() ? counted : display.line({counted, display.moneySums(sums)}, u" · "_s);
}

// A section for each group.
Result<PrintTable> groupedSheet(sql::Connection &connection, const PrintRequest &request,
                                const Grouping &grouping)
{
    const EntityKind kind = request.query.kind;
    const store::GroupedQuery groups{request.query, grouping,
                                     request.lookups.settings.dayRules({}).firstMonth, request.today};
    const auto snapshot = sql::Transaction::read(connection); // groups, sums and rows of the same state
    if (!snapshot)
        return failure(snapshot.error());
    HEADWAY_TRY(grouped, store::groupedIds(connection, groups, request.viewer));
    HEADWAY_TRY(rows, cellsOf(connection, request, grouped.ids));
    HEADWAY_TRY(totals, store::groupTotals(connection, groups, request.viewer));
    std::map<Value, std::vector<MoneySum>> sums;
    for (store::GroupTotals &each : totals)
        sums[each.key] = std::move(each.totals.sums);
    PrintTable sheet = emptySheet(request);
    const QString heading = groupHeading(ColumnText(request.display, request.lookups), kind, grouping);
    auto row = std::make_move_iterator(rows.begin());
    for (const store::GroupRun &run : grouped.runs) {
        const auto end = row + qptrdiff(run.count);
        const GroupHead head{.key = run.key, .title = run.title};
        sheet.sections.push_back({.heading = groupName(request.display, groups, head, heading),
                                  .sums = countAndSums(request.display, kind, run.count, sums[run.key]),
                                  .rows = {row, end}});
        row = end;
    }
    return sheet;
}

Result<PrintTable> listSheet(sql::Connection &connection, const PrintRequest &request)
{
    HEADWAY_TRY(ids, store::ids(connection, request.query, request.viewer, mostPrinted + 1));
    if (qint64(ids.size()) > mostPrinted)
        return tooMany(request.display);
    if (request.grouping)
        return groupedSheet(connection, request, *request.grouping);
    PrintTable sheet = emptySheet(request);
    HEADWAY_TRY(rows, cellsOf(connection, request, ids));
    sheet.sections.push_back({.rows = std::move(rows)});
    return sheet;
}

// Closed columns are only counted: won and lost deals are too many to print.
Result<PrintTable> boardSheet(sql::Connection &connection, const PrintRequest &request)
{
    HEADWAY_TRY(columns,
                store::boardColumns(connection, *request.board, request.query.filter, request.viewer));
    PrintTable sheet = emptySheet(request);
    qint64 rows = 0;
    for (const store::BoardColumn &column : columns) {
        PrintSection section{
            .heading = column.lane.name(),
            .sums = countAndSums(request.display, request.board->cards, column.count, column.sums)};
        if (!column.lane.isClosed()) {
            rows += column.count;
            if (rows > mostPrinted)
                return tooMany(request.display);
            HEADWAY_TRY(ids,
                        store::columnIds(connection, column.lane, request.query.filter, request.viewer, 0));
            HEADWAY_TRY(cells, cellsOf(connection, request, ids));
            section.rows = std::move(cells);
        }
        sheet.sections.push_back(std::move(section));
    }
    return sheet;
}

} // namespace

Result<PrintTable> readPrintTable(sql::Connection &connection, const PrintRequest &request)
{
    return request.board ? boardSheet(connection, request) : listSheet(connection, request);
}

Ticket readPrintTable(Workspace &workspace, QObject *context, const PrintRequest &request,
                      std::function<void(Result<PrintTable>)> then)
{
    return workspace.read<PrintTable>(
        context, [request](sql::Connection &connection) { return readPrintTable(connection, request); },
        std::move(then));
}

} // namespace headway::app
