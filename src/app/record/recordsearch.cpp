// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/recordsearch.h"

#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "domain/text/searchwords.h"
#include "domain/text/text.h"
#include "store/reading/lists.h"
#include "store/reading/related.h"
#include "store/search/search.h"

#include <algorithm>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr int mostOffered = 8;
constexpr int mostSifted = 60; // people, of whom those of one company come first
constexpr int mostOfEach = 4;  // where several kinds are offered

using Hits = std::vector<SearchHit>;

// Tags are in memory, and the search covers records only. Finds tags with all the words that were typed;
// names that begin so come first.
Hits tagsNamed(const std::vector<Tag> &tags, const QString &typed)
{
    const QString key = fold(typed);
    const std::vector<SoughtWord> sought = soughtWords(typed);
    Hits hits;
    for (const Tag &tag : tags) {
        const QStringList has = searchWords(tag.name);
        const bool hasAll = !sought.empty()
            && std::all_of(sought.begin(), sought.end(),
                           [&has](const SoughtWord &word) { return isFound(word, has); });
        if (hasAll || fold(tag.name).startsWith(key))
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

// Those of the contacts that are a company's.
Result<std::set<qint64>> idsAt(sql::Connection &connection, CompanyId company, const Hits &contacts)
{
    std::vector<qint64> ids;
    for (const SearchHit &hit : contacts)
        ids.push_back(hit.ref.id);
    HEADWAY_TRY(rows, store::rows(connection, EntityKind::Contact, ids));
    std::set<qint64> ours;
    for (const LoadedRecord &row : rows) {
        if (integerOf(row.record.value(u"company_id")) == company.value)
            ours.insert(row.record.ref.id);
    }
    return ours;
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

Ticket searchContacts(Workspace &workspace, QObject *context, CompanyId company, const QString &typed,
                      std::function<void(const std::vector<SearchHit> &)> then)
{
    return workspace.read<Hits>(
        context,
        [company, typed](sql::Connection &connection) -> Result<Hits> {
            HEADWAY_TRY(colleagues, store::contactsNamed(connection, company, typed, mostOffered));
            HEADWAY_TRY(hits, store::hitsOf(connection, colleagues));
            HEADWAY_TRY(all, store::searchKind(connection, EntityKind::Contact, typed, mostSifted));
            hits.insert(hits.end(), all.begin(), all.end());
            HEADWAY_TRY(ours, idsAt(connection, company, hits));
            std::stable_sort(hits.begin(), hits.end(),
                             [&ours, key = fold(typed)](const SearchHit &a, const SearchHit &b) {
                                 const auto order = [&](const SearchHit &hit) {
                                     return std::tuple(fold(hit.title) != key, !ours.contains(hit.ref.id));
                                 };
                                 return order(a) < order(b);
                             });
            std::set<qint64> seen;
            std::erase_if(hits, [&seen](const SearchHit &hit) { return !seen.insert(hit.ref.id).second; });
            if (hits.size() > mostOffered)
                hits.resize(mostOffered);
            return hits;
        },
        [then = std::move(then)](Result<Hits> hits) { then(hits.value_or(Hits{})); });
}

Ticket firstRecords(Workspace &workspace, QObject *context, EntityKind kind,
                    std::function<void(const std::vector<SearchHit> &)> then)
{
    if (kind == EntityKind::Tag)
        return searchRecords(workspace, context, kind, {}, std::move(then));
    return workspace.read<Hits>(
        context,
        [kind, viewer = workspace.viewer()](sql::Connection &connection) -> Result<Hits> {
            HEADWAY_TRY(ids, store::ids(connection, {.kind = kind}, viewer, mostOffered));
            HEADWAY_TRY(rows, store::rows(connection, kind, ids));
            const EntityInfo &info = entityInfo(kind);
            const int title = info.indexOf(QString(store::titleColumn(kind)));
            const int company = info.indexOf(u"company_id");
            Hits hits;
            for (const LoadedRecord &row : rows)
                hits.push_back({.ref = row.record.ref,
                                .title = textOf(row.record.row[size_t(title)]),
                                .detail = company >= 0 ? row.titleOf(company) : QString()});
            return hits;
        },
        [then = std::move(then)](Result<Hits> hits) { then(hits.value_or(Hits{})); });
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

Ticket contactsOf(Workspace &workspace, QObject *context, CompanyId company,
                  std::function<void(const std::vector<SearchHit> &)> then)
{
    return workspace.read<Hits>(
        context,
        [company](sql::Connection &connection) -> Result<Hits> {
            HEADWAY_TRY(related,
                        store::relatedTo(connection, {EntityKind::Company, company.value}, mostOffered));
            Hits hits;
            for (const LoadedRecord &row : related.of(EntityKind::Contact))
                hits.push_back({.ref = row.record.ref,
                                .title = titleOf(EntityKind::Contact, row.record.row),
                                .detail = textOf(row.record.value(u"job_title"))});
            return hits;
        },
        [then = std::move(then)](const Result<Hits> &hits) { then(hits.value_or(Hits{})); });
}

Ticket searchBook(Workspace &workspace, QObject *context, const QString &typed, int most,
                  std::function<void(const std::vector<SearchGroup> &)> then)
{
    using Groups = std::vector<SearchGroup>;
    return workspace.read<Groups>(
        context,
        [typed, most](sql::Connection &connection) { return store::searchGroups(connection, typed, most); },
        [then = std::move(then)](const Result<Groups> &groups) { then(groups.value_or(Groups{})); });
}

} // namespace headway::app
