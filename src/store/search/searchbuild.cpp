// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the search index of a whole book: records and their contact points are read as two streams in the
// order of ids, and rows are written in bulk.
#include "store/search/searchindex.h"

#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "sql/bulkinsert.h"
#include "sql/idlist.h"
#include "store/search/indexcommands.h"
#include "store/search/searchnames.h"
#include "store/search/searchtags.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// Records read before their rows are written: a PostgreSQL connection cannot do both at once.
constexpr qint64 batch = 20'000;

bool isSqlite(const sql::Connection &connection)
{
    return connection.engine() == sql::Engine::Sqlite;
}

// A row with the searched fields only, read from columns 1, 2, 3 …; then the names of others.
class SearchedFields
{
public:
    explicit SearchedFields(EntityKind kind)
        : m_kind(kind), m_names(namesQuery(kind)), m_row(entityInfo(kind).defaults)
    {
        const EntityInfo &info = entityInfo(kind);
        for (int i = 0; i < int(info.fields.size()); ++i) {
            if (info.field(i).isSearched() && info.field(i).type != FieldType::Reference)
                m_fields.push_back(i);
        }
    }

    // Up to the condition, which speaks of the rows as "r".
    QString query() const
    {
        QString list = u"SELECT r.id"_s;
        for (const int field : m_fields)
            list += u", r."_s + entityInfo(m_kind).field(field).name;
        if (m_names.count > 0)
            list += u", "_s + m_names.columns;
        return list + u" FROM "_s + tableName(m_kind) + u" r"_s + m_names.joins;
    }

    QString words(const sql::RowView &row)
    {
        for (size_t i = 0; i < m_fields.size(); ++i)
            m_row[size_t(m_fields[i])] = row.text(int(i) + 1);
        QStringList found{searchText(m_kind, m_row)};
        for (int i = 0; i < m_names.count; ++i)
            found += nameWords(m_names, i, row.text(int(m_fields.size()) + 1 + i));
        return found.join(u' ');
    }

private:
    EntityKind m_kind;
    const NamesQuery &m_names;
    Row m_row;
    std::vector<int> m_fields;
};

// Records of a kind: what stands in a condition behind the column of their ids.
struct Among {
    QString text = {};
    sql::Values binds = {};
};

// Adds the words of the contact points of `bodies`, which are in the order of ids.
Result<> mergeContactPoints(sql::Connection &connection, EntityKind kind, const Among &among,
                            std::vector<SearchBody> &bodies)
{
    sql::Values binds{QString(tableName(kind))};
    binds.insert(binds.end(), among.binds.begin(), among.binds.end());
    auto body = bodies.begin();
    return connection.each(
        u"SELECT record_id, reach_by, value FROM contact_point WHERE record_kind = ? AND record_id"_s
            + among.text + u" AND deleted_at IS NULL ORDER BY record_id, id"_s,
        binds, [&](const sql::RowView &row) -> Result<> {
            while (body != bodies.end() && body->id < row.integer(0))
                ++body;
            if (body != bodies.end() && body->id == row.integer(0))
                body->body += u' ' + contactPointWords(row.text(1), row.text(2));
            return {};
        });
}

// Likewise what stands for their tags.
Result<> mergeTags(sql::Connection &connection, EntityKind kind, const Among &among,
                   std::vector<SearchBody> &bodies)
{
    sql::Values binds{QString(tableName(kind))};
    binds.insert(binds.end(), among.binds.begin(), among.binds.end());
    auto body = bodies.begin();
    return connection.each(u"SELECT record_id, tag_id FROM tag_link WHERE record_kind = ? AND record_id"_s
                               + among.text
                               + u" AND deleted_at IS NULL AND tag_id IS NOT NULL ORDER BY record_id, id"_s,
                           binds, [&](const sql::RowView &row) -> Result<> {
                               while (body != bodies.end() && body->id < row.integer(0))
                                   ++body;
                               if (body != bodies.end() && body->id == row.integer(0))
                                   body->body += u' ' + tagWord(row.integer(1));
                               return {};
                           });
}

// The records that `condition` chooses, with the words of their own fields and of names.
Result<std::vector<SearchBody>> ownBodies(sql::Connection &connection, EntityKind kind,
                                          const QString &condition, const sql::Values &binds)
{
    SearchedFields fields(kind);
    std::vector<SearchBody> bodies;
    HEADWAY_CHECK(
        connection.each(fields.query() + condition, binds, [&](const sql::RowView &row) -> Result<> {
            bodies.push_back({row.integer(0), fields.words(row)});
            return {};
        }));
    return bodies;
}

Result<> complete(sql::Connection &connection, EntityKind kind, const Among &among,
                  std::vector<SearchBody> &bodies)
{
    if (entityInfo(kind).has(KindTrait::HasContactPoints))
        HEADWAY_CHECK(mergeContactPoints(connection, kind, among, bodies));
    if (entityInfo(kind).has(KindTrait::HasTags))
        HEADWAY_CHECK(mergeTags(connection, kind, among, bodies));
    for (SearchBody &body : bodies)
        body.body = shortened(body.body + numberWord({kind, body.id}));
    return {};
}

Result<> writeDocuments(sql::Connection &connection, EntityKind kind, const std::vector<SearchBody> &bodies)
{
    HEADWAY_TRY(rows, connection.bulkInsert(u"search_doc"_s, {u"entity"_s, u"entity_id"_s, u"body"_s}));
    for (const SearchBody &body : bodies) {
        if (!body.body.isEmpty())
            HEADWAY_CHECK(rows->add(std::array<sql::Value, 3>{QString(tableName(kind)), body.id, body.body}));
    }
    return rows->finish();
}

Result<> eachBatch(sql::Connection &connection, EntityKind kind,
                   const std::function<Result<>(const std::vector<SearchBody> &)> &write)
{
    for (qint64 last = 0;;) {
        HEADWAY_TRY(bodies, searchBodies(connection, kind, last));
        if (bodies.empty())
            return {};
        last = bodies.back().id;
        HEADWAY_CHECK(write(bodies));
    }
}

// FTS5 writes a segment whenever its memory is full, and merges segments between inserts. With much memory
// and no merging until the end each word is written once or twice instead of many times.
Result<> prepareForBulk(sql::Connection &connection, const QString &index)
{
    HEADWAY_CHECK(tellIndex(connection, index, u"delete-all"_s));
    HEADWAY_CHECK(tellIndex(connection, index, u"automerge"_s, 0));
    HEADWAY_CHECK(tellIndex(connection, index, u"crisismerge"_s, 64));
    return tellIndex(connection, index, u"hashsize"_s, 128 * 1024 * 1024);
}

// Merges into one segment, so that a search reads one place; then restores SQLite's defaults.
Result<> finishBulk(sql::Connection &connection, const QString &index)
{
    HEADWAY_CHECK(tellIndex(connection, index, u"optimize"_s));
    return restoreIndex(connection, index);
}

Result<> indexAllActivities(sql::Connection &connection)
{
    if (isSqlite(connection))
        HEADWAY_CHECK(prepareForBulk(connection, u"activity_index"_s));
    else
        HEADWAY_CHECK(connection.run(u"DELETE FROM activity_doc"_s));
    HEADWAY_CHECK(eachBatch(connection, EntityKind::Activity, [&](const std::vector<SearchBody> &bodies) {
        return writeActivities(connection, bodies);
    }));
    return isSqlite(connection) ? finishBulk(connection, u"activity_index"_s) : Result<>();
}

Result<> indexAllRecords(sql::Connection &connection)
{
    HEADWAY_CHECK(connection.run(u"DELETE FROM search_doc"_s));
    if (isSqlite(connection))
        HEADWAY_CHECK(prepareForBulk(connection, u"search_index"_s));
    for (const EntityKind kind : kindsWith(KindTrait::IsSearched))
        HEADWAY_CHECK(eachBatch(connection, kind, [&](const std::vector<SearchBody> &bodies) {
            return writeDocuments(connection, kind, bodies);
        }));
    if (!isSqlite(connection))
        return {};
    HEADWAY_CHECK(tellIndex(connection, u"search_index"_s, u"rebuild"_s));
    return finishBulk(connection, u"search_index"_s);
}

} // namespace

Result<std::vector<SearchBody>> searchBodies(sql::Connection &connection, EntityKind kind, qint64 after)
{
    HEADWAY_TRY(bodies,
                ownBodies(connection, kind,
                          u" WHERE r.id > ? AND r.deleted_at IS NULL ORDER BY r.id LIMIT ?"_s,
                          {after, batch}));
    if (!bodies.empty())
        HEADWAY_CHECK(complete(connection, kind,
                               {u" BETWEEN ? AND ?"_s, {bodies.front().id, bodies.back().id}}, bodies));
    return std::move(bodies);
}

Result<std::vector<SearchBody>> searchBodies(sql::Connection &connection, EntityKind kind,
                                             std::span<const qint64> ids)
{
    Among among;
    among.text = sql::amongIds(ids, among.binds);
    HEADWAY_TRY(bodies,
                ownBodies(connection, kind,
                          u" WHERE r.id"_s + among.text + u" AND r.deleted_at IS NULL ORDER BY r.id"_s,
                          among.binds));
    if (!bodies.empty())
        HEADWAY_CHECK(complete(connection, kind, among, bodies));
    return std::move(bodies);
}

Result<> writeActivities(sql::Connection &connection, const std::vector<SearchBody> &bodies)
{
    HEADWAY_TRY(rows,
                isSqlite(connection) ? connection.bulkInsert(u"activity_index"_s, {u"rowid"_s, u"body"_s})
                                     : connection.bulkInsert(u"activity_doc"_s, {u"id"_s, u"body"_s}));
    for (const SearchBody &body : bodies) {
        if (!body.body.isEmpty())
            HEADWAY_CHECK(rows->add(std::array<sql::Value, 2>{body.id, body.body}));
    }
    return rows->finish();
}

Result<> indexWholeBook(sql::Connection &connection)
{
    HEADWAY_CHECK(indexAllRecords(connection));
    return indexAllActivities(connection);
}

} // namespace headway::store
