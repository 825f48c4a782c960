// SPDX-License-Identifier: GPL-3.0-or-later
// A number as a workbook keeps it, which may be a day, an amount or a code by its format, as the cell that it means.
// Exact: digits are never read as a binary number. Pure; any thread; nothing fails: what is no number is an Error.
#pragma once

#include "exchange/workbook/numberformat.h"
#include "exchange/workbook/workbookcell.h"

#include <QStringView>

namespace headway::exchange {

// From which day a workbook counts.
enum class DayCount { From1900, From1904 };

// `digits`: "46085", "0.35", "1.2E-7".
[[nodiscard]] WorkbookCell numberCell(QStringView digits, const NumberFormat &format,
                                      DayCount count = DayCount::From1900);

// A day with or without a time, or a time alone, as ISO 8601 writes it: "2026-03-04T12:30:00.5Z". By the format it is
// a day, though it has a time.
[[nodiscard]] WorkbookCell isoCell(QStringView text, const NumberFormat &format);
// "PT36H30M15S".
[[nodiscard]] WorkbookCell isoDurationCell(QStringView text);

// Days of January and February 1900, which programs count differently.
[[nodiscard]] bool isOfFirstMonths(const WorkbookCell &cell);

} // namespace headway::exchange
