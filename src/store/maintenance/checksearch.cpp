// SPDX-License-Identifier: GPL-3.0-or-later
// Check: whether the search text agrees with the records.
#include "store/maintenance/checkparts.h"
#include "store/search/searchindex.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr qint64 endOfIds = std::numeric_limits<qint64>::max();

// Where the search text of a kind is stored: "SELECT id, body … ?, ?" over a range of ids, in their order.
struct Source {
    QString query = {};
    sql::Values binds = {};
};

Source documents(EntityKind kind)
{
    return {u"SELECT entity_id, body FROM search_doc WHERE entity = ? AND entity_id > ? AND entity_id <= ?"
            " AND body <> '' AND resting = 0 ORDER BY entity_id"_s,
            {QString(tableName(kind))}};
}

Source activityDocuments()
{
    return {u"SELECT id, body FROM activity_doc WHERE id > ? AND id <= ? AND body <> '' ORDER BY id"_s, {}};
}

// Compares `bodies`, whose ids are in (after, until], with the search text stored for that range.
Result<> compare(sql::Connection &connection, EntityKind kind, const Source &source, qint64 after,
                 qint64 until, const std::vector<SearchBody> &bodies, FlawList &flaws)
{
    const auto missing = [&](const SearchBody &body) {
        if (!body.body.isEmpty())
            flaws.add(FlawKind::SearchText, {kind, body.id}, Sentence::tr("the search does not find it."));
    };
    auto body = bodies.begin();
    sql::Values binds = source.binds;
    binds.push_back(after);
    binds.push_back(until);
    HEADWAY_CHECK(connection.each(source.query, binds, [&](const sql::RowView &row) -> Result<> {
        const qint64 id = row.integer(0);
        for (; body != bodies.end() && body->id < id; ++body)
            missing(*body);
        if (body == bodies.end() || body->id > id) {
            flaws.add(FlawKind::SearchText, {kind, id},
                      Sentence::tr("the search finds it, though it was deleted."));
            return {};
        }
        if (body->body != row.text(1))
            flaws.add(FlawKind::SearchText, {kind, id}, Sentence::tr("the search finds it by old words."));
        ++body;
        return {};
    }));
    for (; body != bodies.end(); ++body)
        missing(*body);
    return {};
}

Result<> compareAll(sql::Connection &connection, EntityKind kind, const Source &source, FlawList &flaws)
{
    for (qint64 after = 0;;) {
        HEADWAY_TRY(bodies, searchBodies(connection, kind, after));
        const qint64 until = bodies.empty() ? endOfIds : bodies.back().id;
        HEADWAY_CHECK(compare(connection, kind, source, after, until, bodies, flaws));
        if (bodies.empty())
            return {};
        after = until;
    }
}

} // namespace

Result<> checkSearchText(sql::Connection &connection, FlawList &flaws)
{
    for (const EntityKind kind : kindsWith(KindTrait::IsSearched))
        HEADWAY_CHECK(compareAll(connection, kind, documents(kind), flaws));
    if (connection.engine() == sql::Engine::Sqlite)
        return {}; // the text of an activity is not stored a second time
    return compareAll(connection, EntityKind::Activity, activityDocuments(), flaws);
}

Result<> checkSearchIndex(sql::Connection &connection, FlawList &flaws)
{
    if (connection.engine() != sql::Engine::Sqlite)
        return {};
    for (const QString &index : {u"search_index"_s, u"activity_index"_s}) {
        // 1: also against the texts it was made from, if they are stored
        const qint64 compared = index == u"search_index" ? 1 : 0;
        const auto run = connection.run(u"INSERT INTO "_s + index + u" ("_s + index
                                            + u", rank) VALUES ('integrity-check', ?)"_s,
                                        {compared});
        if (run)
            continue;
        if (run.error().code == ErrorCode::Unreadable)
            flaws.add(FlawKind::SearchText, Sentence::tr("The search index (%1) is damaged.").arg(index));
        else if (run.error().code != ErrorCode::ReadOnly)
            return failure(run.error());
    }
    return {};
}

} // namespace headway::store
