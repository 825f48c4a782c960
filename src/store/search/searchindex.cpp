// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/searchindex.h"

#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "domain/text/phonenumber.h"
#include "domain/text/searchwords.h"
#include "domain/text/text.h"
#include "store/search/changedwords.h"
#include "store/search/searchdocuments.h"
#include "store/search/searchnames.h"
#include "store/search/searchtags.h"

#include <QSet>
#include <QStringList>

#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

bool isSqlite(const sql::Connection &connection)
{
    return connection.engine() == sql::Engine::Sqlite;
}

struct SearchedFields {
    QString query = {};
    std::vector<size_t> fields = {};
};

// Only about ten of a deal's fifty columns are searched, and reading the others takes time.
const SearchedFields &searchedFields(EntityKind kind)
{
    static const PerKind<SearchedFields> tables([](EntityKind each) {
        SearchedFields table{u"SELECT deleted_at"_s, {}};
        const EntityInfo &info = entityInfo(each);
        for (size_t i = 0; i < info.fields.size(); ++i) {
            if (!info.fields[i].isSearched() || info.fields[i].type == FieldType::Reference)
                continue;
            table.query += u", "_s + info.fields[i].name;
            table.fields.push_back(i);
        }
        table.query += u" FROM "_s + tableName(each) + u" WHERE id = ?"_s;
        return table;
    });
    return tables[kind];
}

// The search text of the record itself; nothing if it does not exist or was deleted.
Result<std::optional<QString>> ownWords(sql::Connection &connection, EntityRef ref)
{
    const SearchedFields &searched = searchedFields(ref.kind);
    std::optional<QString> words;
    HEADWAY_CHECK(connection.each(searched.query, {ref.id}, [&](const sql::RowView &row) -> Result<> {
        if (!row.isNull(0))
            return {};
        Row fields(entityInfo(ref.kind).fields.size());
        for (size_t i = 0; i < searched.fields.size(); ++i)
            fields[searched.fields[i]] = row.value(int(i) + 1);
        words = searchText(ref.kind, fields);
        return {};
    }));
    return words;
}

Result<> addContactPoints(sql::Connection &connection, EntityRef ref, QStringList &body)
{
    return connection.each(
        u"SELECT reach_by, value FROM contact_point WHERE record_kind = ? AND record_id = ?"
        " AND deleted_at IS NULL ORDER BY id"_s,
        {QString(tableName(ref.kind)), ref.id}, [&](const sql::RowView &row) -> Result<> {
            body += contactPointWords(row.text(0), row.text(1));
            return {};
        });
}

Result<> addTags(sql::Connection &connection, EntityRef ref, QStringList &body)
{
    return connection.each(u"SELECT tag_id FROM tag_link WHERE record_kind = ? AND record_id = ?"
                           " AND deleted_at IS NULL AND tag_id IS NOT NULL ORDER BY id"_s,
                           {QString(tableName(ref.kind)), ref.id}, [&](const sql::RowView &row) -> Result<> {
                               body += tagWord(row.integer(0));
                               return {};
                           });
}

// `own`, the names of others by which it is found, its contact points and its tags.
Result<QString> bodyOf(sql::Connection &connection, EntityRef ref, const QString &own)
{
    QStringList body{own};
    HEADWAY_CHECK(addNames(connection, ref, body));
    if (entityInfo(ref.kind).has(KindTrait::HasContactPoints))
        HEADWAY_CHECK(addContactPoints(connection, ref, body));
    if (entityInfo(ref.kind).has(KindTrait::HasTags))
        HEADWAY_CHECK(addTags(connection, ref, body));
    return shortened(body.join(u' ') + numberWord(ref));
}

// FTS5 counts its documents by what it is told: whoever takes a document's words out has to give some again, though it
// be none, or it takes the index for damaged in the end.
Result<> tellOfChange(sql::Connection &connection, const QString &index, qint64 doc, const QString &before,
                      const QString &after)
{
    const auto [taken, given] = changedWords(before, after);
    if (taken.isEmpty() && given.isEmpty())
        return {};
    if (!before.isEmpty())
        HEADWAY_CHECK(connection.run(u"INSERT INTO "_s + index + u" ("_s + index
                                         + u", rowid, body) VALUES ('delete', ?, ?)"_s,
                                     {doc, taken}));
    if (!after.isEmpty())
        HEADWAY_CHECK(
            connection.run(u"INSERT INTO "_s + index + u" (rowid, body) VALUES (?, ?)"_s, {doc, given}));
    return {};
}

// The names by which it is found are held.
Result<> indexWords(sql::Connection &connection, EntityRef ref, const QString &own)
{
    HEADWAY_TRY(body, bodyOf(connection, ref, own));
    return replaceDocument(connection, ref, body);
}

} // namespace

Result<> replaceInIndex(sql::Connection &connection, qint64 doc, const QString &before, const QString &after)
{
    if (!isSqlite(connection))
        return {}; // the GIN index follows search_doc automatically
    return tellOfChange(connection, u"search_index"_s, doc, before, after);
}

Result<> replaceDocument(sql::Connection &connection, EntityRef ref, const QString &body)
{
    const QString kind = tableName(ref.kind);
    HEADWAY_TRY(
        old,
        connection.row(u"SELECT id, body, resting FROM search_doc WHERE entity = ? AND entity_id = ?"_s,
                       {kind, ref.id}));
    if (old.empty()) {
        if (body.isEmpty())
            return {};
        HEADWAY_TRY(doc,
                    connection.insert(u"INSERT INTO search_doc (entity, entity_id, body) VALUES (?, ?, ?)"_s,
                                      {kind, ref.id, body}));
        return replaceInIndex(connection, doc, QString(), body);
    }
    const qint64 doc = integerOf(old[0]);
    const QString before = textOf(old[1]);
    const bool isResting = integerOf(old[2]) != 0;
    if (isResting ? body.isEmpty() : before == body)
        return {};
    if (before != body)
        HEADWAY_CHECK(replaceInIndex(connection, doc, before, body));
    HEADWAY_CHECK(connection.run(u"UPDATE search_doc SET body = ?, resting = 0 WHERE id = ?"_s, {body, doc}));
    return {};
}

QString shortened(const QString &words)
{
    QStringList list = words.split(u' ', Qt::SkipEmptyParts);
    bool hasBeside = false;
    for (QString &word : list) {
        const bool isBeside = isBesideWord(word);
        const qsizetype longest = longestSearchWord + (isBeside ? 1 : 0);
        if (word.size() > longest)
            word = beginning(word, longest);
        hasBeside = hasBeside || isBeside;
    }
    list.removeDuplicates();
    if (hasBeside) {
        const QSet<QString> known(list.begin(), list.end());
        list.removeIf(
            [&known](const QString &word) { return isBesideWord(word) && known.contains(word.mid(1)); });
    }
    return list.join(u' ');
}

QString numberWord(EntityRef ref)
{
    if (!entityInfo(ref.kind).has(KindTrait::IsNumbered))
        return {};
    return u' ' + besideWord(QString::number(ref.id));
}

QString contactPointWords(QStringView by, const QString &value)
{
    if (by != u"phone")
        return searchWords(value).join(u' ');
    return phoneWords(value).join(u' ');
}

Result<> indexRecord(sql::Connection &connection, EntityRef ref)
{
    HEADWAY_CHECK(holdNames(connection, ref));
    // The record itself may be in somebody else's hands: who indexes it right now has to finish first.
    if (!isSqlite(connection))
        HEADWAY_CHECK(
            connection.row(u"SELECT id FROM search_doc WHERE entity = ? AND entity_id = ? FOR UPDATE"_s,
                           {QString(tableName(ref.kind)), ref.id}));
    HEADWAY_TRY(own, ownWords(connection, ref));
    return own ? indexWords(connection, ref, *own) : replaceDocument(connection, ref, QString());
}

Result<> indexRecord(sql::Connection &connection, EntityRef ref, const QString &own)
{
    HEADWAY_CHECK(holdNames(connection, ref));
    return indexWords(connection, ref, own);
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
    return tellOfChange(connection, u"activity_index"_s, id, was, is);
}

} // namespace headway::store
