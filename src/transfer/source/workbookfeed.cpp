// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/source/workbookfeed.h"

#include "domain/text/quoted.h"
#include "exchange/workbook/numbercell.h"

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::WorkbookCell;

QString cellName(int column, qint64 line)
{
    QString letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(char16_t(u'A' + (rest - 1) % 26)));
    return letters + QString::number(line);
}

WorkbookFeed::WorkbookFeed(std::unique_ptr<exchange::SheetRows> rows, const std::vector<int> &columns,
                           qint64 size)
    : m_rows(std::move(rows)), m_size(size), m_width(qsizetype(columns.size()))
{
    if (!columns.empty())
        m_places.resize(size_t(columns.back()) + 1, -1);
    for (size_t i = 0; i < columns.size(); ++i)
        m_places[size_t(columns[i])] = qsizetype(i);
}

void WorkbookFeed::Odd::note(const WorkbookCell &cell, qint64 line)
{
    if (count++ > 0)
        return;
    first = cell.text;
    place = cellName(cell.column, line);
}

Result<std::optional<exchange::CsvItem>> WorkbookFeed::next()
{
    HEADWAY_TRY(isThere, m_rows->next(m_row));
    return isThere ? std::optional(item()) : std::optional<exchange::CsvItem>();
}

exchange::CsvItem WorkbookFeed::item()
{
    const auto problem = [this](Sentence reason) {
        QStringList texts;
        for (const WorkbookCell &cell : m_row.cells)
            texts += cell.text;
        return exchange::CsvProblem{m_row.line, 0, std::move(reason), texts.join(u'\t')};
    };
    if (m_row.isFaulty)
        return problem(Sentence::tr("A cell of the row cannot be read: the workbook is damaged there."));
    exchange::CsvRow row{.line = m_row.line, .fields = QStringList(m_width), .quoted = {}};
    for (const WorkbookCell &cell : m_row.cells) {
        const qsizetype place =
            size_t(cell.column) < m_places.size() ? m_places[size_t(cell.column)] : qsizetype(-1);
        if (place < 0)
            return problem(Sentence::tr("There is something in %1, where no column is.")
                               .arg(cellName(cell.column, m_row.line)));
        QString text = textOf(cell);
        const bool isNumber = cell.type == WorkbookCell::Type::Number
            || cell.type == WorkbookCell::Type::Percent || cell.type == WorkbookCell::Type::Amount;
        if (isNumber && text.contains(u'.'))
            row.numbers.push_back(place);
        row.fields[place] = std::move(text);
    }
    return row;
}

QString WorkbookFeed::textOf(const WorkbookCell &cell)
{
    if (cell.isCut)
        m_cut.note(cell, m_row.line);
    switch (cell.type) {
    case WorkbookCell::Type::Error: m_errors.note(cell, m_row.line); return {};
    case WorkbookCell::Type::Percent: return cell.text + u'%';
    case WorkbookCell::Type::Amount: return cell.text + u' ' + cell.currency;
    case WorkbookCell::Type::Day:
    case WorkbookCell::Type::Moment:
        if (isOfFirstMonths(cell))
            m_firstMonths.note(cell, m_row.line);
        break;
    case WorkbookCell::Type::Empty:
    case WorkbookCell::Type::Text:
    case WorkbookCell::Type::Number:
    case WorkbookCell::Type::Time:
    case WorkbookCell::Type::Boolean: break;
    }
    return cell.text;
}

std::vector<Sentence> WorkbookFeed::remarks() const
{
    std::vector<Sentence> remarks;
    const auto tell = [&remarks](const Odd &odd, Sentence one, Sentence several) {
        if (odd.count > 0)
            remarks.push_back((odd.count == 1 ? std::move(one) : std::move(several))
                                  .arg(odd.place, Quoted{odd.first})
                                  .arg(odd.count));
    };
    tell(m_errors,
         Sentence::tr("1 cell (%1) has no value but an error or a formula that was never worked out, %2, and "
                      "counts as blank. To have it, save the workbook in a spreadsheet program."),
         Sentence::tr(
             "%3 cells have no value but an error or a formula that was never worked out, the first "
             "%2 in %1; they count as blank. To have them, save the workbook in a spreadsheet program."));
    tell(m_cut,
         Sentence::tr("1 number has more than 15 digits, %2 in %1: workbooks keep no more, so that the last "
                      "ones may be lost in the file already. Ids belong into cells of text."),
         Sentence::tr("%3 numbers have more than 15 digits, the first %2 in %1: workbooks keep no more, so "
                      "that the last ones may be lost in the file already. Ids belong into cells of text."));
    tell(m_firstMonths,
         Sentence::tr("1 day lies before March 1900, %2 in %1: programs count those differently, so that it "
                      "may be one off."),
         Sentence::tr("%3 days lie before March 1900, the first %2 in %1: programs count those differently, "
                      "so that they may be one off."));
    return remarks;
}

} // namespace headway::transfer
