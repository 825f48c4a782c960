// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/summaries/taguses.h"

#include "sql/connection.h"

using namespace Qt::StringLiterals;

namespace headway::store {

Result<TagUses> tagUses(sql::Connection &connection)
{
    TagUses uses;
    HEADWAY_CHECK(
        connection.each(u"SELECT tag_id, COUNT(*) FROM tag_link WHERE tag_id IS NOT NULL GROUP BY tag_id"_s,
                        {}, [&uses](const sql::RowView &row) -> Result<> {
                            uses[row.integer(0)] = row.integer(1);
                            return {};
                        }));
    return uses;
}

} // namespace headway::store
