// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/printtable.h"

#include "store/reading/groups.h"
#include "store/reading/lists.h"
#include "store/summaries/board.h"

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

Result<PrintTable> listSheet(sql::Connection &connection, const PrintRequest &request)
{
    HEADWAY_TRY(ids, store::ids(connection, request.query, request.viewer, mostPrinted + 1));
    if (qint64(ids.size()) > mostPrinted)
        return tooMany(request.display);
    if (request.grouping) {
        const int firstMonth = request.lookups.settings.calendarOn(request.today).firstMonth;
        HEADWAY_TRY(
            grouped,
            store::groupedIds(connection, {request.query, *request.grouping, firstMonth}, request.viewer));
        ids = std::move(grouped.ids);
    }
    PrintTable sheet = emptySheet(request);
    HEADWAY_TRY(rows, cellsOf(connection, request, ids));
    sheet.sections.push_back({.rows = std::move(rows)});
    return sheet;
}

// Closed stages are only counted: won and lost deals are too many to print.
Result<PrintTable> boardSheet(sql::Connection &connection, const PrintRequest &request)
{
    HEADWAY_TRY(stages,
                store::boardColumns(connection, request.pipeline, request.query.filter, request.viewer));
    PrintTable sheet = emptySheet(request);
    qint64 rows = 0;
    for (const store::BoardColumn &stage : stages) {
        PrintSection section{.heading = stage.stage.name,
                             .sums = request.display.counted(stage.count, EntityKind::Deal)};
        if (!stage.sums.empty())
            section.sums += u" · "_s + request.display.moneySums(stage.sums);
        if (stage.stage.type != StageType::Won && stage.stage.type != StageType::Lost) {
            rows += stage.count;
            if (rows > mostPrinted)
                return tooMany(request.display);
            HEADWAY_TRY(
                ids, store::columnIds(connection, stage.stage.id, request.query.filter, request.viewer, 0));
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
    return request.pipeline ? boardSheet(connection, request) : listSheet(connection, request);
}

Ticket readPrintTable(Workspace &workspace, QObject *context, const PrintRequest &request,
                      std::function<void(Result<PrintTable>)> then)
{
    return workspace.read<PrintTable>(
        context, [request](sql::Connection &connection) { return readPrintTable(connection, request); },
        std::move(then));
}

} // namespace headway::app
