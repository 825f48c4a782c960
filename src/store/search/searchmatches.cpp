// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/searchmatches.h"

#include "domain/records/record.h"
#include "domain/text/searchwords.h"
#include "store/search/matchnumber.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// What a server looks through before it asks its index of all words.
constexpr int newestOfKind = 1'000;
constexpr int newestActivities = 4'000;
// Of what begins alike with a long word that was typed, to be compared letter by letter.
constexpr int roughlyLookedAt = 2'000;
// Titles that begin with the typed text, of each kind, whatever their age.
constexpr int titleCandidates = 20;

// Records and activities that contain the words, newest first; `text` selects a kind and an id.
Result<std::vector<EntityRef>> matches(sql::Connection &connection, const QString &text,
                                       const sql::Values &binds)
{
    std::vector<EntityRef> found;
    HEADWAY_CHECK(connection.each(text, binds, [&](const sql::RowView &row) -> Result<> {
        if (const auto kind = entityKindNamed(row.text(0)))
            found.push_back({*kind, row.integer(1)});
        return {};
    }));
    return found;
}

Result<Matches> matchesInFile(sql::Connection &connection, const QString &text, const QString &match,
                              int most)
{
    HEADWAY_TRY(found, matches(connection, text, {match, qint64(most)}));
    const bool isAll = int(found.size()) < most;
    return Matches{std::move(found), isAll};
}

// PostgreSQL's full-text index returns all matches, which are sorted afterwards: slow for a frequent word.
// So the newest records are scanned first; if enough of them match, these are the result. The fallback
// sorts by an expression, so that the server does not walk backwards through everything.
struct Newest {
    QString documents = {}; // a query for kind, record, id and words
    size_t enough = 0;
};

Result<Matches> allOnServer(sql::Connection &connection, const QString &documents, const QString &match,
                            int most)
{
    HEADWAY_TRY(found,
                matches(connection,
                        u"SELECT kind, record FROM ("_s + documents
                            + u") documents WHERE words @@ CAST(? AS tsquery) ORDER BY id + 0 DESC LIMIT ?"_s,
                        {match, qint64(most)}));
    const bool isAll = int(found.size()) < most;
    return Matches{std::move(found), isAll};
}

Result<Matches> matchesOnServer(sql::Connection &connection, const Newest &newest, const QString &all,
                                const QString &match, int most)
{
    HEADWAY_TRY(first,
                matches(connection,
                        u"SELECT kind, record FROM ("_s + newest.documents
                            + u") newest WHERE words @@ CAST(? AS tsquery) ORDER BY id DESC LIMIT ?"_s,
                        {match, qint64(most)}));
    if (first.size() >= newest.enough)
        return Matches{std::move(first), false};
    return allOnServer(connection, all, match, most);
}

// The newest that match in the file. A common word of many letters is looked for among what begins alike first.
Result<Matches> documentsInFile(sql::Connection &connection, const Match &match, const Bounds &bounds)
{
    if (!match.rough.isEmpty()) {
        QString begins;
        sql::Values binds{match.rough, qint64(roughlyLookedAt)};
        for (const QString &word : match.beginnings) {
            begins += u" AND (instr(' ' || d.body, ?) > 0 OR instr(' ' || d.body, ?) > 0)"_s;
            binds.push_back(QString(u' ' + word));
            binds.push_back(QString(u' ' + besideWord(word)));
        }
        binds.push_back(qint64(bounds.most));
        HEADWAY_TRY(first,
                    matches(connection,
                            u"SELECT d.entity, d.entity_id FROM (SELECT rowid AS doc FROM search_index"
                            " WHERE search_index MATCH ? ORDER BY rowid DESC LIMIT ?) i"
                            " JOIN search_doc d ON d.id = i.doc WHERE d.resting = 0"_s
                                + begins + u" ORDER BY i.doc DESC LIMIT ?"_s,
                            binds));
        if (int(first.size()) >= std::min(bounds.enough, bounds.most))
            return Matches{std::move(first), false};
    }
    return matchesInFile(
        connection,
        u"SELECT d.entity, d.entity_id FROM search_index i JOIN search_doc d ON d.id = i.rowid"
        " WHERE i.search_index MATCH ? AND d.resting = 0 ORDER BY i.rowid DESC LIMIT ?"_s,
        match.text, bounds.most);
}

void append(Matches &to, const Matches &more, int most)
{
    to.refs.insert(to.refs.end(), more.refs.begin(), more.refs.end());
    removeRepeated(to.refs);
    to.isAll = more.isAll && int(to.refs.size()) <= most;
    to.refs.resize(std::min(to.refs.size(), size_t(most)));
}

bool isSufficient(const Matches &found, std::span<const EntityKind> kinds, int sufficient)
{
    const auto ours = std::count_if(found.refs.begin(), found.refs.end(), [kinds](const EntityRef &ref) {
        return std::find(kinds.begin(), kinds.end(), ref.kind) != kinds.end();
    });
    return !found.isAll || ours >= sufficient;
}

Result<Matches> recordsInFile(sql::Connection &connection, std::span<const EntityKind> kinds,
                              const QString &typed, const Bounds &bounds)
{
    HEADWAY_TRY(found, documentsInFile(connection, calledIn(connection.engine(), typed), bounds));
    if (isSufficient(found, kinds, bounds.sufficient))
        return std::move(found);
    HEADWAY_TRY(match, wideMatchOrNumber(connection, {typed}));
    HEADWAY_TRY(wide, documentsInFile(connection, match, bounds));
    append(found, wide, bounds.most);
    return std::move(found);
}

// The documents of records, and the newest of each kind.
struct Documents {
    QString all = {};
    QString newest = {};
};

Documents documentsOf(std::span<const EntityKind> kinds)
{
    const QString documents = u"SELECT entity AS kind, entity_id AS record, id, words FROM search_doc"_s;
    QStringList newest;
    QStringList names;
    for (const EntityKind kind : kinds) {
        names += u'\'' + tableName(kind) + u'\'';
        newest += u'(' + documents + u" WHERE entity = "_s + names.back()
            + u" ORDER BY entity_id DESC LIMIT "_s + QString::number(newestOfKind) + u')';
    }
    return {documents + u" WHERE entity IN ("_s + names.join(u',') + u')', newest.join(u" UNION ALL "_s)};
}

// As PostgreSQL's expressions.
struct Sought {
    QString called = {};
    QString wide = {};
};

// Among the newest those that are called so, and those that have the words beside their names.
Result<> lookThroughNewest(sql::Connection &connection, const QString &newest, const Sought &sought, int most,
                           Matches &called, Matches &beside)
{
    return connection.each(
        u"SELECT kind, record, CASE WHEN words @@ CAST(? AS tsquery) THEN 1 ELSE 0 END AS called"
        " FROM ("_s
            + newest + u") newest WHERE words @@ CAST(? AS tsquery) ORDER BY called DESC, id DESC LIMIT ?"_s,
        {sought.called, sought.wide, qint64(most)}, [&](const sql::RowView &row) -> Result<> {
            Matches &into = row.integer(2) != 0 ? called : beside;
            if (const auto kind = entityKindNamed(row.text(0)))
                into.refs.push_back({*kind, row.integer(1)});
            return {};
        });
}

// A server looks through the newest for both at once; then for all that are called so; then for all others.
Result<Matches> recordsOnServer(sql::Connection &connection, std::span<const EntityKind> kinds,
                                const QString &typed, const Bounds &bounds)
{
    HEADWAY_TRY(wide, wideMatchOrNumber(connection, {typed}));
    const Sought sought{calledIn(connection.engine(), typed).text, std::move(wide.text)};
    const Documents documents = documentsOf(kinds);
    Matches called{.isAll = false};
    Matches beside{.isAll = false};
    HEADWAY_CHECK(lookThroughNewest(connection, documents.newest, sought, bounds.most, called, beside));
    if (int(called.refs.size()) < bounds.enough) {
        HEADWAY_TRY(all, allOnServer(connection, documents.all, sought.called, bounds.most));
        called = std::move(all);
        if (isSufficient(called, kinds, bounds.sufficient))
            return called;
    }
    append(called, beside, bounds.most);
    if (int(called.refs.size()) < bounds.enough) {
        HEADWAY_TRY(all, allOnServer(connection, documents.all, sought.wide, bounds.most));
        append(called, all, bounds.most);
    }
    return called;
}

} // namespace

QString matchOf(sql::Engine engine, const QString &typed)
{
    return matchTextOrNumber(engine, {typed});
}

Match calledIn(sql::Engine engine, const QString &typed)
{
    return calledMatchOrNumber(engine, {typed});
}

Result<Matches> matchingRecords(sql::Connection &connection, std::span<const EntityKind> kinds,
                                const QString &typed, const Bounds &bounds)
{
    if (connection.engine() == sql::Engine::Sqlite)
        return recordsInFile(connection, kinds, typed, bounds);
    return recordsOnServer(connection, kinds, typed, bounds);
}

Result<Matches> matchingNames(sql::Connection &connection, std::span<const EntityKind> kinds,
                              const Match &called, int most, int enough)
{
    if (connection.engine() == sql::Engine::Sqlite)
        return documentsInFile(connection, {.text = called.text},
                               {.most = most}); // of all kinds: a rough look may miss one
    const Documents documents = documentsOf(kinds);
    return matchesOnServer(connection, {documents.newest, size_t(enough)}, documents.all, called.text, most);
}

Result<Matches> matchingActivities(sql::Connection &connection, const QString &match, int most, int enough)
{
    if (connection.engine() == sql::Engine::Sqlite)
        return matchesInFile(connection,
                             u"SELECT 'activity', rowid FROM activity_index WHERE activity_index MATCH ?"
                             " ORDER BY rowid DESC LIMIT ?"_s,
                             match, most);
    const QString documents = u"SELECT 'activity' AS kind, id AS record, id, words FROM activity_doc"_s;
    const QString newest = documents + u" ORDER BY id DESC LIMIT "_s + QString::number(newestActivities);
    return matchesOnServer(connection, {newest, size_t(enough)}, documents, match, most);
}

Result<> addTitles(sql::Connection &connection, EntityKind kind, const QString &begin,
                   std::vector<EntityRef> &into)
{
    if (begin.isEmpty())
        return {};
    const QString end = begin + QStringView(QChar::fromUcs4(0x10FFFF));
    return connection.each(u"SELECT id FROM "_s + tableName(kind)
                               + u" WHERE name_key >= ? AND name_key < ? AND deleted_at IS NULL"
                                 " ORDER BY name_key, id DESC LIMIT ?"_s,
                           {begin, end, qint64(titleCandidates)}, [&](const sql::RowView &row) -> Result<> {
                               into.push_back({kind, row.integer(0)});
                               return {};
                           });
}

void removeRepeated(std::vector<EntityRef> &refs)
{
    QSet<EntityRef> seen;
    std::erase_if(refs, [&](const EntityRef &ref) {
        const bool isRepeated = seen.contains(ref);
        seen.insert(ref);
        return isRepeated;
    });
}

} // namespace headway::store
