// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/searchmatches.h"

#include "domain/records/record.h"
#include "domain/text/text.h"
#include "store/search/matchtext.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// What a server looks through before it asks its index of all words.
constexpr int newestOfKind = 1'000;
constexpr int newestActivities = 4'000;
// Titles that begin with the typed text, of each kind, whatever their age.
constexpr int titleCandidates = 20;

// Records and activities that contain the words, newest first; `text` selects a kind and an id.
Result<std::vector<EntityRef>> matches(sql::Connection &connection, const QString &text, const QString &match,
                                       int most)
{
    std::vector<EntityRef> found;
    HEADWAY_CHECK(connection.each(text, {match, qint64(most)}, [&](const sql::RowView &row) -> Result<> {
        if (const auto kind = entityKindNamed(row.text(0)))
            found.push_back({*kind, row.integer(1)});
        return {};
    }));
    return found;
}

Result<Matches> matchesInFile(sql::Connection &connection, const QString &text, const QString &match,
                              int most)
{
    HEADWAY_TRY(found, matches(connection, text, match, most));
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

Result<Matches> matchesOnServer(sql::Connection &connection, const Newest &newest, const QString &all,
                                const QString &match, int most)
{
    const QString condition = u" WHERE words @@ CAST(? AS tsquery) ORDER BY "_s;
    HEADWAY_TRY(first,
                matches(connection,
                        u"SELECT kind, record FROM ("_s + newest.documents + u") newest"_s + condition
                            + u"id DESC LIMIT ?"_s,
                        match, most));
    if (first.size() >= newest.enough)
        return Matches{std::move(first), false};
    HEADWAY_TRY(found,
                matches(connection,
                        u"SELECT kind, record FROM ("_s + all + u") documents"_s + condition
                            + u"id + 0 DESC LIMIT ?"_s,
                        match, most));
    const bool isAll = int(found.size()) < most;
    return Matches{std::move(found), isAll};
}

// "030 9018-20" is one number, however it is spaced; the index holds a number as its digits and their
// tails, with the country code and so without a leading zero.
QString phoneNumberIn(const QString &typed)
{
    constexpr qsizetype fewest = 4;
    static const QRegularExpression spelling(u"^[0-9+()/. -]+$"_s);
    if (!spelling.match(typed).hasMatch() || words(typed).size() < 2)
        return {};
    QString digits = phoneDigits(typed);
    if (digits.startsWith(u'0'))
        digits.remove(0, 1);
    return digits.size() < fewest ? QString() : digits;
}

} // namespace

QString matchOf(sql::Engine engine, const QString &typed)
{
    const QString match = matchText(engine, {typed});
    const QString number = phoneNumberIn(typed);
    if (number.isEmpty())
        return match;
    return u'(' + match + (engine == sql::Engine::Sqlite ? u") OR "_s : u") | "_s)
        + matchText(engine, {number});
}

Result<Matches> matchingRecords(sql::Connection &connection, std::span<const EntityKind> kinds,
                                const QString &match, int most, int enough)
{
    if (connection.engine() == sql::Engine::Sqlite)
        return matchesInFile(
            connection,
            u"SELECT d.entity, d.entity_id FROM search_index i JOIN search_doc d ON d.id = i.rowid"
            " WHERE i.search_index MATCH ? ORDER BY i.rowid DESC LIMIT ?"_s,
            match, most);
    const QString documents = u"SELECT entity AS kind, entity_id AS record, id, words FROM search_doc"_s;
    QStringList newest;
    QStringList names;
    for (const EntityKind kind : kinds) {
        names += u'\'' + tableName(kind) + u'\'';
        newest += u'(' + documents + u" WHERE entity = "_s + names.back()
            + u" ORDER BY entity_id DESC LIMIT "_s + QString::number(newestOfKind) + u')';
    }
    return matchesOnServer(connection, {newest.join(u" UNION ALL "_s), size_t(enough)},
                           documents + u" WHERE entity IN ("_s + names.join(u',') + u')', match, most);
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
