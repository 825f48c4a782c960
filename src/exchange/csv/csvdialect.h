// SPDX-License-Identifier: GPL-3.0-or-later
// How one CSV file is written: a value that detection fills in, the user may correct, and reader
// and writer obey. Nothing fails; any thread.
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

// Spreadsheets run a field that starts with = + - @ TAB or CR as a formula. With the guard on, the
// writer puts an apostrophe before such a field (also if apostrophes already stand before the sign)
// and the reader takes exactly one away again, so every field comes back as it was.
// A file does not say whether it was guarded: detection leaves this Off, and whoever reads a file
// that Headway wrote for a spreadsheet has to switch it on.
enum class FormulaGuard { Off, On };

struct CsvDialect {
    TextEncoding encoding = TextEncoding::Utf8;
    ByteOrderMark byteOrderMark = ByteOrderMark::Absent;
    QChar separator = u',';
    SeparatorLine separatorLine = SeparatorLine::Absent;
    LineEnding lineEnding = LineEnding::LineFeed;
    FormulaGuard formulaGuard = FormulaGuard::Off;

    bool operator==(const CsvDialect &) const = default;

    // For programs: UTF-8, comma, LF, nothing marked.
    [[nodiscard]] static CsvDialect machine();

    // For Excel, LibreOffice, Numbers: byte order mark, CR LF, formula guard. Where the decimal
    // mark is a comma, spreadsheets expect ';', elsewhere ','.
    [[nodiscard]] static CsvDialect spreadsheet(QChar separator);
};

// unguarded(guarded(x)) == x for every text.
[[nodiscard]] QString guarded(const QString &field);
[[nodiscard]] QString unguarded(const QString &field);

} // namespace headway::exchange
