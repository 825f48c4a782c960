// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what a column holds is what its name says: "Converted" sounds like a day, and may hold Yes and No. Pure;
// any thread; nothing fails.
#pragma once

#include "exchange/plan/importplan.h"

namespace headway::exchange {

struct Misfit {
    QString column = {};
    qsizetype index = -1; // of the column
    QString target = {};
    QString sample = {}; // the first value
};

// Takes columns of days and of numbers out of the plan if none of their values, two or more in these rows, can be
// one. Columns that the user has mapped stay. A column "Completed" of activities goes where its values belong: whether,
// or the day.
std::vector<Misfit> leaveMisfits(ImportPlan &plan, const std::vector<MapRule> &map,
                                 const std::vector<QStringList> &rows);

} // namespace headway::exchange
