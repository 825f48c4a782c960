// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out how a CSV file is written, and says why, so that a person can check and correct it
// before anything is read. Called by the import assistant and the command line on a worker thread.
// Fails only if the device cannot be read.
#pragma once

#include "domain/result.h"
#include "exchange/csv/csvdialect.h"

#include <QString>

#include <optional>

class QIODevice;

namespace headway::exchange {

// What somebody says about a file; what is not said is found out.
struct CsvAnswers {
    std::optional<QChar> separator = {};
    std::optional<TextEncoding> encoding = {};
    FormulaGuard formulaGuard = FormulaGuard::Off; // only our own spreadsheet exports have one
};

struct CsvDetection {
    CsvDialect dialect;         // formulaGuard is always Off: a file cannot tell
    QString encodingEvidence;   // "Windows-1252 (not valid UTF-8)"
    QString separatorEvidence;  // "semicolon (all 120 rows looked at have 7 fields)"
    QString lineEndingEvidence; // "CR LF"
    bool isPlain = false;       // UTF-8 without a mark, commas, all rows alike: nothing to tell

    // What somebody says counts more than what was found.
    void overrule(const CsvAnswers &said);
};

// Leaves the device where it was. A file is looked through to its end, since one byte decides
// whether it is UTF-8; of a pipe or socket only what can be peeked at now is looked at.
[[nodiscard]] Result<CsvDetection> detectCsv(QIODevice &device);

} // namespace headway::exchange
