// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searchindex.h"

#include "domain/derive.h"
#include "domain/text.h"
#include "store/records.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr EntityKind indexedKinds[] = {EntityKind::Company, EntityKind::Contact, EntityKind::Lead,
                                       EntityKind::Deal};

// Without a length a page of text pasted into a name would fill the index with one word.
constexpr qsizetype longestWord = 60;

bool isSqlite(const sql::Connection &connection)
{
    return connection.engine() == sql::Engine::Sqlite;
}

QString shortened(const QString &words)
{
    QStringList list = words.split(u' ', Qt::SkipEmptyParts);
    for (QString &word : list)
        word.truncate(longestWord);
    list.removeDuplicates();
    return list.join(u' ');
}

Result<QString> bodyOf(sql::Connection &connection, EntityRef ref)
{
    auto record = load(connection, ref);
    if (!record && record.error().code == ErrorCode::NotFound)
        return QString();
    if (!record)
        return failure(record.error());
    if (record->deletedAt)
        return QString();
    QStringList body{searchText(ref.kind, record->row)};
    if (ref.kind == EntityKind::Deal)
        return shortened(body.front());
    HEADWAY_CHECK(connection.each(
        u"SELECT reach_by, value FROM contact_point WHERE record_kind = ? AND record_id = ?"
        " AND deleted_at IS NULL ORDER BY id"_s,
        {QString(tableName(ref.kind)), ref.id}, [&](const sql::RowView &row) -> Result<> {
            body += reachWords(row.text(0), row.text(1));
            return {};
        }));
    return shortened(body.join(u' '));
}

Result<> replaceInIndex(sql::Connection &connection, qint64 doc, const QString &before,
                        const QString &after)
{
    if (!isSqlite(connection))
        return {}; // the GIN index follows search_doc by itself
    if (!before.isEmpty())
        HEADWAY_CHECK(connection.run(
            u"INSERT INTO search_index (search_index, rowid, body) VALUES ('delete', ?, ?)"_s,
            {doc, before}));
    if (!after.isEmpty())
        HEADWAY_CHECK(connection.run(u"INSERT INTO search_index (rowid, body) VALUES (?, ?)"_s,
                                     {doc, after}));
    return {};
}

} // namespace

QString reachWords(QStringView by, const QString &value)
{
    if (by != u"phone")
        return words(value).join(u' ');
    constexpr qsizetype shortestTail = 4;
    const QString digits = phoneDigits(value).left(20);
    QStringList tails;
    for (qsizetype from = 0; digits.size() - from >= shortestTail; ++from)
        tails += digits.mid(from);
    return tails.isEmpty() ? digits : tails.join(u' ');
}

Result<> indexRecord(sql::Connection &connection, EntityRef ref)
{
    HEADWAY_TRY(body, bodyOf(connection, ref));
    const QString kind = tableName(ref.kind);
    HEADWAY_TRY(old, connection.row(u"SELECT id, body FROM search_doc WHERE entity = ? AND entity_id = ?"_s,
                                    {kind, ref.id}));
    if (old.empty()) {
        if (body.isEmpty())
            return {};
        HEADWAY_TRY(doc, connection.insert(
                             u"INSERT INTO search_doc (entity, entity_id, body) VALUES (?, ?, ?)"_s,
                             {kind, ref.id, body}));
        return replaceInIndex(connection, doc, QString(), body);
    }
    const qint64 doc = std::get<qint64>(old[0]);
    const QString before = std::get<QString>(old[1]);
    if (before == body)
        return {};
    HEADWAY_CHECK(replaceInIndex(connection, doc, before, body));
    HEADWAY_CHECK(connection.run(u"UPDATE search_doc SET body = ? WHERE id = ?"_s, {body, doc}));
    return {};
}

Result<> indexActivity(sql::Connection &connection, qint64 id, const QString &before, const QString &after)
{
    const QString was = shortened(before);
    const QString is = shortened(after);
    if (!isSqlite(connection)) {
        HEADWAY_CHECK(connection.run(u"INSERT INTO activity_doc (id, body) VALUES (?, ?)"
                                     " ON CONFLICT (id) DO UPDATE SET body = excluded.body"_s,
                                     {id, is}));
        return {};
    }
    if (!was.isEmpty())
        HEADWAY_CHECK(connection.run(
            u"INSERT INTO activity_index (activity_index, rowid, body) VALUES ('delete', ?, ?)"_s,
            {id, was}));
    if (!is.isEmpty())
        HEADWAY_CHECK(connection.run(u"INSERT INTO activity_index (rowid, body) VALUES (?, ?)"_s, {id, is}));
    return {};
}

Result<> indexWholeBook(sql::Connection &connection)
{
    if (isSqlite(connection)) {
        HEADWAY_CHECK(connection.run(u"INSERT INTO search_index (search_index) VALUES ('delete-all')"_s));
        HEADWAY_CHECK(connection.run(u"INSERT INTO activity_index (activity_index) VALUES ('delete-all')"_s));
    } else {
        HEADWAY_CHECK(connection.run(u"DELETE FROM activity_doc"_s));
    }
    HEADWAY_CHECK(connection.run(u"DELETE FROM search_doc"_s));
    constexpr qint64 batch = 2000;
    for (const EntityKind kind : indexedKinds) {
        for (qint64 last = 0;;) {
            std::vector<qint64> ids;
            HEADWAY_CHECK(connection.each(u"SELECT id FROM "_s + tableName(kind)
                                              + u" WHERE id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?"_s,
                                          {last, batch}, [&](const sql::RowView &row) -> Result<> {
                                              ids.push_back(row.integer(0));
                                              return {};
                                          }));
            if (ids.empty())
                break;
            last = ids.back();
            for (const qint64 id : ids)
                HEADWAY_CHECK(indexRecord(connection, {kind, id}));
        }
    }
    for (qint64 last = 0;;) {
        HEADWAY_TRY(activities, loadAll(connection, EntityKind::Activity,
                                        {u"id > ?"_s, {last}, u"id LIMIT %1"_s.arg(batch)}));
        if (activities.empty())
            break;
        last = activities.back().ref.id;
        for (const Record &activity : activities)
            HEADWAY_CHECK(indexActivity(connection, activity.ref.id, QString(),
                                        searchText(EntityKind::Activity, activity.row)));
    }
    return {};
}

} // namespace headway::store
