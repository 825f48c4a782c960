// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/externalids.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr qsizetype mostSplits = 4; // names of systems have few
constexpr int mostFound = 200;

} // namespace

ExternalIdQuery externalIdQuery(const QString &text)
{
    // There are few systems, found by as many steps through the index that begins with them.
    ExternalIdQuery query{
        u"WITH RECURSIVE known(system) AS (SELECT min(system) FROM external_ref"
        " UNION ALL SELECT (SELECT min(e.system) FROM external_ref e WHERE e.system > known.system)"
        " FROM known WHERE known.system IS NOT NULL)"
        " SELECT x.record_id AS record_id, x.record_kind AS record_kind FROM known, external_ref x"
        " WHERE x.system = known.system AND x.external_key = ? AND x.deleted_at IS NULL"_s,
        {text}};
    qsizetype splits = 0;
    for (qsizetype dash = text.indexOf(u'-'); dash > 0 && splits < mostSplits;
         dash = text.indexOf(u'-', dash + 1)) {
        if (dash + 1 == text.size())
            break;
        query.text += u" UNION ALL SELECT x.record_id, x.record_kind FROM external_ref x"
                      " WHERE x.system = ? AND x.external_key = ? AND x.deleted_at IS NULL"_s;
        query.binds.push_back(text.left(dash));
        query.binds.push_back(text.mid(dash + 1));
        ++splits;
    }
    return query;
}

std::optional<QString> externalIdIn(const QString &typed)
{
    const QString text = typed.trimmed();
    if (!text.startsWith("id:"_L1, Qt::CaseInsensitive))
        return std::nullopt;
    return text.mid(3).trimmed();
}

Result<std::vector<EntityRef>> recordsCalled(sql::Connection &connection, const QString &externalId)
{
    std::vector<EntityRef> found;
    if (externalId.isEmpty())
        return found;
    const ExternalIdQuery query = externalIdQuery(externalId);
    HEADWAY_CHECK(connection.each(u"SELECT DISTINCT q.record_kind, q.record_id FROM ("_s + query.text
                                      + u") q ORDER BY q.record_kind, q.record_id LIMIT "_s
                                      + QString::number(mostFound),
                                  query.binds, [&](const sql::RowView &row) -> Result<> {
                                      if (const auto kind = entityKindNamed(row.text(0)))
                                          found.push_back({*kind, row.integer(1)});
                                      return {};
                                  }));
    return found;
}

Result<std::vector<ExternalRef>> externalIdsOf(sql::Connection &connection, EntityRef record)
{
    std::vector<ExternalRef> ids;
    HEADWAY_CHECK(connection.each(u"SELECT system, external_key FROM external_ref WHERE record_kind = ?"
                                  " AND record_id = ? AND deleted_at IS NULL ORDER BY id"_s,
                                  {QString(tableName(record.kind)), record.id},
                                  [&](const sql::RowView &row) -> Result<> {
                                      ids.push_back({.system = row.text(0),
                                                     .key = row.text(1),
                                                     .recordKind = record.kind,
                                                     .recordId = record.id});
                                      return {};
                                  }));
    return ids;
}

} // namespace headway::store
