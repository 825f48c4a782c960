// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/recordsearch.h"

#include "domain/text/text.h"
#include "store/search/search.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr int mostOffered = 8;
constexpr int mostOfEach = 4; // where several kinds are offered

using Hits = std::vector<SearchHit>;

// Tags are in memory, and the search covers records only. Finds tags with a word that begins as typed;
// names that begin so come first.
Hits tagsNamed(const std::vector<Tag> &tags, const QString &typed)
{
    const QString key = fold(typed);
    Hits hits;
    for (const Tag &tag : tags) {
        const QString name = fold(tag.name);
        if (name.startsWith(key) || name.contains(u' ' + key))
            hits.push_back({.ref = {EntityKind::Tag, tag.id.value}, .title = tag.name});
    }
    std::stable_sort(hits.begin(), hits.end(), [&key](const SearchHit &a, const SearchHit &b) {
        const auto order = [&key](const SearchHit &hit) {
            const QString name = fold(hit.title);
            return std::tuple(name != key, !name.startsWith(key), name);
        };
        return order(a) < order(b);
    });
    if (hits.size() > mostOffered)
        hits.resize(mostOffered);
    return hits;
}

} // namespace

Ticket searchRecords(Workspace &workspace, QObject *context, EntityKind kind, const QString &typed,
                     std::function<void(const std::vector<SearchHit> &)> then)
{
    if (kind == EntityKind::Tag)
        return workspace.read<Hits>(
            context,
            [tags = workspace.lookups().tags, typed](sql::Connection &) -> Result<Hits> {
                return tagsNamed(tags, typed);
            },
            [then](Result<Hits> hits) { then(hits.value_or(Hits{})); });
    return workspace.read<Hits>(
        context,
        [kind, typed](sql::Connection &connection) {
            return store::searchKind(connection, kind, typed, mostOffered);
        },
        [then](Result<Hits> hits) { then(hits ? *hits : Hits()); });
}

Ticket searchKinds(Workspace &workspace, QObject *context, const std::vector<EntityKind> &kinds,
                   const QString &typed, std::function<void(const std::vector<SearchHit> &)> then)
{
    return workspace.read<Hits>(
        context,
        [kinds, typed](sql::Connection &connection) -> Result<Hits> {
            Hits found;
            for (const EntityKind kind : kinds) {
                HEADWAY_TRY(hits, store::searchKind(connection, kind, typed, mostOfEach));
                found.insert(found.end(), hits.begin(), hits.end());
            }
            return found;
        },
        [then = std::move(then)](Result<Hits> hits) { then(hits.value_or(Hits{})); });
}

Ticket searchBook(Workspace &workspace, QObject *context, const QString &typed, int most,
                  std::function<void(const std::vector<SearchHit> &)> then)
{
    return workspace.read<Hits>(
        context,
        [typed, most](sql::Connection &connection) { return store::search(connection, typed, most); },
        [then = std::move(then)](Result<Hits> hits) { then(hits.value_or(Hits{})); });
}

} // namespace headway::app
