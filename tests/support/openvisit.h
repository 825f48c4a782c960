// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/records/pipeline.h"
#include "store/rows/stagevisits.h"
#include "support/catch_qt.h"

#include <optional>

namespace headway::test {

// The visit of the stage that a deal is in; none if its history has none.
inline std::optional<StageVisit> openVisit(sql::Connection &connection, DealId deal)
{
    const auto visits = valueOf(store::openVisits(connection, {deal.value}));
    const auto visit = visits.find(deal.value);
    return visit == visits.end() ? std::nullopt : std::optional(*visit);
}

} // namespace headway::test
