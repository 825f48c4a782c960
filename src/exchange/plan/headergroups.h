// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above the column names where a sheet has them in two lines: whose columns these are. Pure; any thread;
// nothing fails.
#pragma once

#include <QStringList>

namespace headway::exchange {

// For each column the word above it, or above one to its left, as cells that are joined have it: "Company" for the first
// two of "Company | | Contact |". Empty unless the line has two such words or more, and nothing but words for kinds of
// records, fewer than there are columns.
[[nodiscard]] QStringList headerGroups(const QStringList &above, qsizetype columns);

} // namespace headway::exchange
