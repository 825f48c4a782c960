// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of a column have to be by where it goes: the one place that says which targets are days and which are
// numbers. Pure; any thread; nothing fails.
#pragma once

#include "exchange/plan/importplan.h"

namespace headway::exchange {

enum class Content {
    Text, // words, names, links, what somebody is reached by
    Day,  // with or without a time
    Time, // of a day in another column
    Number,
    Percent,
    Duration, // a number, or with units
    YesNo,
};
[[nodiscard]] Content contentOf(const ImportPlan &plan, const ImportTarget &target);

// Whether a target takes an amount in some currency.
[[nodiscard]] bool isMoney(const ImportPlan &plan, const ImportTarget &target);

} // namespace headway::exchange
