// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/lists.h"

#include "store/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr size_t pageSize = 256;

// The query for a page of rows with the names of what they refer to, built once per kind.
struct RowsQuery {
    QString text = {};
    std::vector<int> references = {}; // field indexes, in the order of the title columns
};

RowsQuery buildRowsQuery(EntityKind kind)
{
    const EntityInfo &info = entityInfo(kind);
    RowsQuery query;
    QString titles;
    QString joins;
    for (int i = 0; i < int(info.fields.size()); ++i) {
        const FieldInfo &field = info.field(i);
        if (field.kind != Kind::Reference)
            continue;
        const QString alias = u"t"_s + QString::number(i);
        titles += u", "_s + alias + u'.' + titleColumn(field.target);
        joins += u" LEFT JOIN "_s + tableName(field.target) + u' ' + alias + u" ON "_s + alias
            + u".id = r."_s + field.name;
        query.references.push_back(i);
    }
    query.text = u"SELECT "_s + columnList(kind, u"r."_s) + titles + u" FROM "_s + tableName(kind)
        + u" r"_s + joins + u" WHERE r.id IN ("_s + QString(u"?,"_s).repeated(pageSize).chopped(1) + u')';
    return query;
}

const RowsQuery &rowsQuery(EntityKind kind)
{
    static const std::vector<RowsQuery> all = [] {
        std::vector<RowsQuery> queries;
        for (const EntityKind each : allEntityKinds())
            queries.push_back(buildRowsQuery(each));
        return queries;
    }();
    return all[size_t(kind)];
}

Result<> readPage(sql::Connection &connection, EntityKind kind, sql::Values ids,
                  QHash<qint64, ListRow> &into)
{
    const RowsQuery &query = rowsQuery(kind);
    const int firstTitle = int(entityInfo(kind).fields.size()) + 5;
    ids.resize(pageSize, qint64(0)); // one statement serves all pages; no record has id 0
    return connection.each(query.text, ids, [&](const sql::RowView &row) -> Result<> {
        ListRow found{recordFrom(kind, row), {}};
        for (size_t i = 0; i < query.references.size(); ++i) {
            if (!row.isNull(firstTitle + int(i)))
                found.titles.insert(query.references[i], row.text(firstTitle + int(i)));
        }
        into.insert(found.record.ref.id, std::move(found));
        return {};
    });
}

QString amountColumn(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Deal: return u"amount"_s;
    case EntityKind::Lead: return u"estimated_value"_s;
    default: return {};
    }
}

} // namespace

QString weightedExpression()
{
    const QString percent = u"CASE s.type WHEN 'won' THEN 100 WHEN 'lost' THEN 0"
                            " ELSE coalesce(d.probability_override, s.probability) END"_s;
    const QString product = u"(d.amount * ("_s + percent + u"))"_s;
    const QString rest = u"abs("_s + product + u" % 100)"_s;
    return u"("_s + product + u" / 100 + CASE WHEN "_s + rest + u" > 50 OR ("_s + rest
        + u" = 50 AND abs("_s + product + u" / 100) % 2 = 1) THEN CASE WHEN d.amount < 0 THEN -1 ELSE 1 END"
          " ELSE 0 END)"_s;
}

Result<std::vector<qint64>> ids(sql::Connection &connection, const Query &query, const Viewer &viewer,
                                qint64 most)
{
    HEADWAY_TRY(where, whereClause(connection, query.kind, query.filter, viewer));
    const Ordering order = orderClause(connection.engine(), query.kind, query.order);
    QString text = u"SELECT r.id FROM "_s + tableName(query.kind) + u" r"_s + order.joins + where.text
        + order.text;
    if (most > 0)
        text += u" LIMIT "_s + QString::number(most);
    std::vector<qint64> found;
    HEADWAY_CHECK(connection.each(text, where.binds, [&](const sql::RowView &row) -> Result<> {
        found.push_back(row.integer(0));
        return {};
    }));
    return found;
}

Result<std::vector<ListRow>> rows(sql::Connection &connection, EntityKind kind,
                                  const std::vector<qint64> &ids)
{
    QHash<qint64, ListRow> found;
    found.reserve(qsizetype(ids.size()));
    for (size_t from = 0; from < ids.size(); from += pageSize) {
        const auto begin = ids.begin() + qsizetype(from);
        const auto end = ids.begin() + qsizetype(std::min(ids.size(), from + pageSize));
        HEADWAY_CHECK(readPage(connection, kind, sql::Values(begin, end), found));
    }
    std::vector<ListRow> ordered;
    ordered.reserve(ids.size());
    for (const qint64 id : ids) {
        if (auto it = found.find(id); it != found.end())
            ordered.push_back(std::move(*it));
    }
    return ordered;
}

Result<Totals> totals(sql::Connection &connection, const Query &query, const Viewer &viewer)
{
    HEADWAY_TRY(where, whereClause(connection, query.kind, query.filter, viewer));
    Totals result;
    const QString amount = amountColumn(query.kind);
    if (amount.isEmpty()) {
        HEADWAY_TRY(count, connection.cell(u"SELECT count(*) FROM "_s + tableName(query.kind) + u" r"_s
                                               + where.text,
                                           where.binds));
        result.count = std::get<qint64>(count);
        return result;
    }
    const bool isDeal = query.kind == EntityKind::Deal;
    const QString weightedSum = isDeal
        ? u"sum("_s + weightedExpression().replace(u"d."_s, u"r."_s) + u')'
        : u"0"_s;
    const QString text = u"SELECT r.currency, count(*), count(r."_s + amount + u"), CAST(sum(r."_s + amount
        + u") AS BIGINT), CAST("_s + weightedSum + u" AS BIGINT) FROM "_s + tableName(query.kind) + u" r"_s
        + (isDeal ? u" JOIN stage s ON s.id = r.stage_id"_s : QString()) + where.text
        + u" GROUP BY r.currency ORDER BY 4 DESC, 1"_s;
    HEADWAY_CHECK(connection.each(text, where.binds, [&](const sql::RowView &row) -> Result<> {
        result.count += row.integer(1);
        if (row.integer(2) > 0)
            result.sums.push_back({row.text(0), row.integer(3), row.integer(4)});
        return {};
    }));
    return result;
}

} // namespace headway::store
