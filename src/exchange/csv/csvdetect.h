// SPDX-License-Identifier: GPL-3.0-or-later
// Detects how a CSV file is written, with the evidence, so that a user can check and correct it before
// anything is read. Called by the import assistant and the command line on a worker thread. Fails only if
// the device cannot be read.
#pragma once

#include "domain/result.h"
#include "exchange/csv/csvdialect.h"

#include <QString>

#include <optional>

class QIODevice;

namespace headway::exchange {

// What the rows below the column names are.
enum class TableRows {
    Records,    // all of them
    WithTitles, // one with nothing but its first cell is the title of those below it
};

// What the user states about a file; the rest is detected.
struct CsvAnswers {
    std::optional<QChar> separator = {};
    std::optional<TextEncoding> encoding = {};
    FormulaGuard formulaGuard = FormulaGuard::Off; // only our own spreadsheet exports have one
    std::optional<qint64> headerLine = {};         // where the column names stand; the first line is 1
    std::optional<TableRows> rows = {};
    QString sheet = {}; // of a workbook, which else is the first one that is shown and has rows

    bool operator==(const CsvAnswers &) const = default;
};

struct CsvDetection {
    CsvDialect dialect;         // formulaGuard is always Off: a file cannot tell
    QString encodingEvidence;   // "Windows-1252 (not valid UTF-8)"
    QString separatorEvidence;  // "semicolon (all 120 rows looked at have 7 fields)"
    QString lineEndingEvidence; // "CR LF"
    bool isPlain = false;       // UTF-8 without a mark, commas, all rows alike: not worth mentioning

    // What the user states takes precedence over what was detected.
    void overrule(const CsvAnswers &said);
};

// Leaves the device at its position. A file is read to its end, since one byte decides whether it is UTF-8;
// of a pipe or socket only what can be peeked at now is examined.
[[nodiscard]] Result<CsvDetection> detectCsv(QIODevice &device);

} // namespace headway::exchange
