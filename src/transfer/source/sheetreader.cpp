// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/source/sheetreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

// The line below a row; quoted cells may have several.
qint64 lineBelow(const exchange::CsvRow &row)
{
    qint64 below = row.line + 1;
    for (qsizetype i = 0; i < row.quoted.size(); ++i) {
        if (row.quoted[i])
            below += std::max(row.fields[i].count(u'\n'), row.fields[i].count(u'\r'));
    }
    return below;
}

} // namespace

SheetReader::SheetReader(std::unique_ptr<RowFeed> feed, Reading reading)
    : m_feed(std::move(feed)), m_reading(reading)
{
}

Result<exchange::CsvHeader> SheetReader::readHeader(qint64 line, const QStringList &groups)
{
    HEADWAY_TRY(header,
                exchange::readHeader(
                    [this] {
                        m_feed->forgetWidth();
                        return m_feed->next();
                    },
                    line, groups));
    m_names.clear();
    for (const QString &name : header.names) {
        const QString group = groups.value(m_names.size()) + u" - "_s;
        m_names += name.startsWith(group) ? name.sliced(group.size()) : name;
    }
    if (m_reading == Reading::Sensible)
        m_feed->fillShortRows();
    return header;
}

// Some exports write the column names above each group or page. Those without a name, or with one that another column
// has, are called otherwise here.
bool SheetReader::isHeaderAgain(const QStringList &cells) const
{
    if (m_names.size() < 2 || cells.front().trimmed() != m_names.front() || cells.size() != m_names.size())
        return false;
    return std::equal(
        cells.begin(), cells.end(), m_names.begin(), [](const QString &cell, const QString &name) {
            const QString text = cell.trimmed();
            return text == name || (text.isEmpty() && name.startsWith(u"Column "))
                || (!text.isEmpty() && name.startsWith(text) && name.sliced(text.size()).startsWith(u" ("));
        });
}

Result<std::optional<SheetItem>> SheetReader::next()
{
    bool isAfterGap = false;
    while (true) {
        HEADWAY_TRY(item, m_feed->next());
        if (!item)
            return std::optional<SheetItem>();
        auto *row = std::get_if<exchange::CsvRow>(&*item);
        if (!row) {
            auto &problem = std::get<exchange::CsvProblem>(*item);
            const qint64 line = problem.line;
            m_nextLine = 0;
            return std::optional(SheetItem{std::move(problem), line});
        }
        if (m_reading == Reading::Literal)
            return std::optional(SheetItem{
                SheetRow{std::move(row->fields), false, false, std::move(row->numbers)}, row->line});
        isAfterGap = isAfterGap || (m_nextLine > 0 && row->line > m_nextLine);
        m_nextLine = lineBelow(*row);
        const bool isEmpty = std::all_of(row->fields.begin(), row->fields.end(),
                                         [](const QString &cell) { return cell.trimmed().isEmpty(); });
        if (isEmpty) {
            ++m_emptyRows;
            isAfterGap = true;
            continue;
        }
        const bool isHeader = isHeaderAgain(row->fields);
        return std::optional(SheetItem{
            SheetRow{std::move(row->fields), isAfterGap, isHeader, std::move(row->numbers)}, row->line});
    }
}

} // namespace headway::transfer
