// SPDX-License-Identifier: GPL-3.0-or-later
// Texts as workbooks write them: escaped for XML and for the `_xHHHH_` of spreadsheets, no longer than a cell; and names
// of sheets. Pure; any thread; nothing fails.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace headway::exchange {

// Behind what `xml` holds. Line ends are written as LF; no unpaired surrogates, no NUL.
void appendXlsxText(QByteArray &xml, QStringView text);

// What fits into a cell: of more than 32,767 characters their beginning and "…".
[[nodiscard]] bool fitsIntoCell(QStringView text);
[[nodiscard]] QString shortenedForCell(QStringView text);

// A sheet may be called so: not empty, at most 31 characters, none that a reference to the sheet needs. From the second
// on with its number.
[[nodiscard]] QString sheetName(const QString &title, int number);

} // namespace headway::exchange
