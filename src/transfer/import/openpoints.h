// SPDX-License-Identifier: GPL-3.0-or-later
// What an import leaves to people, as a table to work through: why rows were rejected, what was not understood, which
// links are missing, which columns stayed out. The table is pure; saving it fails as the disk does.
#pragma once

#include "exchange/csv/csvdialect.h"
#include "transfer/request/importreport.h"

#include <QStringList>

#include <vector>

namespace headway::transfer {

// Line of the file (blank: several), column, value, number of rows, and what is to be said. Empty: nothing is left.
[[nodiscard]] std::vector<QStringList> openPoints(const ImportReport &report, const Words &words);

// With names above the columns.
[[nodiscard]] Result<> saveOpenPoints(const ImportReport &report, const QString &path,
                                      const exchange::CsvDialect &dialect, const Words &words);

} // namespace headway::transfer
