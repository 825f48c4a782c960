// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/copyrows.h"

#include "exchange/csvwriter.h"
#include "store/lists.h"

#include <QBuffer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr size_t rowsAtOnce = 500;

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
    for (size_t from = 0; from < request.ids.size(); from += rowsAtOnce) {
        const size_t to = std::min(request.ids.size(), from + rowsAtOnce);
        HEADWAY_TRY(rows,
                    store::rows(connection, request.kind,
                                {request.ids.begin() + std::ptrdiff_t(from),
                                 request.ids.begin() + std::ptrdiff_t(to)}));
        for (const store::ListRow &row : rows) {
            QStringList cells;
            for (const Column &column : request.columns)
                cells += text.cell(row, column);
            copied.tabbed += tabbedLine(cells);
            HEADWAY_CHECK(writer.writeRow(cells));
            ++copied.rows;
        }
    }
    HEADWAY_CHECK(writer.finish());
    return copied;
}

} // namespace headway::app
