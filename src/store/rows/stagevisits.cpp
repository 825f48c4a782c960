// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows/stagevisits.h"

#include "store/rows/records.h"

using namespace Qt::StringLiterals;

namespace headway::store {

Result<std::optional<StageVisit>> openVisit(sql::Connection &connection, DealId deal)
{
    HEADWAY_TRY(
        visits,
        loadAll<StageVisit>(
            connection, {u"deal_id = ? AND left_at IS NULL"_s, {deal.value}, u"entered_at DESC LIMIT 1"_s}));
    return visits.empty() ? std::nullopt : std::optional(visits.front());
}

} // namespace headway::store
