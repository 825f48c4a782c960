// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/valuecounts.h"

#include "domain/query/grouping.h"
#include "domain/query/nametyped.h"
#include "domain/records/record.h"
#include "domain/text/text.h"
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

QString columnOf(const ValuesQuery &query)
{
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

// SELECT key, number FROM before WHERE … after.
struct Counting {
    QString key = {};
    QString number = u"count(*)"_s;
    QString before = {};
    QString after = {};
};

Counting countingFor(const ValuesQuery &query)
{
    const QString table = tableName(query.kind);
    switch (query.field.subject) {
    case Subject::Tag:
        return {u"l.tag_id"_s,
                u"count(DISTINCT r.id)"_s,
                table + u" r JOIN tag_link l ON l.record_kind = '"_s + table
                    + u"' AND l.record_id = r.id AND l.deleted_at IS NULL"_s,
                {}};
    case Subject::Team: // by owner first, from an index, and not user by user for each record
        return {u"o.team_id"_s, u"CAST(sum(k.n) AS BIGINT)"_s,
                u"(SELECT r.owner_id AS owner, count(*) AS n FROM "_s + table + u" r"_s,
                u" GROUP BY r.owner_id) k LEFT JOIN user_account o ON o.id = k.owner WHERE TRUE"_s};
    default: return {columnOf(query), u"count(*)"_s, table + u" r"_s, {}};
    }
}

class Reader
{
public:
    Reader(sql::Connection &connection, const ValuesQuery &query, const Viewer &viewer)
        : m_connection(connection), m_query(query), m_viewer(viewer), m_counting(countingFor(query)),
          m_target(namedKind(query.kind, query.field))
    {
    }

    Result<ValueCounts> read()
    {
        HEADWAY_TRY(where, whereClause(m_connection, m_query.kind, m_query.filter, m_viewer));
        m_where = std::move(where);
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
    Clause narrowing() const
    {
        if (m_query.typed.isEmpty())
            return {};
        if (m_target) {
            Clause named = namedSo(*m_target, m_query.typed);
            named.text.prepend(u" AND "_s + m_counting.key + u" IN "_s);
            return named;
        }
        const FieldType type = typeOf(m_query.kind, m_query.field);
        if (type == FieldType::Choice || type == FieldType::YesNo)
            return {}; // few, and people know them by other names
        return {u" AND lower("_s + m_counting.key + u") LIKE ? ESCAPE '\\'"_s,
                {QString(u'%' + likeEscaped(lowerAscii(m_query.typed)) + u'%')}};
    }

    // The column is named in GROUP BY, so that an index in its order is taken.
    Result<Counts> mostFrequent()
    {
        const Clause typed = narrowing();
        sql::Values binds = m_where.binds;
        binds.insert(binds.end(), typed.binds.begin(), typed.binds.end());
        Counts found;
        HEADWAY_CHECK(m_connection.each(u"SELECT "_s + m_counting.key + u", "_s + m_counting.number
                                            + u" FROM "_s + m_counting.before + m_where.text
                                            + m_counting.after + typed.text + u" GROUP BY "_s + m_counting.key
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
        const auto blank = std::find_if(found.begin(), found.end(),
                                        [](const ValueCount &each) { return isNothing(each.key); });
        if (blank != found.end() && m_query.field.subject == Subject::Field)
            return blank->count;
        if (!isCut && m_query.field.subject == Subject::Field)
            return qint64(0);
        Filter without = m_query.filter;
        without.conditions.push_back(
            {m_query.field.subject, m_query.field.field, Comparison::IsEmpty, Sense::Plain, {}});
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
            sql::Values binds = m_where.binds;
            binds.push_back(key);
            HEADWAY_TRY(number,
                        m_connection.cell(u"SELECT "_s + m_counting.number + u" FROM "_s + m_counting.before
                                              + m_where.text + m_counting.after + u" AND "_s + m_counting.key
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
    const Counting m_counting;
    const std::optional<EntityKind> m_target; // whose names the values are
    Clause m_where;
};

} // namespace

Result<ValueCounts> valueCounts(sql::Connection &connection, const ValuesQuery &query, const Viewer &viewer)
{
    if (!hasSharedValues(query.kind, query.field))
        return ValueCounts{};
    return Reader(connection, query, viewer).read();
}

} // namespace headway::store
