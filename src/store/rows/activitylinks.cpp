// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows/activitylinks.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

Result<std::vector<EntityRef>> recordsIn(sql::Connection &connection, QStringView table, ActivityId activity)
{
    std::vector<EntityRef> records;
    HEADWAY_CHECK(connection.each(u"SELECT record_kind, record_id FROM "_s + table
                                      + u" WHERE activity_id = ? AND deleted_at IS NULL ORDER BY id"_s,
                                  {activity.value}, [&](const sql::RowView &row) -> Result<> {
                                      if (const auto kind = entityKindNamed(row.text(0)))
                                          records.push_back({*kind, row.integer(1)});
                                      return {};
                                  }));
    return records;
}

} // namespace

Result<std::vector<EntityRef>> linksOf(sql::Connection &connection, ActivityId activity)
{
    return recordsIn(connection, u"activity_link", activity);
}

Result<std::vector<EntityRef>> participantsOf(sql::Connection &connection, ActivityId activity)
{
    return recordsIn(connection, u"participant", activity);
}

} // namespace headway::store
