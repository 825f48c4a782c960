// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows/stagevisits.h"

#include "store/rows/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

Result<QHash<qint64, StageVisit>> openVisits(sql::Connection &connection, const std::vector<qint64> &deals)
{
    constexpr size_t mostInOneQuery = 256;
    QHash<qint64, StageVisit> visits;
    for (size_t from = 0; from < deals.size(); from += mostInOneQuery) {
        const size_t to = std::min(deals.size(), from + mostInOneQuery);
        const sql::Values ids(deals.begin() + qsizetype(from), deals.begin() + qsizetype(to));
        Selection open{u"deal_id IN ("_s + sql::placeholders(qsizetype(ids.size()))
                           + u") AND left_at IS NULL"_s,
                       ids, u"entered_at DESC, id DESC"_s};
        if (ids.size() == 1)
            open.most = 1; // the newest: those that the deal has left are not looked through
        HEADWAY_TRY(found, loadAll<StageVisit>(connection, open));
        for (const StageVisit &visit : found) {
            // Of several, which only a damaged book has, the one that was begun last.
            if (!visits.contains(visit.deal.value))
                visits.insert(visit.deal.value, visit);
        }
    }
    return visits;
}

} // namespace headway::store
