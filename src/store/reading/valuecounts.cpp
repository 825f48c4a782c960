// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/valuecounts.h"

#include "domain/query/filtersubjects.h"
#include "domain/query/grouping.h"
#include "domain/query/nametyped.h"
#include "domain/records/record.h"
#include "domain/text/text.h"
#include "store/reading/customcells.h"
#include "store/reading/foldedtext.h"
#include "store/reading/nameclauses.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

using Counts = std::vector<ValueCount>;

// As a condition without a value finds it: a text of blanks is one.
bool isNothing(const Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    return isNull(value) || (text && text->isEmpty());
}

QString columnOf(sql::Engine engine, const ValuesQuery &query)
{
    if (query.field.subject == Subject::Custom) {
        const QString cell = customCell(engine, query.field.custom);
        return query.field.custom.kind == CustomKind::YesNo ? yesOrNo(cell) : cell;
    }
    return u"r."_s + entityInfo(query.kind).field(query.field.field).name;
}

// Those of a kind whose name, or a word of it, begins with what is typed, as idsNamed() finds them.
Clause namedSo(EntityKind target, const QString &typed)
{
    Clause named = namedSoClause(u"name_key"_s, fold(typed));
    named.text = u"(SELECT id FROM "_s + tableName(target) + u" WHERE deleted_at IS NULL AND ("_s + named.text
        + u"))"_s;
    return named;
}

// SELECT key, number FROM from …, which has a WHERE that goes on.
struct Counting {
    QString key = {};
    QString number = u"count(*)"_s;
    Clause from = {};
};

// From the links, whose indexes hold all that is asked: looking up the links record by record, or the records link by
// link, takes many times as long. A filter that leaves everything leaves what is not deleted.
Counting tagCounting(const ValuesQuery &query, Clause where)
{
    const QString table = tableName(query.kind);
    const bool isEverything = query.filter.isEmpty() && where.binds.empty();
    Clause from{u"tag_link l WHERE l.record_kind = '"_s + table
                    + u"' AND l.deleted_at IS NULL AND l.record_id "_s
                    + (isEverything ? u"NOT IN (SELECT r.id FROM "_s : u"IN (SELECT r.id FROM "_s) + table
                    + u" r"_s + (isEverything ? u" WHERE r.deleted_at IS NOT NULL"_s : where.text) + u')',
                std::move(where.binds)};
    return {u"l.tag_id"_s, u"count(DISTINCT l.record_id)"_s, std::move(from)};
}

Counting countingFor(sql::Engine engine, const ValuesQuery &query, Clause where)
{
    const QString records = tableName(query.kind) + u" r"_s + where.text;
    switch (query.field.subject) {
    case Subject::Tag: return tagCounting(query, std::move(where));
    case Subject::Team: // by owner first, from an index, and not user by user for each record
        return {u"o.team_id"_s,
                u"CAST(sum(k.n) AS BIGINT)"_s,
                {u"(SELECT r.owner_id AS owner, count(*) AS n FROM "_s + records
                     + u" GROUP BY r.owner_id) k LEFT JOIN user_account o ON o.id = k.owner WHERE TRUE"_s,
                 std::move(where.binds)}};
    default: return {columnOf(engine, query), u"count(*)"_s, {records, std::move(where.binds)}};
    }
}

class Reader
{
public:
    Reader(sql::Connection &connection, const ValuesQuery &query, const Viewer &viewer)
        : m_connection(connection), m_query(query), m_viewer(viewer),
          m_target(namedKind(query.kind, query.field))
    {
    }

    Result<ValueCounts> read()
    {
        HEADWAY_TRY(where, whereClause(m_connection, m_query.kind, m_query.filter, m_viewer));
        m_counting = countingFor(m_connection.engine(), m_query, std::move(where));
        HEADWAY_TRY(found, mostFrequent());
        const bool isCut = int(found.size()) >= m_query.most;
        ValueCounts counts{.isWhole = !isCut};
        if (m_query.typed.isEmpty()) {
            HEADWAY_TRY(blank, blankIn(found, isCut));
            counts.blank = blank;
        }
        std::erase_if(found, [](const ValueCount &each) { return isNothing(each.key); });
        if (m_target == EntityKind::User)
            counts.mine = mineIn(found, isCut);
        if (m_target) {
            HEADWAY_TRY(named, withNames(std::move(found), isCut));
            found = std::move(named);
        }
        counts.values = std::move(found);
        return counts;
    }

private:
    // What is typed, as a condition on the key.
    Result<Clause> narrowing() const
    {
        if (m_query.typed.isEmpty())
            return Clause{};
        if (m_target) {
            Clause named = namedSo(*m_target, m_query.typed);
            named.text.prepend(u" AND "_s + m_counting.key + u" IN "_s);
            return named;
        }
        const FieldType type = typeOf(m_query.kind, m_query.field);
        if (type == FieldType::Choice || type == FieldType::YesNo)
            return Clause{}; // few, and people know them by other names
        HEADWAY_TRY(holds, holdsClause(m_connection, m_counting.key, {m_query.typed}));
        holds.text.prepend(u" AND "_s);
        return holds;
    }

    // The column is named in GROUP BY, so that an index in its order is taken.
    Result<Counts> mostFrequent()
    {
        HEADWAY_TRY(typed, narrowing());
        sql::Values binds = m_counting.from.binds;
        binds.insert(binds.end(), typed.binds.begin(), typed.binds.end());
        Counts found;
        HEADWAY_CHECK(m_connection.each(u"SELECT "_s + m_counting.key + u", "_s + m_counting.number
                                            + u" FROM "_s + m_counting.from.text + typed.text
                                            + u" GROUP BY "_s + m_counting.key
                                            + u" ORDER BY 2 DESC, 1 LIMIT "_s + QString::number(m_query.most),
                                        binds, [&found](const sql::RowView &row) -> Result<> {
                                            found.push_back({row.value(0), {}, row.integer(1)});
                                            return {};
                                        }));
        return found;
    }

    // Asked for where the values found do not tell it: they end with the most frequent, and a record without a tag
    // is in none of their rows.
    Result<qint64> blankIn(const Counts &found, bool isCut)
    {
        qint64 blanks = 0; // of a field it is one value; a custom one may be empty, or not there
        bool isAmong = false;
        for (const ValueCount &each : found) {
            blanks += isNothing(each.key) ? each.count : 0;
            isAmong |= isNothing(each.key);
        }
        const bool isField = m_query.field.subject == Subject::Field;
        const bool isInRecord = isField || m_query.field.subject == Subject::Custom;
        if ((isField && isAmong) || (isInRecord && !isCut))
            return blanks;
        Filter without = m_query.filter;
        Condition none = m_query.field;
        none.comparison = Comparison::IsEmpty;
        none.sense = Sense::Plain;
        none.values.clear();
        without.conditions.push_back(std::move(none));
        HEADWAY_TRY(where, whereClause(m_connection, m_query.kind, without, m_viewer));
        HEADWAY_TRY(
            number,
            m_connection.cell(u"SELECT count(*) FROM "_s + tableName(m_query.kind) + u" r"_s + where.text,
                              where.binds));
        return integerOf(number);
    }

    std::optional<qint64> mineIn(const Counts &found, bool isCut) const
    {
        for (const ValueCount &each : found) {
            if (integerOf(each.key) == m_viewer.user.value)
                return each.count;
        }
        return isCut || !m_query.typed.isEmpty() ? std::nullopt : std::optional(qint64(0));
    }

    // One for each name.
    Result<Counts> withNames(Counts found, bool isCut)
    {
        if (found.empty())
            return Counts{};
        sql::Values ids;
        for (const ValueCount &each : found)
            ids.push_back(each.key);
        struct Named {
            QString name = {};
            QString key = {};
        };
        std::map<qint64, Named> names;
        HEADWAY_CHECK(m_connection.each(u"SELECT id, "_s + titleColumn(*m_target) + u", name_key FROM "_s
                                            + tableName(*m_target)
                                            + u" WHERE deleted_at IS NULL AND id IN ("_s
                                            + sql::placeholders(qsizetype(ids.size())) + u')',
                                        ids, [&names](const sql::RowView &row) -> Result<> {
                                            names[row.integer(0)] = {row.text(1), row.text(2)};
                                            return {};
                                        }));
        Counts all;
        std::map<QString, size_t> places; // in `all`, by the folded name
        for (ValueCount &each : found) {
            const auto named = names.find(integerOf(each.key));
            if (named == names.end())
                continue; // deleted
            const auto [place, isNew] = places.emplace(named->second.key, all.size());
            if (!isNew) {
                all[place->second].count += each.count;
                continue;
            }
            each.name = named->second.name;
            all.push_back(std::move(each));
        }
        if (isCut)
            HEADWAY_CHECK(countNamesakes(all, places));
        std::stable_sort(all.begin(), all.end(),
                         [](const ValueCount &a, const ValueCount &b) { return a.count > b.count; });
        return all;
    }

    // Of two companies of one name, only one may be among the most frequent.
    Result<> countNamesakes(Counts &all, const std::map<QString, size_t> &places)
    {
        sql::Values keys;
        for (const auto &[key, place] : places)
            keys.push_back(key);
        if (keys.empty())
            return {};
        QStringList shared;
        HEADWAY_CHECK(m_connection.each(u"SELECT name_key FROM "_s + tableName(*m_target)
                                            + u" WHERE deleted_at IS NULL AND name_key IN ("_s
                                            + sql::placeholders(qsizetype(keys.size()))
                                            + u") GROUP BY name_key HAVING count(*) > 1"_s,
                                        keys, [&shared](const sql::RowView &row) -> Result<> {
                                            shared += row.text(0);
                                            return {};
                                        }));
        for (const QString &key : shared) {
            sql::Values binds = m_counting.from.binds;
            binds.push_back(key);
            HEADWAY_TRY(number,
                        m_connection.cell(u"SELECT "_s + m_counting.number + u" FROM "_s
                                              + m_counting.from.text + u" AND "_s + m_counting.key
                                              + u" IN (SELECT id FROM "_s + tableName(*m_target)
                                              + u" WHERE deleted_at IS NULL AND name_key = ?)"_s,
                                          binds));
            all[places.at(key)].count = integerOf(number);
        }
        return {};
    }

    sql::Connection &m_connection;
    const ValuesQuery &m_query;
    const Viewer &m_viewer;
    const std::optional<EntityKind> m_target; // whose names the values are
    Counting m_counting;
};

} // namespace

Result<ValueCounts> valueCounts(sql::Connection &connection, const ValuesQuery &query, const Viewer &viewer)
{
    if (!hasSharedValues(query.kind, query.field))
        return ValueCounts{};
    return Reader(connection, query, viewer).read();
}

} // namespace headway::store
