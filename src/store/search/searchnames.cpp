// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/searchnames.h"

#include "domain/records/record.h"
#include "domain/text/searchwords.h"
#include "sql/idlist.h"

#include <set>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

struct NameField {
    EntityKind kind = EntityKind::Deal; // whose field it is
    QLatin1StringView name;
    EntityKind target = EntityKind::Company;
    Traits traits = Trait::Searched;
};

std::vector<NameField> nameFieldsOf(EntityKind kind)
{
    std::vector<NameField> found;
    for (const FieldInfo &field : entityInfo(kind).fields) {
        if (field.type == FieldType::Reference && field.isSearched())
            found.push_back({kind, field.name, field.target, field.traits});
    }
    return found;
}

const std::vector<NameField> &fieldsThatName(EntityKind named)
{
    static const PerKind<std::vector<NameField>> tables([](EntityKind target) {
        std::vector<NameField> found;
        for (const EntityKind kind : kindsWith(KindTrait::IsSearched)) {
            for (const NameField &field : nameFieldsOf(kind)) {
                if (field.target == target)
                    found.push_back(field);
            }
        }
        return found;
    });
    return tables[named];
}

// A step that renames must not miss a deal that another step is just giving this name, nor that one the new
// name. Both hold a lock until they end; it is one of few, since a server has room for thousands of locks
// only, and an import takes up the names of thousands of companies.
// They are locks of the book, which is a schema: those of the server are of the whole database.
constexpr int firstLock = 4'823'048;
constexpr int locksPerKind = 64;

// The key of the lock that the record of this id falls to; `id` is an expression.
QString lockKey(EntityKind kind, const QString &id)
{
    const int first = firstLock + int(kind) * locksPerKind;
    return u"hashtextextended(CAST(current_schema() AS TEXT), "_s + QString::number(first) + u" + CAST("_s
        + id + u" AS BIGINT) % "_s + QString::number(locksPerKind) + u')';
}

QString holdNamesText(EntityKind kind)
{
    QStringList locks;
    for (const NameField &field : nameFieldsOf(kind))
        locks += u"pg_advisory_xact_lock_shared("_s + lockKey(field.target, u"r."_s + field.name) + u')';
    return u"SELECT "_s + locks.join(u", "_s) + u" FROM "_s + tableName(kind) + u" r WHERE r.id"_s;
}

} // namespace

const NamesQuery &namesQuery(EntityKind kind)
{
    static const PerKind<NamesQuery> queries([](EntityKind each) {
        NamesQuery query;
        QStringList columns;
        for (const NameField &field : nameFieldsOf(each)) {
            const QString other = u't' + QString::number(query.count++);
            columns += other + u'.' + QLatin1StringView(entityInfo(field.target).title);
            query.traits.push_back(field.traits);
            query.joins += u" LEFT JOIN "_s + tableName(field.target) + u' ' + other + u" ON "_s + other
                + u".id = r."_s + field.name;
        }
        query.columns = columns.join(u", "_s);
        return query;
    });
    return queries[kind];
}

QStringList nameWords(const NamesQuery &names, int column, const QString &name)
{
    const QStringList words = searchWords(name);
    return names.traits[size_t(column)].testFlag(Trait::SearchedBeside) ? besideWords(words) : words;
}

Result<> holdNamesOfAll(sql::Connection &connection, EntityKind kind, std::span<const qint64> ids)
{
    if (connection.engine() != sql::Engine::Postgres || namesQuery(kind).count == 0)
        return {};
    sql::Values binds;
    const QString among = sql::amongIds(ids, binds);
    return connection.each(holdNamesText(kind) + among, binds,
                           [](const sql::RowView &) { return Result<>(); });
}

Result<> holdNames(sql::Connection &connection, EntityRef ref)
{
    return holdNamesOfAll(connection, ref.kind, {&ref.id, 1});
}

Result<> holdNamed(sql::Connection &connection, EntityKind kind, const std::vector<qint64> &ids)
{
    if (connection.engine() != sql::Engine::Postgres)
        return {};
    std::set<qint64> locks; // in one order, so that two steps do not wait for each other
    for (const qint64 id : ids)
        locks.insert(id % locksPerKind);
    for (const qint64 lock : locks)
        HEADWAY_CHECK(
            connection.row(u"SELECT pg_advisory_xact_lock_shared("_s + lockKey(kind, u"?"_s) + u')', {lock}));
    return {};
}

const std::vector<NamedBy> &namedBy(EntityKind kind)
{
    static const PerKind<std::vector<NamedBy>> tables([](EntityKind each) {
        std::vector<NamedBy> list;
        for (const NameField &field : nameFieldsOf(each))
            list.push_back({entityInfo(each).indexOf(QString(field.name)), field.target,
                            field.traits.testFlag(Trait::SearchedBeside)});
        return list;
    });
    return tables[kind];
}

Result<> eachName(sql::Connection &connection, EntityKind kind, const std::vector<qint64> &ids,
                  const std::function<void(qint64 id, const QString &name)> &found)
{
    constexpr size_t together = 250;
    const QString query = u"SELECT id, "_s + QLatin1StringView(entityInfo(kind).title) + u" FROM "_s
        + tableName(kind) + u" WHERE id IN ("_s + sql::placeholders(qsizetype(together)) + u')';
    for (size_t from = 0; from < ids.size(); from += together) {
        sql::Values binds(ids.begin() + qsizetype(from),
                          ids.begin() + qsizetype(std::min(ids.size(), from + together)));
        binds.resize(together, qint64(0)); // always the same statement
        HEADWAY_CHECK(connection.each(query, binds, [&found](const sql::RowView &row) -> Result<> {
            found(row.integer(0), row.text(1));
            return {};
        }));
    }
    return {};
}

Result<> addNames(sql::Connection &connection, EntityRef ref, QStringList &words)
{
    const NamesQuery &names = namesQuery(ref.kind);
    if (names.count == 0)
        return {};
    return connection.each(u"SELECT "_s + names.columns + u" FROM "_s + tableName(ref.kind) + u" r"_s
                               + names.joins + u" WHERE r.id = ?"_s,
                           {ref.id}, [&](const sql::RowView &row) -> Result<> {
                               for (int i = 0; i < names.count; ++i)
                                   words += nameWords(names, i, row.text(i));
                               return {};
                           });
}

bool isFoundThrough(EntityKind kind)
{
    return !fieldsThatName(kind).empty();
}

Result<> eachFoundThrough(sql::Connection &connection, EntityRef named,
                          const std::function<void(EntityRef)> &found)
{
    if (connection.engine() == sql::Engine::Postgres)
        HEADWAY_CHECK(connection.row(u"SELECT pg_advisory_xact_lock("_s + lockKey(named.kind, u"?"_s) + u')',
                                     {named.id}));
    for (const NameField &field : fieldsThatName(named.kind))
        HEADWAY_CHECK(connection.each(u"SELECT id FROM "_s + tableName(field.kind) + u" WHERE "_s + field.name
                                          + u" = ? AND deleted_at IS NULL"_s,
                                      {named.id}, [&](const sql::RowView &row) -> Result<> {
                                          found({field.kind, row.integer(0)});
                                          return {};
                                      }));
    return {};
}

} // namespace headway::store
