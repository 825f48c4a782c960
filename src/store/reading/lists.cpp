// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/lists.h"

#include "domain/query/listorder.h"
#include "domain/records/record.h"
#include "store/rows/records.h"

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr size_t pageSize = 256;

// The query for a page of rows with the titles of the records they refer to, built once per kind.
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
        if (field.type != FieldType::Reference)
            continue;
        const QString alias = u"t"_s + QString::number(i);
        titles += u", "_s + alias + u'.' + titleColumn(field.target);
        joins += u" LEFT JOIN "_s + tableName(field.target) + u' ' + alias + u" ON "_s + alias + u".id = r."_s
            + field.name;
        query.references.push_back(i);
    }
    query.text = u"SELECT "_s + columnList(kind, u"r."_s) + titles + u" FROM "_s + tableName(kind) + u" r"_s
        + joins + u" WHERE r.id IN ("_s + sql::placeholders(pageSize) + u')';
    return query;
}

const RowsQuery &rowsQuery(EntityKind kind)
{
    static const PerKind<RowsQuery> all(buildRowsQuery);
    return all[kind];
}

// The records that activities are linked to, with names; binds a page of activities.
QString linkedQuery()
{
    QStringList titles;
    QString joins;
    for (const EntityKind kind : kindsByCloseness(KindTrait::HasActivities)) {
        const QString table = tableName(kind);
        const QString alias = u"of_"_s + table;
        titles += alias + u'.' + QLatin1StringView(entityInfo(kind).title);
        joins += u" LEFT JOIN "_s + table + u' ' + alias + u" ON l.record_kind = '"_s + table + u"' AND "_s
            + alias + u".id = l.record_id AND "_s + alias + u".deleted_at IS NULL"_s;
    }
    return u"SELECT l.activity_id, l.record_kind, l.record_id, coalesce("_s + titles.join(u", "_s)
        + u") FROM activity_link l"_s + joins + u" WHERE l.deleted_at IS NULL AND l.activity_id IN ("_s
        + sql::placeholders(pageSize) + u") ORDER BY l.id"_s;
}

// Where each id of a page stands, sorted by id.
using Places = std::vector<std::pair<qint64, size_t>>;

Result<> readLinked(sql::Connection &connection, const Places &places, const sql::Values &binds,
                    std::span<LoadedRecord> into)
{
    static const QString text = linkedQuery();
    HEADWAY_CHECK(connection.each(text, binds, [&](const sql::RowView &row) -> Result<> {
        const auto kind = entityKindNamed(row.text(1));
        const auto place =
            std::lower_bound(places.begin(), places.end(), std::pair(row.integer(0), size_t(0)));
        if (kind && !row.isNull(3))
            into[place->second].linked.push_back({{*kind, row.integer(2)}, row.text(3)});
        return {};
    }));
    const auto closeness = [](const LinkedRecord &each) { return entityInfo(each.record.kind).closeness; };
    for (LoadedRecord &each : into)
        std::stable_sort(
            each.linked.begin(), each.linked.end(),
            [&](const LinkedRecord &a, const LinkedRecord &b) { return closeness(a) > closeness(b); });
    return {};
}

// Reads the rows of up to a page of ids into their places in `into`.
Result<> readPage(sql::Connection &connection, EntityKind kind, std::span<const qint64> ids,
                  std::span<LoadedRecord> into)
{
    const RowsQuery &query = rowsQuery(kind);
    const int firstTitle = int(entityInfo(kind).fields.size()) + 5;
    Places places;
    for (const qint64 id : ids)
        places.emplace_back(id, places.size());
    std::sort(places.begin(), places.end());
    sql::Values binds(ids.begin(), ids.end());
    binds.resize(pageSize, qint64(0)); // one statement serves all pages; no record has id 0
    HEADWAY_CHECK(connection.each(query.text, binds, [&](const sql::RowView &row) -> Result<> {
        LoadedRecord found{recordFrom(kind, row), {}, {}};
        found.titles.reserve(query.references.size());
        for (size_t i = 0; i < query.references.size(); ++i) {
            if (!row.isNull(firstTitle + int(i)))
                found.titles.emplace_back(query.references[i], row.text(firstTitle + int(i)));
        }
        const auto place =
            std::lower_bound(places.begin(), places.end(), std::pair(found.record.ref.id, size_t(0)));
        into[place->second] = std::move(found);
        return {};
    }));
    return kind == EntityKind::Activity ? readLinked(connection, places, binds, into) : Result<>();
}

// Open deals in their order, then the closed ones: no index has both, but one that has the order and the
// status answers it in one go, and the first page of open ones without looking at the rest.
Result<std::vector<qint64>> openThenClosed(sql::Connection &connection, Query query, const Clause &where,
                                           qint64 most)
{
    query.order.erase(query.order.begin());
    const Ordering ordering = orderClause(connection.engine(), query);
    std::vector<qint64> open;
    std::vector<qint64> closed;
    const auto select = [&](const QString &condition, qint64 limit) {
        QString text = u"SELECT r.id, r.status FROM "_s + tableName(query.kind) + u" r"_s + ordering.joins
            + where.text + condition + ordering.text;
        if (limit > 0)
            text += u" LIMIT "_s + QString::number(limit);
        return connection.each(text, where.binds, [&](const sql::RowView &row) -> Result<> {
            const bool isClosed = row.text(1) == "won"_L1 || row.text(1) == "lost"_L1;
            (isClosed ? closed : open).push_back(row.integer(0));
            return {};
        });
    };
    if (most <= 0) {
        HEADWAY_CHECK(select({}, 0));
    } else {
        HEADWAY_CHECK(select(u" AND NOT "_s + isClosedExpression(), most));
        if (const qint64 room = most - qint64(open.size()); room > 0)
            HEADWAY_CHECK(select(u" AND "_s + isClosedExpression(), room));
        // One that was closed between the two questions is in both.
        std::erase_if(closed,
                      [&](qint64 id) { return std::find(open.begin(), open.end(), id) != open.end(); });
    }
    open.insert(open.end(), closed.begin(), closed.end());
    return open;
}

} // namespace

Result<std::vector<qint64>> ids(sql::Connection &connection, const Query &query, const Viewer &viewer,
                                qint64 most)
{
    HEADWAY_TRY(where, whereClause(connection, query.kind, query.filter, viewer));
    return idsWhere(connection, query, where, most);
}

Result<std::vector<qint64>> idsWhere(sql::Connection &connection, const Query &query, const Clause &where,
                                     qint64 most)
{
    Query essential = query;
    essential.order = essentialOrder(query);
    if (essential.order.front().subject == Subject::Closed)
        return openThenClosed(connection, std::move(essential), where, most);
    const Ordering order = orderClause(connection.engine(), essential);
    QString text =
        u"SELECT r.id FROM "_s + tableName(query.kind) + u" r"_s + order.joins + where.text + order.text;
    if (most > 0)
        text += u" LIMIT "_s + QString::number(most);
    std::vector<qint64> found;
    HEADWAY_CHECK(connection.each(text, where.binds, [&](const sql::RowView &row) -> Result<> {
        found.push_back(row.integer(0));
        return {};
    }));
    return found;
}

Result<std::vector<LoadedRecord>> rows(sql::Connection &connection, EntityKind kind,
                                       const std::vector<qint64> &ids)
{
    std::vector<LoadedRecord> found(ids.size());
    for (size_t from = 0; from < ids.size(); from += pageSize) {
        const size_t count = std::min(ids.size() - from, pageSize);
        HEADWAY_CHECK(readPage(connection, kind, std::span(ids).subspan(from, count),
                               std::span(found).subspan(from, count)));
    }
    std::erase_if(found, [](const LoadedRecord &row) { return row.record.ref.id == 0; });
    return found;
}

Result<Totals> totals(sql::Connection &connection, const Query &query, const Viewer &viewer)
{
    HEADWAY_TRY(where, whereClause(connection, query.kind, query.filter, viewer));
    Totals result;
    const QString amount = QString::fromLatin1(entityInfo(query.kind).worth);
    if (amount.isEmpty()) {
        HEADWAY_TRY(count,
                    connection.cell(u"SELECT count(*) FROM "_s + tableName(query.kind) + u" r"_s + where.text,
                                    where.binds));
        result.count = std::get<qint64>(count);
        return result;
    }
    // Grouped by stage as well, because there is an index in that order: sorting all deals by currency
    // takes longer than summing them.
    const QString sums =
        u", count(*), count(r.%1), CAST(sum(r.%1) AS BIGINT), "_s.arg(amount); // sql: names only
    QString text = u"SELECT r.currency"_s + sums;
    if (query.kind == EntityKind::Deal)
        text += u"CAST(sum("_s + weightedExpression().replace(u"d."_s, u"r."_s)
            + u") AS BIGINT) FROM stage s JOIN deal r ON r.stage_id = s.id"_s + where.text
            + u" GROUP BY r.stage_id, r.currency"_s;
    else
        text += u"0 FROM "_s + tableName(query.kind) + u" r"_s + where.text + u" GROUP BY r.currency"_s;
    HEADWAY_CHECK(connection.each(text, where.binds, [&](const sql::RowView &row) -> Result<> {
        result.count += row.integer(1);
        if (row.integer(2) > 0)
            addSum(result.sums, {row.text(0), row.integer(3), row.integer(4)});
        return {};
    }));
    return result;
}

} // namespace headway::store
