// SPDX-License-Identifier: GPL-3.0-or-later
// The column names of a CSV file or another sheet, as a list in which every name is unique, and the line where they
// stand. Values; any thread; nothing fails but what reads rows.
#pragma once

#include "domain/result.h"
#include "exchange/csv/csvrow.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace headway::exchange {

struct CsvHeader {
    QStringList names;          // trimmed, not empty, unique: "Status", "Status (2)", "Column 3"
    QList<CsvProblem> problems; // one for each name that was made up or altered
    qint64 line = 0;
};

// `groups`: of each column the word that goes before its name, "Company - Name"; empty: none.
[[nodiscard]] CsvHeader csvHeader(const CsvRow &row, const QStringList &groups = {});

// The first row that begins in that line or below it, of those that `next` gives. Unreadable if there is none.
[[nodiscard]] Result<CsvHeader> readHeader(const std::function<Result<std::optional<CsvItem>>()> &next,
                                           qint64 line, const QStringList &groups = {});

// Of the first rows of a file, read whatever their number of fields, the line of the column names: the first
// one's unless it is a title or a note above them.
[[nodiscard]] qint64 headerLine(const std::vector<CsvRow> &rows);

// Whether a row is one that reports put below their data: "Grand total", "Copyright …". Meant for the last rows.
[[nodiscard]] bool isFooter(const QStringList &cells);

} // namespace headway::exchange
