// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/search.h"

#include "domain/records/record.h"
#include "domain/text/text.h"
#include "store/search/externalids.h"
#include "store/search/searchhits.h"
#include "store/search/searchmatches.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// Only these newest matches are ranked: ranking every match of a common word takes a thousand times as
// long.
constexpr int candidates = 200;
// When searching one kind, this many matches of all kinds are examined to find those.
constexpr int lookedAt = 5'000;
// The same for groups, and how many of each kind are ranked.
constexpr int lookedAtForGroups = 1'000;
constexpr size_t candidatesOfGroup = 40;
// More than anybody reads: if so many of the newest records match, a server does not look at older ones, unless
// more are requested.
constexpr int usuallyEnough = 50;
constexpr int mostActivitiesCounted = 100;
// One letter matches millions of notes: activities are searched from two letters on.
constexpr qsizetype leastForActivities = 2;

// People first, deals last.
std::vector<EntityKind> searchedKinds()
{
    std::vector<EntityKind> kinds = kindsByCloseness(KindTrait::IsSearched);
    std::reverse(kinds.begin(), kinds.end());
    return kinds;
}

// For a list of `most`.
Bounds boundsFor(int examined, int most)
{
    return {.most = examined, .enough = std::max(usuallyEnough, most), .sufficient = most};
}

std::vector<EntityRef> ofKind(std::vector<EntityRef> refs, EntityKind kind)
{
    std::erase_if(refs, [kind](const EntityRef &ref) { return ref.kind != kind; });
    return refs;
}

Result<std::vector<Candidate>> bestOf(sql::Connection &connection, std::vector<EntityRef> refs,
                                      const QString &typed, int most)
{
    removeRepeated(refs);
    HEADWAY_TRY(found, candidatesOf(connection, refs));
    rankByTitle(found, typed);
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

// What is sold first, then to whom: deals, people, companies, leads.
std::vector<EntityKind> groupedKinds()
{
    std::vector<EntityKind> kinds = kindsByCloseness(KindTrait::IsSearched);
    std::reverse(std::next(kinds.begin()), kinds.end());
    return kinds;
}

// A group with how well its best hit fits.
struct Ranked {
    SearchGroup group = {};
    int rank = worstRank;
};

Result<Ranked> groupOf(sql::Connection &connection, EntityKind kind, const Matches &matches,
                       const QString &typed, int most)
{
    std::vector<EntityRef> refs = ofKind(matches.refs, kind);
    const auto matching = qint64(refs.size());
    refs.resize(std::min(refs.size(), candidatesOfGroup));
    HEADWAY_CHECK(addTitles(connection, kind, fold(typed), refs));
    removeRepeated(refs);
    HEADWAY_TRY(found, candidatesOf(connection, refs));
    rankByTitle(found, typed);
    const qint64 all = std::max(matching, qint64(found.size()));
    Ranked ranked{{.kind = kind, .isCounted = matches.isAll}, found.empty() ? worstRank : found.front().rank};
    if (int(found.size()) > most)
        found.resize(size_t(most));
    ranked.group.more = all - qint64(found.size());
    ranked.group.hits = hitsIn(std::move(found));
    HEADWAY_CHECK(addFoundBy(connection, kind, typed, ranked.group.hits));
    return ranked;
}

Result<SearchGroup> activitiesOf(sql::Connection &connection, const QString &match, int most)
{
    HEADWAY_TRY(matches, matchingActivities(connection, match, mostActivitiesCounted, most));
    const auto all = qint64(matches.refs.size());
    std::vector<EntityRef> refs = matches.refs;
    refs.resize(std::min(refs.size(), size_t(most)));
    HEADWAY_TRY(found, candidatesOf(connection, refs));
    SearchGroup group{
        .kind = EntityKind::Activity, .hits = hitsIn(std::move(found)), .isCounted = matches.isAll};
    group.more = all - qint64(group.hits.size());
    HEADWAY_CHECK(addWhom(connection, group.hits));
    return group;
}

// The records that another system calls so, by kinds.
Result<std::vector<SearchGroup>> calledGroups(sql::Connection &connection, const QString &externalId,
                                              int most)
{
    HEADWAY_TRY(refs, recordsCalled(connection, externalId));
    std::vector<SearchGroup> groups;
    std::vector<EntityKind> kinds = groupedKinds();
    kinds.push_back(EntityKind::Activity);
    for (const EntityKind kind : kinds) {
        HEADWAY_TRY(found, candidatesOf(connection, ofKind(refs, kind)));
        if (found.empty())
            continue;
        SearchGroup group{.kind = kind, .isCounted = true};
        group.more = std::max<qint64>(0, qint64(found.size()) - most);
        found.resize(std::min(found.size(), size_t(most)));
        group.hits = hitsIn(std::move(found));
        groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace

Result<std::vector<SearchHit>> search(sql::Connection &connection, const QString &typed, int most)
{
    if (const auto externalId = externalIdIn(typed)) {
        HEADWAY_TRY(groups, calledGroups(connection, *externalId, most));
        std::vector<SearchHit> hits;
        for (SearchGroup &group : groups)
            std::move(group.hits.begin(), group.hits.end(), std::back_inserter(hits));
        hits.resize(std::min(hits.size(), size_t(most)));
        return hits;
    }
    if (calledIn(connection.engine(), typed).text.isEmpty())
        return std::vector<SearchHit>{};
    const std::vector<EntityKind> kinds = searchedKinds();
    HEADWAY_TRY(matches, matchingRecords(connection, kinds, typed, boundsFor(candidates, most)));
    for (const EntityKind kind : kinds)
        HEADWAY_CHECK(addTitles(connection, kind, fold(typed), matches.refs));
    HEADWAY_TRY(found, bestOf(connection, matches.refs, typed, most));
    std::vector<SearchHit> hits = hitsIn(std::move(found));
    for (const EntityKind kind : kinds)
        HEADWAY_CHECK(addFoundBy(connection, kind, typed, hits));
    if (int(hits.size()) < most && fold(typed).size() >= leastForActivities) {
        const int room = most - int(hits.size());
        HEADWAY_TRY(activities,
                    matchingActivities(connection, matchOf(connection.engine(), typed), room, room));
        HEADWAY_TRY(more, candidatesOf(connection, activities.refs));
        for (Candidate &each : more)
            hits.push_back(std::move(each.hit));
    }
    return hits;
}

Result<std::vector<SearchHit>> searchKind(sql::Connection &connection, EntityKind kind, const QString &typed,
                                          int most)
{
    if (const auto externalId = externalIdIn(typed)) {
        HEADWAY_TRY(refs, recordsCalled(connection, *externalId));
        HEADWAY_TRY(found, candidatesOf(connection, ofKind(std::move(refs), kind)));
        found.resize(std::min(found.size(), size_t(most)));
        return hitsIn(std::move(found));
    }
    const Match called = calledIn(connection.engine(), typed);
    if (called.text.isEmpty())
        return std::vector<SearchHit>{};
    HEADWAY_TRY(matches,
                matchingNames(connection, std::array{kind}, called, lookedAt, std::max(usuallyEnough, most)));
    std::vector<EntityRef> refs = ofKind(std::move(matches.refs), kind);
    if (refs.size() > candidates)
        refs.resize(candidates);
    HEADWAY_CHECK(addTitles(connection, kind, fold(typed), refs));
    HEADWAY_TRY(found, bestOf(connection, refs, typed, most));
    std::vector<SearchHit> hits = hitsIn(std::move(found));
    HEADWAY_CHECK(addFoundBy(connection, kind, typed, hits));
    return hits;
}

Result<std::vector<SearchGroup>> searchGroups(sql::Connection &connection, const QString &typed, int most)
{
    if (const auto externalId = externalIdIn(typed))
        return calledGroups(connection, *externalId, most);
    if (calledIn(connection.engine(), typed).text.isEmpty())
        return std::vector<SearchGroup>{};
    const std::vector<EntityKind> kinds = groupedKinds();
    HEADWAY_TRY(
        matches,
        matchingRecords(connection, kinds, typed, {lookedAtForGroups, usuallyEnough, lookedAtForGroups}));
    std::vector<Ranked> ranked;
    for (const EntityKind kind : kinds) {
        HEADWAY_TRY(group, groupOf(connection, kind, matches, typed, most));
        if (!group.group.hits.empty())
            ranked.push_back(std::move(group));
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Ranked &a, const Ranked &b) { return a.rank < b.rank; });
    std::vector<SearchGroup> groups;
    for (Ranked &each : ranked)
        groups.push_back(std::move(each.group));
    if (fold(typed).size() >= leastForActivities) {
        HEADWAY_TRY(activities, activitiesOf(connection, matchOf(connection.engine(), typed), most));
        if (!activities.hits.empty())
            groups.push_back(std::move(activities));
    }
    return groups;
}

Result<std::vector<SearchHit>> hitsOf(sql::Connection &connection, const std::vector<EntityRef> &records)
{
    HEADWAY_TRY(found, candidatesOf(connection, records));
    return hitsIn(std::move(found));
}

} // namespace headway::store
