// SPDX-License-Identifier: GPL-3.0-or-later
// What other systems call records, and records by that: "zoho-17" is 17 of the system zoho, or "zoho-17" of any.
// Exact, and by index whatever the number of ids. On the connection's thread; fails as the connection fails.
#pragma once

#include "domain/records/lists.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <QString>

#include <optional>
#include <vector>

namespace headway::store {

// A query for record_id and record_kind of the ids meant by `text`, removed ids left out.
struct ExternalIdQuery {
    QString text = {};
    sql::Values binds = {};
};
ExternalIdQuery externalIdQuery(const QString &text);

// What is searched for by "id:zoho-17"; none if the text does not begin so.
std::optional<QString> externalIdIn(const QString &typed);
Result<std::vector<EntityRef>> recordsCalled(sql::Connection &connection, const QString &externalId);

// What other systems call a record, in the order in which they came; of each only system, key and record.
Result<std::vector<ExternalRef>> externalIdsOf(sql::Connection &connection, EntityRef record);

} // namespace headway::store
