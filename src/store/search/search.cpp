// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/search.h"

#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "domain/text/text.h"
#include "store/search/matchtext.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <map>
#include <span>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// Only these newest matches are ranked: ranking every match of a common word takes a thousand times as
// long.
constexpr int candidates = 200;
// When searching one kind, this many matches of all kinds are examined to find those.
constexpr int lookedAt = 5'000;
// More than anybody reads: if so many of the newest records match, older ones are not searched, unless more
// are requested.
constexpr int usuallyEnough = 50;
constexpr int newestOfKind = 1'000;
constexpr int newestActivities = 4'000;
// Titles that begin with the typed text, of each kind, whatever their age.
constexpr int titleCandidates = 20;

// People first, deals last.
std::vector<EntityKind> searchedKinds()
{
    std::vector<EntityKind> kinds = kindsByCloseness(KindTrait::IsSearched);
    std::reverse(kinds.begin(), kinds.end());
    return kinds;
}

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

// PostgreSQL's full-text index returns all matches, which are sorted afterwards: slow for a frequent word.
// So the newest records are scanned first; if enough of them match, these are the result. The fallback
// sorts by an expression, so that the server does not walk backwards through everything.
struct Newest {
    QString documents = {}; // a query for kind, record, id and words
    size_t enough = 0;
};

Result<std::vector<EntityRef>> matchesOnServer(sql::Connection &connection, const Newest &newest,
                                               const QString &all, const QString &match, int most)
{
    const QString condition = u" WHERE words @@ CAST(? AS tsquery) ORDER BY "_s;
    HEADWAY_TRY(first,
                matches(connection,
                        u"SELECT kind, record FROM ("_s + newest.documents + u") newest"_s + condition
                            + u"id DESC LIMIT ?"_s,
                        match, most));
    if (first.size() >= newest.enough)
        return std::move(first);
    return matches(connection,
                   u"SELECT kind, record FROM ("_s + all + u") documents"_s + condition
                       + u"id + 0 DESC LIMIT ?"_s,
                   match, most);
}

Result<std::vector<EntityRef>> matchingRecords(sql::Connection &connection, std::span<const EntityKind> kinds,
                                               const QString &match, int most, int wanted)
{
    if (connection.engine() == sql::Engine::Sqlite)
        return matches(connection,
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
    return matchesOnServer(connection,
                           {newest.join(u" UNION ALL "_s), size_t(std::max(usuallyEnough, wanted))},
                           documents + u" WHERE entity IN ("_s + names.join(u',') + u')', match, most);
}

// By the index of names: a record of exactly that name is found, however many others match.
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

Result<std::vector<EntityRef>> matchingActivities(sql::Connection &connection, const QString &match, int most)
{
    if (connection.engine() == sql::Engine::Sqlite)
        return matches(connection,
                       u"SELECT 'activity', rowid FROM activity_index WHERE activity_index MATCH ?"
                       " ORDER BY rowid DESC LIMIT ?"_s,
                       match, most);
    const QString documents = u"SELECT 'activity' AS kind, id AS record, id, words FROM activity_doc"_s;
    const QString newest = documents + u" ORDER BY id DESC LIMIT "_s + QString::number(newestActivities);
    return matchesOnServer(connection, {newest, size_t(most)}, documents, match, most);
}

// The columns of a hit: only these few, because most candidates are dropped. In the order id, title, its
// folded key, detail.
QString hitsQuery(EntityKind kind)
{
    if (kind == EntityKind::Activity)
        return u"SELECT r.id, r.subject, '', r.note, r.kind FROM activity r"_s;
    const EntityInfo &info = entityInfo(kind);
    const QString columns = u"SELECT r.id, r."_s + QLatin1StringView(info.title) + u", r.name_key, "_s;
    const QString from = u" FROM "_s + tableName(kind) + u" r"_s;
    const int detail = info.indexOf(QString::fromLatin1(info.detail));
    if (detail < 0)
        return columns + u"''"_s + from;
    const FieldInfo &field = info.field(detail);
    if (field.type != FieldType::Reference)
        return columns + u"r."_s + field.name + from;
    return columns + u"d."_s + QLatin1StringView(entityInfo(field.target).title) + from + u" LEFT JOIN "_s
        + tableName(field.target) + u" d ON d.id = r."_s + field.name;
}

struct Candidate {
    SearchHit hit = {};
    QString key = {};
};

Candidate candidateFrom(EntityKind kind, const sql::RowView &row)
{
    const QString firstLine = row.text(3).section(u'\n', 0, 0).left(120);
    Candidate found{{{kind, row.integer(0)}, row.text(1), firstLine}, row.text(2)};
    if (kind == EntityKind::Activity && found.hit.title.isEmpty()) {
        Row activity = entityInfo(kind).defaults;
        activity[size_t(entityInfo(kind).indexOf(u"note"))] = row.text(3);
        activity[size_t(entityInfo(kind).indexOf(u"kind"))] = row.text(4);
        found.hit.title = titleOf(kind, activity);
    }
    return found;
}

// The refs as hits, in their order; removed records are left out.
Result<std::vector<Candidate>> hitsOf(sql::Connection &connection, const std::vector<EntityRef> &refs)
{
    QHash<EntityRef, Candidate> found;
    std::map<EntityKind, sql::Values> byKind;
    for (const EntityRef &ref : refs)
        byKind[ref.kind].push_back(ref.id);
    for (const auto &each : byKind) {
        const EntityKind kind = each.first;
        sql::Values ids = each.second;
        const size_t room = candidates + titleCandidates;
        ids.resize(ids.size() > 20 ? room : 20, qint64(0)); // so that two statements serve all sizes
        HEADWAY_CHECK(connection.each(hitsQuery(kind) + u" WHERE r.deleted_at IS NULL AND r.id IN ("_s
                                          + sql::placeholders(qsizetype(ids.size())) + u')',
                                      ids, [&](const sql::RowView &row) -> Result<> {
                                          found.insert({kind, row.integer(0)}, candidateFrom(kind, row));
                                          return {};
                                      }));
    }
    std::vector<Candidate> ordered;
    for (const EntityRef &ref : refs) {
        if (const auto it = found.find(ref); it != found.end())
            ordered.push_back(std::move(*it));
    }
    return ordered;
}

void sortByTitle(std::vector<Candidate> &found, const QString &begin)
{
    const auto rank = [&](const Candidate &candidate) {
        return candidate.key == begin ? 0 : candidate.key.startsWith(begin) ? 1 : 2;
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const Candidate &a, const Candidate &b) { return rank(a) < rank(b); });
}

Result<std::vector<Candidate>> bestOf(sql::Connection &connection, std::vector<EntityRef> refs,
                                      const QString &typed, int most)
{
    removeRepeated(refs);
    HEADWAY_TRY(found, hitsOf(connection, refs));
    sortByTitle(found, fold(typed));
    if (int(found.size()) > most)
        found.resize(size_t(most));
    return std::move(found);
}

std::vector<SearchHit> hitsIn(std::vector<Candidate> found)
{
    std::vector<SearchHit> hits;
    for (Candidate &candidate : found)
        hits.push_back(std::move(candidate.hit));
    return hits;
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

// Matches all the words, or all their digits as one number.
QString matchOf(sql::Engine engine, const QString &typed)
{
    const QString match = matchText(engine, {typed});
    const QString number = phoneNumberIn(typed);
    if (number.isEmpty())
        return match;
    return u'(' + match + (engine == sql::Engine::Sqlite ? u") OR "_s : u") | "_s)
        + matchText(engine, {number});
}

} // namespace

Result<std::vector<SearchHit>> search(sql::Connection &connection, const QString &typed, int most)
{
    const QString match = matchOf(connection.engine(), typed);
    if (match.isEmpty())
        return std::vector<SearchHit>{};
    const std::vector<EntityKind> kinds = searchedKinds();
    HEADWAY_TRY(refs, matchingRecords(connection, kinds, match, candidates, most));
    for (const EntityKind kind : kinds)
        HEADWAY_CHECK(addTitles(connection, kind, fold(typed), refs));
    HEADWAY_TRY(found, bestOf(connection, refs, typed, most));
    // One letter matches millions of notes: activities are searched from two letters on.
    if (int(found.size()) < most && fold(typed).size() >= 2) {
        HEADWAY_TRY(activities, matchingActivities(connection, match, most - int(found.size())));
        HEADWAY_TRY(more, hitsOf(connection, activities));
        found.insert(found.end(), more.begin(), more.end());
    }
    return hitsIn(std::move(found));
}

Result<std::vector<SearchHit>> searchKind(sql::Connection &connection, EntityKind kind, const QString &typed,
                                          int most)
{
    const QString match = matchOf(connection.engine(), typed);
    if (match.isEmpty())
        return std::vector<SearchHit>{};
    HEADWAY_TRY(refs, matchingRecords(connection, std::array{kind}, match, lookedAt, most));
    std::erase_if(refs, [kind](const EntityRef &ref) { return ref.kind != kind; });
    if (refs.size() > candidates)
        refs.resize(candidates);
    HEADWAY_CHECK(addTitles(connection, kind, fold(typed), refs));
    HEADWAY_TRY(found, bestOf(connection, refs, typed, most));
    return hitsIn(std::move(found));
}

} // namespace headway::store
