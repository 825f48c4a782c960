// SPDX-License-Identifier: GPL-3.0-or-later
// What a CSV file is read into. Values; any thread.
#pragma once

#include "domain/sentence.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <variant>

namespace headway::exchange {

struct CsvRow {
    qint64 line = 0; // where it starts in the file; the first line is 1
    QStringList fields;
    QList<bool> quoted; // one per field: "" and nothing differ only here

    bool operator==(const CsvRow &) const = default;
};

struct CsvProblem {
    qint64 line = 0;
    int column = 0;  // the first is 1; 0 = the row as a whole
    Sentence reason; // one sentence for the user
    QString raw;     // the text passed over, without its line ending

    bool operator==(const CsvProblem &) const = default;
};

using CsvItem = std::variant<CsvRow, CsvProblem>;

} // namespace headway::exchange
