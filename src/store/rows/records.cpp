// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows/records.h"

#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "sql/idlist.h"
#include "store/rows/rowchanges.h"

#include <QHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

const QString &selectText(EntityKind kind)
{
    static const PerKind<QString> texts([](EntityKind each) -> QString {
        return u"SELECT "_s + columnList(each, QString()) + u" FROM "_s + tableName(each);
    });
    return texts[kind];
}

const QString &insertText(EntityKind kind, bool withId)
{
    const auto build = [](EntityKind each, QStringList names) -> QString {
        for (const FieldInfo &field : entityInfo(each).fields)
            names += field.name;
        names += {u"created_at"_s, u"modified_at"_s};
        return u"INSERT INTO "_s + tableName(each) + u" ("_s + names.join(u", "_s) + u") VALUES ("_s
            + sql::placeholders(names.size()) + u')';
    };
    static const PerKind<QString> plain([&](EntityKind each) { return build(each, {}); });
    static const PerKind<QString> explicitId([&](EntityKind each) { return build(each, {u"id"_s}); });
    return withId ? explicitId[kind] : plain[kind];
}

} // namespace

QString columnList(EntityKind kind, const QString &prefix)
{
    QStringList names{prefix + u"id"_s};
    for (const FieldInfo &field : entityInfo(kind).fields)
        names += prefix + field.name;
    for (const QString &name : {u"version"_s, u"created_at"_s, u"modified_at"_s, u"deleted_at"_s})
        names += prefix + name;
    return names.join(u", "_s);
}

Record recordFrom(EntityKind kind, const sql::RowView &row)
{
    const int count = int(entityInfo(kind).fields.size());
    Record record;
    record.ref = {kind, row.integer(0)};
    record.row.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        record.row.push_back(row.value(i + 1));
    record.version = row.integer(count + 1);
    record.createdAt = {row.integer(count + 2)};
    record.modifiedAt = {row.integer(count + 3)};
    record.deletedAt = {row.integer(count + 4)};
    return record;
}

namespace {

Result<Record> loadBy(sql::Connection &connection, EntityRef ref, const QString &condition)
{
    std::optional<Record> found;
    HEADWAY_CHECK(
        connection.each(selectText(ref.kind) + condition, {ref.id}, [&](const sql::RowView &row) -> Result<> {
            found = recordFrom(ref.kind, row);
            return {};
        }));
    if (!found)
        return failure(
            ErrorCode::NotFound,
            isSingle(ref.kind)
                ? Sentence::tr("This book has no settings of its own yet: add them, and they can be changed.")
                : Sentence::tr("There is no %1 %2.").arg(KindName{ref.kind}, QString::number(ref.id)));
    return *std::move(found);
}

// An explicit id must not be generated again. (SQLite's AUTOINCREMENT takes care of that itself.)
Result<> skipIdentity(sql::Connection &connection, EntityRef ref)
{
    if (connection.engine() == sql::Engine::Sqlite)
        return {};
    const QString sequence = tableName(ref.kind) + u"_id_seq"_s;
    HEADWAY_CHECK(connection.row(
        u"SELECT setval('"_s + sequence + u"', greatest(last_value, ?)) FROM "_s + sequence, {ref.id}));
    return {};
}

} // namespace

Result<Record> load(sql::Connection &connection, EntityRef ref)
{
    return loadBy(connection, ref, u" WHERE id = ?"_s);
}

Result<Record> loadForChange(sql::Connection &connection, EntityRef ref)
{
    const bool locks = connection.engine() == sql::Engine::Postgres;
    return loadBy(connection, ref, locks ? u" WHERE id = ? FOR NO KEY UPDATE"_s : u" WHERE id = ?"_s);
}

Result<std::vector<Record>> loadAll(sql::Connection &connection, EntityKind kind, const Selection &selection)
{
    QString query = selectText(kind) + u" WHERE deleted_at IS NULL"_s;
    if (!selection.condition.isEmpty())
        query += u" AND ("_s + selection.condition + u')';
    query += u" ORDER BY "_s + (selection.order.isEmpty() ? u"id"_s : selection.order);
    if (selection.most)
        query += u" LIMIT "_s + QString::number(*selection.most);
    std::vector<Record> records;
    HEADWAY_CHECK(connection.each(query, selection.binds, [&](const sql::RowView &row) -> Result<> {
        records.push_back(recordFrom(kind, row));
        return {};
    }));
    return records;
}

namespace {

// `rest` ends the statement.
Result<std::vector<Record>> loadManyBy(sql::Connection &connection, EntityKind kind,
                                       const std::vector<qint64> &ids, const QString &rest)
{
    QHash<qint64, Record> found;
    for (const std::span<const qint64> part : sql::inParts(ids)) {
        sql::Values binds;
        const QString among = sql::amongIds(part, binds);
        HEADWAY_CHECK(connection.each(selectText(kind) + u" WHERE id"_s + among + rest, binds,
                                      [&](const sql::RowView &row) -> Result<> {
                                          Record record = recordFrom(kind, row);
                                          const qint64 id = record.ref.id;
                                          found.emplace(id, std::move(record));
                                          return {};
                                      }));
    }
    std::vector<Record> records;
    records.reserve(ids.size());
    for (const qint64 id : ids) {
        if (const auto it = found.constFind(id); it != found.cend())
            records.push_back(*it);
    }
    return records;
}

} // namespace

Result<std::vector<Record>> loadMany(sql::Connection &connection, EntityKind kind,
                                     const std::vector<qint64> &ids)
{
    return loadManyBy(connection, kind, ids, QString());
}

Result<std::vector<Record>> loadManyForChange(sql::Connection &connection, EntityKind kind,
                                              const std::vector<qint64> &ids)
{
    const bool locks = connection.engine() == sql::Engine::Postgres;
    return loadManyBy(connection, kind, ids, locks ? u" ORDER BY id FOR NO KEY UPDATE"_s : QString());
}

Result<QString> titleOf(sql::Connection &connection, EntityRef ref)
{
    auto record = load(connection, ref);
    if (!record && record.error().code == ErrorCode::NotFound)
        return QString();
    if (!record)
        return failure(record.error());
    return headway::titleOf(ref.kind, record->row);
}

Result<qint64> insertRow(sql::Connection &connection, EntityRef ref, const Row &row, Times times)
{
    sql::Values binds;
    binds.reserve(row.size() + 3);
    if (ref.id > 0)
        binds.push_back(ref.id);
    binds.insert(binds.end(), row.begin(), row.end());
    binds.push_back(times.created.ms);
    binds.push_back(times.modified.ms);
    const QString &statement = insertText(ref.kind, ref.id > 0);
    if (ref.id <= 0)
        return connection.insert(statement, binds);
    HEADWAY_CHECK(connection.run(statement, binds));
    HEADWAY_CHECK(skipIdentity(connection, ref));
    return ref.id;
}

Result<> updateRow(sql::Connection &connection, const Record &before, const Row &after, Instant now)
{
    RowChanges changes(connection);
    changes.update(before, after, now);
    return changes.write();
}

} // namespace headway::store
