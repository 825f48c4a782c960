// SPDX-License-Identifier: GPL-3.0-or-later
// What the product lines of a deal come to. Pure; any thread; nothing fails.
#pragma once

#include "domain/records/deal.h"

#include <optional>

namespace headway {

// Quantity × unit price, less the discount, in minor units of the deal's currency, rounded half to even. Nothing
// without a unit price, or if it is more than can be counted.
std::optional<qint64> sumOf(const LineItem &item);

} // namespace headway
