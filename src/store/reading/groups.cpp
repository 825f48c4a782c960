// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/groups.h"

#include "domain/query/listorder.h"
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
    Query within = {}; // with the order within the groups
    Clause where = {};
    GroupKey key = {};
};

Result<Question> questionFor(sql::Connection &connection, const GroupedQuery &query, const Viewer &viewer)
{
    HEADWAY_TRY(where, whereClause(connection, query.query.kind, query.query.filter, viewer));
    HEADWAY_TRY(key, groupKeyOf(connection, query, viewer, where));
    return Question{withinGroups(query.query, query.by), std::move(where), std::move(key)};
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

// By what is due, few records are ahead; all others are one group, and a list is counted from the smallest index.
Result<> addOver(sql::Connection &connection, const Question &asked, std::vector<GroupRun> &runs)
{
    qint64 ahead = 0;
    for (const GroupRun &run : runs)
        ahead += run.count;
    return connection.each(
        u"SELECT count(*) FROM "_s + tableName(asked.within.kind) + u" r"_s + asked.where.text,
        asked.where.binds, [&](const sql::RowView &row) -> Result<> {
            if (row.integer(0) > ahead)
                runs.push_back({Value(qint64(AgendaPart::Over)), {}, row.integer(0) - ahead});
            return {};
        });
}

// All groups in their order, with their counts.
Result<std::vector<GroupRun>> runsOf(sql::Connection &connection, const Question &asked)
{
    const GroupOrder order = groupOrderOf(asked.key, u"k.key"_s);
    const bool isByDue = !asked.key.isAhead.isEmpty();
    const QString ahead = isByDue ? u" AND "_s + asked.key.isAhead : QString();
    std::vector<GroupRun> runs;
    HEADWAY_CHECK(connection.each(u"SELECT k.key, k.n FROM (SELECT "_s + asked.key.expression
                                      + u" AS key, count(*) AS n FROM "_s + tableName(asked.within.kind)
                                      + u" r"_s + asked.where.text + ahead + u" GROUP BY 1) k"_s + order.joins
                                      + u" ORDER BY "_s + order.terms.join(u", "_s),
                                  asked.where.binds, [&](const sql::RowView &row) -> Result<> {
                                      runs.push_back({row.value(0), {}, row.integer(1)});
                                      return {};
                                  }));
    if (isByDue)
        HEADWAY_CHECK(addOver(connection, asked, runs));
    return runs;
}

// Where a record is in one of these groups.
Clause whereIn(const Question &asked, std::span<const GroupRun> runs)
{
    Clause clause = asked.where;
    const auto isOver = [](const GroupRun &run) { return run.key == Value(qint64(AgendaPart::Over)); };
    if (!asked.key.isAhead.isEmpty() && std::none_of(runs.begin(), runs.end(), isOver))
        clause.text += u" AND "_s + asked.key.isAhead;
    else if (!asked.key.isOver.isEmpty() && std::all_of(runs.begin(), runs.end(), isOver))
        clause.text += u" AND "_s + asked.key.isOver;
    QStringList ways;
    qsizetype keys = 0;
    for (const GroupRun &run : runs) {
        if (isNull(run.key)) {
            ways += asked.key.expression + u" IS NULL"_s;
        } else {
            clause.binds.push_back(run.key);
            ++keys;
        }
    }
    if (keys > 0)
        ways += asked.key.expression
            + (keys == 1 ? u" = ?"_s : QString(u" IN ("_s + sql::placeholders(keys) + u')'));
    clause.text += u" AND ("_s + ways.join(u" OR "_s) + u')';
    return clause;
}

// The ids of the groups, all at once: where no index has their order, each would be a look through all records.
Result<GroupedIds> wholeGroups(sql::Connection &connection, const Question &asked, std::vector<GroupRun> runs)
{
    GroupedIds found;
    if (runs.empty())
        return found;
    const Ordering order = orderClause(connection.engine(), asked.within);
    const Clause where = whereIn(asked, runs);
    std::map<Value, std::vector<qint64>> members;
    HEADWAY_CHECK(connection.each(u"SELECT r.id, "_s + asked.key.expression + u" FROM "_s
                                      + tableName(asked.within.kind) + u" r"_s + order.joins + where.text
                                      + order.text,
                                  where.binds, [&](const sql::RowView &row) -> Result<> {
                                      members[row.value(1)].push_back(row.integer(0));
                                      return {};
                                  }));
    for (GroupRun &run : runs) {
        const std::vector<qint64> &ids = members[run.key];
        found.ids.insert(found.ids.end(), ids.begin(), ids.end());
        run.count = qint64(ids.size()); // some may have come or gone meanwhile
    }
    std::erase_if(runs, [](const GroupRun &run) { return run.count == 0; });
    found.runs = std::move(runs);
    return found;
}

// The group of each record, as its place among `keys`; by ascending id. Records of a group that came meanwhile
// are left out.
Result<std::vector<std::pair<qint64, int>>> groupsOfIds(sql::Connection &connection, const Question &asked,
                                                        const std::vector<GroupRun> &runs)
{
    std::map<Value, int> places;
    for (size_t i = 0; i < runs.size(); ++i)
        places.emplace(runs[i].key, int(i));
    std::vector<std::pair<qint64, int>> groups;
    auto last = places.end(); // an index gives the rows of a group one after the other
    HEADWAY_CHECK(connection.each(u"SELECT r.id, "_s + asked.key.expression + u" FROM "_s
                                      + tableName(asked.within.kind) + u" r"_s + asked.where.text,
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
    HEADWAY_TRY(runs, runsOf(connection, asked));
    HEADWAY_TRY(groups, groupsOfIds(connection, asked, runs));
    HEADWAY_TRY(order, idsWhere(connection, asked.within, asked.where, 0));
    for (GroupRun &run : runs)
        run.count = 0;        // as it is in `order`
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

// Whole groups as long as they fit; of the next one as many as there is room for, in the order that an index has.
Result<GroupedIds> firstGroupedIds(sql::Connection &connection, const GroupedQuery &query,
                                   const Viewer &viewer, qint64 most)
{
    HEADWAY_TRY(asked, questionFor(connection, query, viewer));
    HEADWAY_TRY(runs, runsOf(connection, asked));
    size_t whole = 0;
    qint64 room = most;
    while (whole < std::min(runs.size(), mostGroupsAtOnce) && runs[whole].count <= room)
        room -= runs[whole++].count;
    const auto end = runs.begin() + std::ptrdiff_t(whole);
    const bool isNextCut = whole < std::min(runs.size(), mostGroupsAtOnce) && room > 0;
    HEADWAY_TRY(found, wholeGroups(connection, asked, std::vector<GroupRun>(runs.begin(), end)));
    if (isNextCut) {
        HEADWAY_TRY(first, idsWhere(connection, asked.within, whereIn(asked, std::span(end, 1)), room));
        GroupRun run = *end;
        run.count = std::max(run.count, qint64(first.size()));
        found.ids.insert(found.ids.end(), first.begin(), first.end());
        if (!first.empty()) // else all were moved meanwhile
            found.runs.push_back(std::move(run));
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
