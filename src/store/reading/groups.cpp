// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/groups.h"

#include "domain/records/record.h"
#include "store/reading/groupsql.h"
#include "store/reading/lists.h"
#include "store/rows/dealmoney.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr size_t pageSize = 256;
constexpr size_t mostGroupsAtOnce = 64;

// What all questions about a grouped list begin with.
struct Question {
    Clause where = {};
    GroupKey key = {};
};

Result<Question> questionFor(sql::Connection &connection, const GroupedQuery &query, const Viewer &viewer)
{
    HEADWAY_TRY(where, whereClause(connection, query.query.kind, query.query.filter, viewer));
    HEADWAY_TRY(key, groupKeyOf(connection, query, viewer, where));
    return Question{std::move(where), std::move(key)};
}

// The titles of the records that the keys are ids of, deleted ones included: their deals still say so.
Result<> readTitles(sql::Connection &connection, EntityKind kind, std::vector<GroupRun> &runs)
{
    std::map<qint64, QString> titles;
    const QString text = u"SELECT id, "_s + titleColumn(kind) + u" FROM "_s + tableName(kind)
        + u" WHERE id IN ("_s + sql::placeholders(pageSize) + u')';
    for (size_t from = 0; from < runs.size(); from += pageSize) {
        sql::Values binds;
        for (size_t i = from; i < std::min(runs.size(), from + pageSize); ++i)
            binds.push_back(integerOf(runs[i].key));
        binds.resize(pageSize, qint64(0)); // no record has id 0
        HEADWAY_CHECK(connection.each(text, binds, [&](const sql::RowView &row) -> Result<> {
            titles.emplace(row.integer(0), row.text(1));
            return {};
        }));
    }
    for (GroupRun &run : runs) {
        if (const auto found = titles.find(integerOf(run.key)); found != titles.end())
            run.title = found->second;
    }
    return {};
}

Result<GroupedIds> withTitles(sql::Connection &connection, const GroupKey &key, GroupedIds found)
{
    if (key.target)
        HEADWAY_CHECK(readTitles(connection, *key.target, found.runs));
    return found;
}

// The keys of all groups in their order.
Result<std::vector<Value>> keysOf(sql::Connection &connection, EntityKind kind, const Question &asked)
{
    const GroupOrder order = groupOrderOf(asked.key, u"k.key"_s);
    std::vector<Value> keys;
    HEADWAY_CHECK(connection.each(u"SELECT k.key FROM (SELECT "_s + asked.key.expression + u" AS key FROM "_s
                                      + tableName(kind) + u" r"_s + asked.where.text + u" GROUP BY 1) k"_s
                                      + order.joins + u" ORDER BY "_s + order.terms.join(u", "_s),
                                  asked.where.binds, [&](const sql::RowView &row) -> Result<> {
                                      keys.push_back(row.value(0));
                                      return {};
                                  }));
    return keys;
}

// The group of each record, as its place among `keys`; by ascending id. Records of a group that came meanwhile
// are left out.
Result<std::vector<std::pair<qint64, int>>> groupsOfIds(sql::Connection &connection, EntityKind kind,
                                                        const Question &asked, const std::vector<Value> &keys)
{
    std::map<Value, int> places;
    for (size_t i = 0; i < keys.size(); ++i)
        places.emplace(keys[i], int(i));
    std::vector<std::pair<qint64, int>> groups;
    auto last = places.end(); // an index gives the rows of a group one after the other
    HEADWAY_CHECK(connection.each(u"SELECT r.id, "_s + asked.key.expression + u" FROM "_s + tableName(kind)
                                      + u" r"_s + asked.where.text,
                                  asked.where.binds, [&](const sql::RowView &row) -> Result<> {
                                      const Value key = row.value(1);
                                      if (last == places.end() || last->first != key)
                                          last = places.find(key);
                                      if (last != places.end())
                                          groups.emplace_back(row.integer(0), last->second);
                                      return {};
                                  }));
    if (!std::is_sorted(groups.begin(), groups.end()))
        std::sort(groups.begin(), groups.end());
    return groups;
}

GroupTotals &totalsOf(std::map<Value, GroupTotals> &groups, const Value &key)
{
    GroupTotals &group = groups[key];
    group.key = key;
    return group;
}

// SELECT of the sums of records: `first` and the currency, then count, count of amounts, sum, weighted sum.
struct SumsText {
    QString begin = {};      // up to WHERE
    QStringList groups = {}; // what to group by besides
};

// Grouped by stage as well: see totals() in lists.cpp.
SumsText sumsText(EntityKind kind, const QString &first)
{
    const QString amount = QString::fromLatin1(entityInfo(kind).worth);
    if (amount.isEmpty())
        return {u"SELECT "_s + first + u", '', count(*), 0, 0, 0 FROM "_s + tableName(kind) + u" r"_s, {}};
    const QString sums =
        u", r.currency, count(*), count(r.%1), CAST(sum(r.%1) AS BIGINT), "_s.arg(amount); // sql: names only
    if (kind != EntityKind::Deal)
        return {u"SELECT "_s + first + sums + u"0 FROM "_s + tableName(kind) + u" r"_s, {u"r.currency"_s}};
    return {u"SELECT "_s + first + sums + u"CAST(sum("_s + weightedExpression().replace(u"d."_s, u"r."_s)
                + u") AS BIGINT) FROM stage s JOIN deal r ON r.stage_id = s.id"_s,
            {u"r.stage_id"_s, u"r.currency"_s}};
}

void add(Totals &totals, const sql::RowView &row)
{
    totals.count += row.integer(2);
    if (row.integer(3) > 0)
        addSum(totals.sums, {row.text(1), row.integer(4), row.integer(5)});
}

} // namespace

// The plain list, told into groups here: both questions are answered from indexes, where sorting by group and
// name takes ten times as long.
Result<GroupedIds> groupedIds(sql::Connection &connection, const GroupedQuery &query, const Viewer &viewer)
{
    HEADWAY_TRY(asked, questionFor(connection, query, viewer));
    const EntityKind kind = query.query.kind;
    HEADWAY_TRY(keys, keysOf(connection, kind, asked));
    HEADWAY_TRY(groups, groupsOfIds(connection, kind, asked, keys));
    HEADWAY_TRY(order, ids(connection, query.query, viewer, 0));
    std::vector<GroupRun> runs;
    for (Value &key : keys)
        runs.push_back({std::move(key), {}, 0});
    std::vector<int> groupAt; // of each id in `order`
    groupAt.reserve(order.size());
    for (const qint64 id : order) {
        const auto found = std::lower_bound(groups.begin(), groups.end(), std::pair(id, 0));
        const bool isThere = found != groups.end() && found->first == id; // else it came meanwhile
        groupAt.push_back(isThere ? found->second : -1);
        if (isThere)
            ++runs[size_t(found->second)].count;
    }
    std::vector<size_t> next; // where the next id of each group goes
    size_t end = 0;
    for (const GroupRun &run : runs) {
        next.push_back(end);
        end += size_t(run.count);
    }
    GroupedIds found;
    found.ids.resize(end);
    for (size_t i = 0; i < order.size(); ++i) {
        if (groupAt[i] >= 0)
            found.ids[next[size_t(groupAt[i])]++] = order[i];
    }
    std::erase_if(runs, [](const GroupRun &run) { return run.count == 0; });
    found.runs = std::move(runs);
    return withTitles(connection, asked.key, std::move(found));
}

Result<GroupedIds> firstGroupedIds(sql::Connection &connection, const GroupedQuery &query,
                                   const Viewer &viewer, qint64 least)
{
    HEADWAY_TRY(asked, questionFor(connection, query, viewer));
    const EntityKind kind = query.query.kind;
    HEADWAY_TRY(keys, keysOf(connection, kind, asked));
    const Ordering within = orderClause(connection.engine(), kind, query.query.order);
    GroupedIds found;
    for (const Value &key : keys) {
        if (qint64(found.ids.size()) >= least || found.runs.size() >= mostGroupsAtOnce)
            break;
        const size_t before = found.ids.size();
        sql::Values binds = asked.where.binds;
        if (!isNull(key))
            binds.push_back(key);
        HEADWAY_CHECK(connection.each(u"SELECT r.id FROM "_s + tableName(kind) + u" r"_s + within.joins
                                          + asked.where.text + u" AND "_s + asked.key.expression
                                          + (isNull(key) ? u" IS NULL"_s : u" = ?"_s) + within.text,
                                      binds, [&](const sql::RowView &row) -> Result<> {
                                          found.ids.push_back(row.integer(0));
                                          return {};
                                      }));
        if (found.ids.size() > before) // else all were moved meanwhile
            found.runs.push_back({key, {}, qint64(found.ids.size() - before)});
    }
    return withTitles(connection, asked.key, std::move(found));
}

Result<std::vector<GroupTotals>> groupTotals(sql::Connection &connection, const GroupedQuery &query,
                                             const Viewer &viewer)
{
    HEADWAY_TRY(asked, questionFor(connection, query, viewer));
    const EntityKind kind = query.query.kind;
    std::map<Value, GroupTotals> groups;
    const SumsText sums = sumsText(kind, asked.key.expression);
    // A column is named once, so that an index in this order is taken.
    const bool isColumn = asked.key.expression.startsWith(u"r."_s);
    QStringList by{isColumn ? asked.key.expression : u"1"_s};
    by += sums.groups;
    by.removeDuplicates();
    HEADWAY_CHECK(connection.each(sums.begin + asked.where.text + u" GROUP BY "_s + by.join(u", "_s),
                                  asked.where.binds, [&](const sql::RowView &row) -> Result<> {
                                      add(totalsOf(groups, row.value(0)).totals, row);
                                      return {};
                                  }));
    if (kind == EntityKind::Deal)
        HEADWAY_CHECK(connection.each(
            u"SELECT "_s + asked.key.expression + u", count(*) FROM deal r"_s + asked.where.text
                + u" AND r.status = 'open' AND r.next_activity IS NULL GROUP BY 1"_s,
            asked.where.binds, [&](const sql::RowView &row) -> Result<> {
                totalsOf(groups, row.value(0)).withoutNextStep = row.integer(1);
                return {};
            }));
    std::vector<GroupTotals> all;
    for (auto &[key, group] : groups)
        all.push_back(std::move(group));
    return all;
}

Result<Totals> totalsOf(sql::Connection &connection, EntityKind kind, const std::vector<qint64> &ids)
{
    const SumsText sums = sumsText(kind, u"0"_s);
    QString text =
        sums.begin + u" WHERE r.deleted_at IS NULL AND r.id IN ("_s + sql::placeholders(pageSize) + u')';
    // Without an amount there is nothing to group by, and count(*) alone gives one row.
    if (!sums.groups.isEmpty())
        text += u" GROUP BY r.currency"_s;
    Totals totals;
    for (size_t from = 0; from < ids.size(); from += pageSize) {
        const auto begin = ids.begin() + std::ptrdiff_t(from);
        sql::Values binds(begin, begin + std::ptrdiff_t(std::min(ids.size() - from, pageSize)));
        binds.resize(pageSize, qint64(0)); // one statement serves all pages; no record has id 0
        HEADWAY_CHECK(connection.each(text, binds, [&](const sql::RowView &row) -> Result<> {
            add(totals, row);
            return {};
        }));
    }
    return totals;
}

} // namespace headway::store
