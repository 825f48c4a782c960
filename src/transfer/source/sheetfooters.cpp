// SPDX-License-Identifier: GPL-3.0-or-later
// Of SheetSource: sums between and below the rows, and what else stands below them.
#include "exchange/cells/vocabulary.h"
#include "exchange/csv/csvheader.h"
#include "transfer/source/sheetsource.h"

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr size_t mostFooters = 10;

QString whole(const QStringList &cells)
{
    return cells.join(u' ').simplified();
}

bool isUnnamedSum(const QStringList &cells)
{
    return cells.front().trimmed().isEmpty() && isSumRow(cells);
}

// "Total" with amounts in any currency.
bool isNamedSum(const QStringList &cells)
{
    return areFiguresBehind(cells) && isBareSum(cells);
}

// "Total" below a group; below a single row, with the same figures, somebody may be called so.
bool isBareSumOf(const ColumnSums &group, const QStringList &cells, bool isBelowSums)
{
    const bool isNoRecord = cells.front().trimmed().isEmpty() || group.rows() > 1 || isBelowSums;
    return isNoRecord && isBareSumOfFigures(cells) && group.isSum(cells);
}

// Nobody is called Subtotal.
bool isSumBetween(const QStringList &cells)
{
    return exchange::isFooter(cells) && !isBareSum(cells)
        && exchange::Vocabulary::own().has(u"sum", cells.front());
}

// The sums of a report with what it is made of: "Grand Totals (3 records), 51,400.50".
bool isSumOfReport(const QStringList &cells)
{
    return filledCells(cells) > 1 && exchange::isFooter(cells) && !isBareSum(cells);
}

} // namespace

// The figures of a row that begins with "Total", or with nothing, tell whether it is a sum, or somebody called so.
Result<bool> SheetSource::addsUp(const SheetItem &last) const
{
    HEADWAY_TRY(rows, feedBeside());
    if (!rows)
        return false;
    SheetReader reader = readerOf(std::move(rows));
    HEADWAY_CHECK(reader.readHeader(m_shape.headerLine));
    ColumnSums sums;
    ColumnSums group;
    bool isBelowSums = false;
    RowsAbove above;
    while (true) {
        HEADWAY_TRY(item, reader.next());
        if (!item || item->line >= last.line)
            return sums.explains(last.row()->cells);
        const SheetRow *row = item->row();
        const bool isRecord = row && !row->isHeader && !isSumBetween(row->cells)
            && sumLineIn(row->cells, above.texts()) == SumLine::None
            && !isBareSumOf(group, row->cells, isBelowSums);
        if (row && !isRecord) {
            group = {};
            isBelowSums = true;
        }
        if (isRecord) {
            group.add(row->cells);
            sums.add(row->cells);
            above.note(row->cells);
        }
    }
}

SumLine SheetSource::sumLine(const QStringList &cells) const
{
    return sumLineIn(cells, m_told.above.texts());
}

bool SheetSource::mayBeFooter(const QStringList &cells) const
{
    return exchange::isFooter(cells) || isUnnamedSum(cells) || isNamedSum(cells)
        || sumLine(cells) != SumLine::None;
}

// Below a sum there may be others of the same group: its count, its average.
bool SheetSource::isSumOfGroup(const QStringList &cells) const
{
    const SumLine line = sumLine(cells);
    return line == SumLine::Whole || (line == SumLine::Part && m_told.isBelowSum) || isSumBetween(cells)
        || isBareSumOfGroup(cells);
}

bool SheetSource::isBareSumOfGroup(const QStringList &cells) const
{
    return m_shape.hasBareSums && isBareSumOf(m_told.since, cells, m_told.sums > 0);
}

Result<bool> SheetSource::isFooter(size_t at)
{
    const SheetItem &item = m_held[at];
    if (item.row()->isHeader)
        return true;
    const QStringList &cells = item.row()->cells;
    const SumLine line = sumLine(cells);
    if (line == SumLine::Whole || (line == SumLine::Part && (at > 0 || m_told.isBelowSum))
        || (at == 0 && isBareSumOfGroup(cells)))
        return true;
    const bool isNamed = isBareSum(cells) || line == SumLine::Part;
    if (!isNamed && !isUnnamedSum(cells))
        return true;
    if (isNamed && filledCells(cells) == 1) {
        m_told.bareSum = whole(cells);
        return true;
    }
    HEADWAY_TRY(isSum, addsUp(item));
    if (!isSum && isNamed)
        m_told.unlikely = whole(cells);
    return isSum;
}

// Below an empty line at the end reports write what they are and who made them. Rows of one cell are that if one of them
// is known for it, or if the user says that such rows are no records; else they are records, and it is asked.
Result<bool> SheetSource::passImprint()
{
    const SheetRow *front = m_held.front().row();
    const bool isOne = front && (filledCells(front->cells) == 1 || isSumOfReport(front->cells));
    const bool mayBe =
        isOne && front->isAfterGap && m_told.full > 0 && m_told.single == 0 && !m_told.isTailSeen;
    if (!mayBe)
        return false;
    bool isKnown = m_areTitlesSaid;
    for (size_t at = 0;; ++at) {
        HEADWAY_TRY(isThere, hold(at + 1));
        if (!isThere)
            break;
        const SheetRow *row = m_held[at].row();
        if (at >= mostFooters || !row || row->isHeader
            || (filledCells(row->cells) != 1 && !isSumOfReport(row->cells)))
            return false;
        isKnown = isKnown || (exchange::isFooter(row->cells) && !isBareSum(row->cells));
    }
    if (!isKnown) {
        if (isBareSum(m_held.front().row()->cells))
            return false;
        m_told.isTailSeen = true;
        if (m_told.lone == 0)
            m_told.firstLone = whole(m_held.front().row()->cells);
        m_told.lone += qint64(m_held.size());
        return false;
    }
    for (const SheetItem &item : m_held)
        m_told.footers += whole(item.row()->cells);
    m_held.clear();
    m_told.areFootersPassed = true;
    return true;
}

// Passes over what stands below the data: such a row is a footer only if nothing else follows.
Result<bool> SheetSource::passFooters()
{
    if (m_told.areFootersPassed)
        return false;
    for (size_t at = 0;; ++at) {
        HEADWAY_TRY(isThere, hold(at + 1));
        if (!isThere)
            break;
        const SheetRow *row = m_held[at].row();
        if (at >= mostFooters || !row || (!row->isHeader && !mayBeFooter(row->cells)))
            return false;
    }
    // From below: what stands above a record is one, too.
    size_t records = m_held.size();
    while (records > 0) {
        HEADWAY_TRY(isOne, isFooter(records - 1));
        if (!isOne)
            break;
        --records;
    }
    for (size_t at = records; at < m_held.size(); ++at) {
        if (m_held[at].row()->isHeader)
            ++m_told.headersAgain;
        else
            m_told.footers += whole(m_held[at].row()->cells);
    }
    m_held.resize(records);
    m_told.areFootersPassed = true;
    return records == 0;
}

} // namespace headway::transfer
