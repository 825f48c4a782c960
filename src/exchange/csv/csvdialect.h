// SPDX-License-Identifier: GPL-3.0-or-later
// How one CSV file is written: a value that detection fills in, the user may correct, and reader and writer
// follow. Nothing fails; any thread.
#pragma once

#include "exchange/csv/textencoding.h"

#include <QChar>
#include <QString>
#include <QStringView>

namespace headway::exchange {

// What the writer ends rows with. The reader takes LF, CR LF and CR alike, mixed too.
enum class LineEnding { LineFeed, CarriageReturnLineFeed };

// A first line "sep=;" that tells Excel the separator and is not data.
enum class SeparatorLine { Absent, Present };

// Spreadsheets run a field that starts with = + - @ TAB or CR as a formula. With the guard on, the writer
// puts an apostrophe before such a field (also if apostrophes already precede the sign) and the reader
// removes exactly one again, so that every field is restored. A file does not tell whether it was guarded:
// detection leaves this Off, and it has to be switched on for reading a file that Headway wrote for a
// spreadsheet.
enum class FormulaGuard { Off, On };

struct CsvDialect {
    TextEncoding encoding = TextEncoding::Utf8;
    ByteOrderMark byteOrderMark = ByteOrderMark::Absent;
    QChar separator = u',';
    SeparatorLine separatorLine = SeparatorLine::Absent;
    LineEnding lineEnding = LineEnding::LineFeed;
    FormulaGuard formulaGuard = FormulaGuard::Off;

    bool operator==(const CsvDialect &) const = default;

    // For programs: UTF-8, comma, LF, no byte order mark or formula guard.
    [[nodiscard]] static CsvDialect machine();

    // For Excel, LibreOffice, Numbers: byte order mark, CR LF, formula guard. Where the decimal
    // mark is a comma, spreadsheets expect ';', elsewhere ','.
    [[nodiscard]] static CsvDialect spreadsheet(QChar separator);
};

// Whether guarded() changes it.
[[nodiscard]] bool needsGuard(QStringView field);
// unguarded(guarded(x)) == x for every text.
[[nodiscard]] QString guarded(const QString &field);
[[nodiscard]] QString unguarded(const QString &field);

} // namespace headway::exchange
