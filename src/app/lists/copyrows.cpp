// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/copyrows.h"

#include "exchange/csv/csvwriter.h"

#include <QBuffer>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

QString tabbedLine(const QStringList &cells)
{
    QStringList plain;
    for (const QString &cell : cells)
        plain += cell.simplified();
    return plain.join(u'\t') + u'\n';
}

} // namespace

Result<CopiedRows> copyRows(sql::Connection &connection, const CopyRequest &request)
{
    const ColumnText text(request.display, request.lookups);
    CopiedRows copied;
    QBuffer buffer(&copied.csv);
    buffer.open(QIODevice::WriteOnly);
    exchange::CsvWriter writer(buffer, exchange::CsvDialect::machine());
    QStringList headings;
    for (const Column &column : request.columns)
        headings += text.heading(request.kind, column);
    copied.tabbed = tabbedLine(headings);
    HEADWAY_CHECK(writer.writeRow(headings));
    HEADWAY_CHECK(eachRow(connection, request.kind, request.ids, request.columns, text,
                          [&copied, &writer](const QStringList &cells) {
                              copied.tabbed += tabbedLine(cells);
                              ++copied.rows;
                              return writer.writeRow(cells);
                          }));
    HEADWAY_CHECK(writer.finish());
    return copied;
}

Ticket copyRows(Workspace &workspace, QObject *context, const CopyRequest &request,
                std::function<void(Result<CopiedRows>)> then)
{
    return workspace.read<CopiedRows>(
        context, [request](sql::Connection &connection) { return copyRows(connection, request); },
        std::move(then));
}

} // namespace headway::app
