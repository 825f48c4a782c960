// SPDX-License-Identifier: GPL-3.0-or-later
// What the CSV reader returns, and readers of other sheets. Values; any thread.
#pragma once

#include "domain/sentence.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <variant>
#include <vector>

namespace headway::exchange {

struct CsvRow {
    qint64 line = 0; // where it starts in the file; the first line is 1
    QStringList fields;
    QList<bool> quoted; // one per field: tells "" from an empty field
    // Of a sheet of another format: the fields that are numbers with decimals, written with a point.
    std::vector<qsizetype> numbers = {};

    bool operator==(const CsvRow &) const = default;
};

struct CsvProblem {
    qint64 line = 0;
    int column = 0;  // the first is 1; 0 = the row as a whole
    Sentence reason; // one sentence for the user
    QString raw;     // the skipped text, without its line ending

    bool operator==(const CsvProblem &) const = default;
};

using CsvItem = std::variant<CsvRow, CsvProblem>;

} // namespace headway::exchange
