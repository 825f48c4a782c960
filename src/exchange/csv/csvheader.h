// SPDX-License-Identifier: GPL-3.0-or-later
// The column names of a CSV file, as a list in which every name is unique. Made by CsvReader::readHeader();
// values, any thread; nothing fails.
#pragma once

#include "exchange/csv/csvrow.h"

#include <QList>
#include <QStringList>

namespace headway::exchange {

struct CsvHeader {
    QStringList names;          // trimmed, not empty, unique: "Status", "Status (2)", "Column 3"
    QList<CsvProblem> problems; // one for each name that was made up or altered
    qint64 line = 0;
};

[[nodiscard]] CsvHeader csvHeader(const CsvRow &row);

} // namespace headway::exchange
