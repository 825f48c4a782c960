// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/workbookrows.h"

#include "domain/records/inenglish.h"
#include "support/book.h"

using namespace Qt::StringLiterals;

namespace headway::test {

using exchange::Workbook;
using exchange::WorkbookCell;

std::unique_ptr<Workbook> openedWorkbook(const PackedFile &file)
{
    std::unique_ptr<Workbook> workbook = valueOf(Workbook::open(file.path()));
    REQUIRE(workbook);
    return workbook;
}

QStringList rowsOf(Workbook &workbook, size_t sheet)
{
    static const QStringList names{u"Empty"_s, u"Text"_s,   u"Number"_s, u"Percent"_s, u"Amount"_s,
                                   u"Day"_s,   u"Moment"_s, u"Time"_s,   u"Boolean"_s, u"Error"_s};
    QStringList lines;
    const auto rows = valueOf(workbook.rows(sheet));
    exchange::WorkbookRow row;
    while (valueOf(rows->next(row))) {
        QStringList cells;
        for (const WorkbookCell &cell : row.cells) {
            QString told =
                QChar(char16_t(u'A' + cell.column)) + u' ' + names[int(cell.type)] + u' ' + cell.text;
            if (!cell.currency.isEmpty())
                told += u' ' + cell.currency;
            if (cell.isCut)
                told += u" cut"_s;
            cells += told;
        }
        lines += QString::number(row.line) + u": "_s + cells.join(u" | "_s)
            + (row.isFaulty ? u" faulty"_s : QString());
    }
    return lines;
}

QStringList rowsOf(const Parts &parts)
{
    const PackedFile file(parts);
    return rowsOf(*openedWorkbook(file));
}

QString faultOf(const Parts &parts)
{
    const PackedFile file(parts);
    const auto workbook = Workbook::open(file.path());
    if (!workbook)
        return inEnglish(workbook.error().text);
    REQUIRE(*workbook);
    const auto rows = (*workbook)->rows(0);
    if (!rows)
        return inEnglish(rows.error().text);
    exchange::WorkbookRow row;
    while (true) {
        const auto isThere = (*rows)->next(row);
        if (!isThere)
            return inEnglish(isThere.error().text);
        if (!*isThere)
            return {};
    }
}

} // namespace headway::test
