// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/book/wholedays.h"

#include "domain/records/wholeday.h"
#include "store/commit/derived.h"

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

Result<> fillActivities(sql::Connection &connection)
{
    std::vector<std::pair<qint64, QDate>> days;
    HEADWAY_CHECK(
        connection.each(u"SELECT id, at, time_zone FROM activity WHERE all_day = 1 AND at IS NOT NULL"_s, {},
                        [&days](const sql::RowView &row) -> Result<> {
                            days.emplace_back(row.integer(0), wholeDayAt({row.integer(1)}, row.text(2)));
                            return {};
                        }));
    for (const auto &[activity, day] : days) {
        HEADWAY_CHECK(connection.run(u"UPDATE activity SET day = ? WHERE id = ?"_s,
                                     {Codec<QDate>::read(day), activity}));
    }
    return {};
}

Result<> fillWholeDays(sql::Connection &connection)
{
    HEADWAY_CHECK(fillActivities(connection));
    return deriveWholeDays(connection);
}

} // namespace

const Renewal wholeDaysRenewal{"whole_days"_L1, "1"_L1, 4823048, &fillWholeDays};

} // namespace headway::store
