// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of an Office Open XML workbook that are read before its rows: which part is what, the sheets, the formats of
// cells. On one thread. Fails with Unreadable.
#pragma once

#include "exchange/workbook/numbercell.h"
#include "exchange/workbook/workbook.h"
#include "exchange/workbook/xmlpart.h"

#include <vector>

namespace headway::exchange {

// What a part refers to, by the end of the type's name: "worksheet", "sharedStrings".
struct XlsxRelation {
    QString id = {};
    QString type = {};
    QString part = {};
};
// Of the part, "" for the file as a whole; none if nothing says.
[[nodiscard]] Result<std::vector<XlsxRelation>> xlsxRelations(const ZipFile &file, const QString &part);

struct XlsxBook {
    std::vector<WorkbookSheet> sheets = {};
    std::vector<QString> sheetParts = {}; // one for each
    QString texts = {};                   // the part of the shared texts; empty: there is none
    QString styles = {};                  // likewise
    DayCount count = DayCount::From1900;
};
[[nodiscard]] Result<XlsxBook> readXlsxBook(const ZipFile &file, const QString &part);

// The formats that cells name by their number.
[[nodiscard]] Result<std::vector<NumberFormat>> readXlsxFormats(const ZipFile &file, const QString &part);

} // namespace headway::exchange
