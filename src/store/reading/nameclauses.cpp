// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/nameclauses.h"

#include "domain/query/nametyped.h"
#include "domain/records/record.h"
#include "domain/text/text.h"
#include "store/search/matchnumber.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// Of one condition. With the most conditions of a filter, and their values, no more parameters than an engine takes:
// SQLite 32,766 where nobody allowed it more.
constexpr size_t mostNamedIds = 300;

// Whether what is in a list is to be looked up record by record: where PostgreSQL cannot make a join of it, it
// would look through the whole of a long list each time. SQLite makes an index of the list.
bool isLookedUp(const Naming &naming)
{
    return naming.place == Naming::Place::Inside && naming.connection.engine() == sql::Engine::Postgres;
}

// As membershipClause(), if a name matches more records than are worth listing.
Clause manyNamed(const Naming &naming, const QString &column, EntityKind target, const Condition &condition)
{
    const QString named = tableName(target) + u" n WHERE n.deleted_at IS NULL AND ("_s;
    const QString those =
        isLookedUp(naming) ? u"EXISTS (SELECT 1 FROM "_s : QString(column + u" IN (SELECT n.id FROM "_s);
    Clause clause{those + named, {}};
    QStringList terms;
    for (const QString &name : condition.values) {
        if (target == EntityKind::User && name == "me"_L1) {
            terms += u"n.id = ?"_s;
            clause.binds.push_back(naming.viewer.user.value);
            continue;
        }
        const Clause so = namedSoClause(u"n.name_key"_s, fold(name));
        terms += so.text;
        clause.binds.insert(clause.binds.end(), so.binds.begin(), so.binds.end());
    }
    clause.text += terms.join(u" OR "_s) + u')';
    clause.text += isLookedUp(naming) ? QString(u" AND n.id = "_s + column + u')') : u")"_s;
    return clause;
}

// The words of the record itself, for a kind that has some. Where PostgreSQL makes no join of it, it would go through
// all records that hold a frequent word, for each record again.
Clause ownWords(EntityKind kind, const QString &match)
{
    const QString doc = kind == EntityKind::Activity
        ? u"activity_doc d WHERE d.id = r.id"_s
        : u"search_doc d WHERE d.entity = '"_s + tableName(kind) + u"' AND d.entity_id = r.id"_s;
    return {u"EXISTS (SELECT 1 FROM "_s + doc + u" AND d.words @@ CAST(? AS tsquery))"_s, {match}};
}

} // namespace

Result<Clause> wordsClause(const Naming &naming, EntityKind kind, const QStringList &typed)
{
    const sql::Engine engine = naming.connection.engine();
    const QString match = matchTextOrNumber(engine, typed);
    if (match.isEmpty())
        return Clause{};
    const auto found = [&](const QString &text) {
        return isLookedUp(naming) ? ownWords(kind, text) : matchClause(engine, kind, text);
    };
    if (kind == EntityKind::Activity)
        return found(match);
    if (entityInfo(kind).has(KindTrait::IsSearched)) {
        HEADWAY_TRY(wide, wideMatchOrNumber(naming.connection, typed));
        return found(wide.text);
    }
    if (!hasNameKey(kind))
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("%1 have no text to search in.").arg(KindName{entityInfo(kind).kind, Number::Many}));
    QStringList each;
    Clause all;
    for (const QString &word : typed) {
        each += u"(r.name_key LIKE ? ESCAPE '\\')"_s;
        all.binds.push_back(QString(u'%' + likeEscaped(fold(word)) + u'%'));
    }
    all.text = each.join(u" AND "_s);
    return all;
}

Clause matchClause(sql::Engine engine, EntityKind kind, const QString &match)
{
    const bool sqlite = engine == sql::Engine::Sqlite;
    if (kind == EntityKind::Activity)
        return {sqlite ? u"r.id IN (SELECT rowid FROM activity_index WHERE activity_index MATCH ?)"_s
                       : u"r.id IN (SELECT id FROM activity_doc WHERE words @@ CAST(? AS tsquery))"_s,
                {match}};
    const QString docs = sqlite ? u"id IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)"_s
                                : u"words @@ CAST(? AS tsquery)"_s;
    return {u"r.id IN (SELECT entity_id FROM search_doc WHERE entity = '"_s + tableName(kind) + u"' AND "_s
                + docs + u')',
            {match}};
}

Clause namedSoClause(const QString &column, const QString &key)
{
    const QString prefix = likeEscaped(key) + u'%';
    const QString like = column + u" LIKE ? ESCAPE '\\'"_s;
    return {like + u" OR "_s + like, {prefix, QString(u"% "_s + prefix)}};
}

Result<Clause> membershipClause(const Naming &naming, const QString &column, EntityKind target,
                                const Condition &condition)
{
    sql::Values ids;
    for (const QString &name : condition.values) {
        if (target == EntityKind::User && name == "me"_L1) {
            ids.push_back(naming.viewer.user.value);
            continue;
        }
        HEADWAY_TRY(found, idsNamed(naming.connection, target, name));
        ids.insert(ids.end(), found.begin(), found.end());
        if (found.size() == mostNamedIds || ids.size() > mostNamedIds)
            return manyNamed(naming, column, target, condition);
    }
    if (ids.empty())
        return Clause{column + u" IN (-1)"_s, {}};
    return Clause{column + u" IN ("_s + sql::placeholders(qsizetype(ids.size())) + u')', ids};
}

// PostgreSQL joins NOT EXISTS; with NOT IN it would look through all links for each record.
Result<Clause> tagClause(const Naming &naming, EntityKind kind, const Condition &condition)
{
    const bool isNegated = condition.sense == Sense::Negated;
    const QString links =
        u" FROM tag_link l WHERE l.deleted_at IS NULL AND l.record_kind = '"_s + tableName(kind) + u'\'';
    const QString ofRecord = u"EXISTS (SELECT 1"_s + links + u" AND l.record_id = r.id"_s;
    if (condition.comparison == Comparison::IsEmpty)
        return Clause{(isNegated ? QString() : u"NOT "_s) + ofRecord + u')', {}};
    HEADWAY_TRY(members, membershipClause(naming, u"l.tag_id"_s, EntityKind::Tag, condition));
    const QString those = isLookedUp(naming) ? ofRecord : QString(u"r.id IN (SELECT l.record_id"_s + links);
    return Clause{(isNegated ? u"NOT "_s : QString()) + those + u" AND "_s + members.text + u')',
                  members.binds};
}

Result<Clause> teamClause(const Naming &naming, EntityKind kind, const Condition &condition)
{
    if (entityInfo(kind).indexOf(u"owner_id") < 0)
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("%1 belong to no team.").arg(KindName{entityInfo(kind).kind, Number::Many}));
    if (condition.comparison == Comparison::IsEmpty)
        return Clause{u"(r.owner_id IS NULL OR"
                      " r.owner_id IN (SELECT id FROM user_account WHERE team_id IS NULL))"_s,
                      {}};
    HEADWAY_TRY(members, membershipClause(naming, u"u.team_id"_s, EntityKind::Team, condition));
    return Clause{u"r.owner_id IN (SELECT u.id FROM user_account u WHERE "_s + members.text + u')',
                  members.binds};
}

Result<std::vector<qint64>> idsNamed(sql::Connection &connection, EntityKind kind, const QString &name)
{
    if (!hasNameKey(kind))
        return std::vector<qint64>{};
    const QStringList keys = nameKeysOf(kind, name);
    const QString &key = keys.front();
    const auto select = [&](const QString &condition,
                            const sql::Values &binds) -> Result<std::vector<qint64>> {
        std::vector<qint64> ids;
        HEADWAY_CHECK(connection.each(u"SELECT id FROM "_s + tableName(kind)
                                          + u" WHERE deleted_at IS NULL AND ("_s + condition
                                          + u") ORDER BY id LIMIT "_s + QString::number(mostNamedIds),
                                      binds, [&](const sql::RowView &row) -> Result<> {
                                          ids.push_back(row.integer(0));
                                          return {};
                                      }));
        return ids;
    };
    sql::Values wanted;
    for (const QString &each : keys)
        wanted.push_back(each);
    HEADWAY_TRY(exact, select(QStringList(keys.size(), u"name_key = ?"_s).join(u" OR "_s), wanted));
    if (!exact.empty() || key.isEmpty())
        return exact;
    const Clause so = namedSoClause(u"name_key"_s, key);
    return select(so.text, so.binds);
}

} // namespace headway::store
