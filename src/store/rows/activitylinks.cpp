// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows/activitylinks.h"

using namespace Qt::StringLiterals;

namespace headway::store {

Result<std::vector<EntityRef>> linksOf(sql::Connection &connection, ActivityId activity)
{
    std::vector<EntityRef> links;
    HEADWAY_CHECK(connection.each(
        u"SELECT record_kind, record_id FROM activity_link WHERE activity_id = ? AND deleted_at IS NULL"
        " ORDER BY id"_s,
        {activity.value}, [&](const sql::RowView &row) -> Result<> {
            if (const auto kind = entityKindNamed(row.text(0)))
                links.push_back({*kind, row.integer(1)});
            return {};
        }));
    return links;
}

} // namespace headway::store
