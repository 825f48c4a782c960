// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search.h"

#include "domain/derive.h"
#include "domain/text.h"
#include "store/lists.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// Newest first, and only these few are ranked: ranking every match of a common word takes a thousand
// times as long.
constexpr int candidates = 200;

Result<std::vector<EntityRef>> matchingRecords(sql::Connection &connection, const QString &match)
{
    const QString text = connection.engine() == sql::Engine::Sqlite
        ? u"SELECT d.entity, d.entity_id FROM search_index i JOIN search_doc d ON d.id = i.rowid"
          " WHERE i.search_index MATCH ? ORDER BY i.rowid DESC LIMIT ?"_s
        : u"SELECT entity, entity_id FROM search_doc WHERE array_to_tsvector(string_to_array(body, ' '))"
          " @@ CAST(? AS tsquery) ORDER BY id DESC LIMIT ?"_s;
    std::vector<EntityRef> found;
    HEADWAY_CHECK(connection.each(text, {match, qint64(candidates)}, [&](const sql::RowView &row) -> Result<> {
        if (const auto kind = entityKindNamed(row.text(0)))
            found.push_back({*kind, row.integer(1)});
        return {};
    }));
    return found;
}

Result<std::vector<EntityRef>> matchingActivities(sql::Connection &connection, const QString &match, int most)
{
    const QString text = connection.engine() == sql::Engine::Sqlite
        ? u"SELECT rowid FROM activity_index WHERE activity_index MATCH ? ORDER BY rowid DESC LIMIT ?"_s
        : u"SELECT id FROM activity_doc WHERE array_to_tsvector(string_to_array(body, ' '))"
          " @@ CAST(? AS tsquery) ORDER BY id DESC LIMIT ?"_s;
    std::vector<EntityRef> found;
    HEADWAY_CHECK(connection.each(text, {match, qint64(most)}, [&](const sql::RowView &row) -> Result<> {
        found.push_back({EntityKind::Activity, row.integer(0)});
        return {};
    }));
    return found;
}

QString detailOf(const ListRow &row)
{
    const EntityInfo &info = row.record.info();
    for (const QStringView name : {u"company_id", u"organisation", u"city", u"note"}) {
        const int i = info.indexOf(name);
        if (i < 0)
            continue;
        const QString text = info.field(i).kind == Kind::Reference ? row.titleOf(i)
                                                                   : textOf(row.record.row[size_t(i)]);
        if (!text.isEmpty())
            return text.section(u'\n', 0, 0).left(120);
    }
    return {};
}

// The refs as hits, in their order; records that were removed are left out.
Result<std::vector<Hit>> hitsOf(sql::Connection &connection, const std::vector<EntityRef> &refs)
{
    QHash<EntityRef, Hit> hits;
    for (const EntityKind kind : {EntityKind::Contact, EntityKind::Company, EntityKind::Lead,
                                  EntityKind::Deal, EntityKind::Activity}) {
        std::vector<qint64> wanted;
        for (const EntityRef &ref : refs) {
            if (ref.kind == kind)
                wanted.push_back(ref.id);
        }
        if (wanted.empty())
            continue;
        HEADWAY_TRY(found, rows(connection, kind, wanted));
        for (const ListRow &row : found) {
            if (!row.record.deletedAt)
                hits.insert(row.record.ref, {row.record.ref, titleOf(kind, row.record.row), detailOf(row)});
        }
    }
    std::vector<Hit> ordered;
    for (const EntityRef &ref : refs) {
        if (const auto it = hits.constFind(ref); it != hits.cend())
            ordered.push_back(*it);
    }
    return ordered;
}

// "030 9018-20" is one number, however it is spaced; in the index a number stands as its digits and
// their tails, with the country in front and so without a leading zero.
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

// All the words, or all their digits as one number.
QString matchOf(sql::Engine engine, const QString &typed)
{
    const QString match = matchText(engine, {typed});
    const QString number = phoneNumberIn(typed);
    if (number.isEmpty())
        return match;
    return u'(' + match + (engine == sql::Engine::Sqlite ? u") OR "_s : u") | "_s) + matchText(engine, {number});
}

} // namespace

Result<std::vector<Hit>> search(sql::Connection &connection, const QString &typed, int most)
{
    const QString match = matchOf(connection.engine(), typed);
    if (match.isEmpty())
        return std::vector<Hit>{};
    HEADWAY_TRY(refs, matchingRecords(connection, match));
    HEADWAY_TRY(hits, hitsOf(connection, refs));
    const QString begin = fold(typed);
    const auto rank = [&](const Hit &hit) {
        const QString title = fold(hit.title);
        return title == begin ? 0 : title.startsWith(begin) ? 1 : 2;
    };
    std::stable_sort(hits.begin(), hits.end(),
                     [&](const Hit &a, const Hit &b) { return rank(a) < rank(b); });
    if (int(hits.size()) > most)
        hits.resize(size_t(most));
    // One letter matches millions of notes and tells nothing: activities from two on.
    if (int(hits.size()) < most && fold(typed).size() >= 2) {
        HEADWAY_TRY(activities, matchingActivities(connection, match, most - int(hits.size())));
        HEADWAY_TRY(more, hitsOf(connection, activities));
        hits.insert(hits.end(), more.begin(), more.end());
    }
    return hits;
}

} // namespace headway::store
