// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a telephone: a number, how long it took, and whose the number is. The columns are data
// (resources/vocabulary/kinds.tsv). Pure; any thread; nothing fails.
#pragma once

#include "exchange/plan/importplan.h"

namespace headway::exchange {

// Where the columns of such a log go, by name of the target; empty for one that is as in every file. All are if there
// is no number, or nothing that only calls have.
[[nodiscard]] QStringList callLogTargets(const QStringList &columns);

// The column with the number by which it is known with whom a call was; null in other files.
[[nodiscard]] const ImportInput *numberOfCall(const ImportPlan &plan);
[[nodiscard]] bool isNumberOfCall(const QString &target, const QString &column);

} // namespace headway::exchange
