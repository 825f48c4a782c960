// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/rowchanges.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace headway::app {

namespace {

using Ids = std::vector<qint64>;

// Removes the rows from `now` that are not in `to`, whole runs at a time, the last first.
void removeMissing(Ids &now, const Ids &to, std::vector<RowChange> &changes)
{
    const QSet<qint64> wanted(to.begin(), to.end());
    for (size_t end = now.size(); end > 0;) {
        if (wanted.contains(now[end - 1])) {
            --end;
            continue;
        }
        size_t begin = end;
        while (begin > 0 && !wanted.contains(now[begin - 1]))
            --begin;
        changes.push_back({RowChange::Kind::Remove, int(begin), int(end - begin), 0});
        now.erase(now.begin() + qsizetype(begin), now.begin() + qsizetype(end));
        end = begin;
    }
}

// The rows that need not move: a longest ascending run of the new places.
QSet<qint64> longestAscendingRun(const Ids &now, const QHash<qint64, int> &newPlace)
{
    Ids tails;                    // the last id of the best run of each length
    QHash<qint64, qint64> before; // its predecessor in that run; 0: none
    for (const qint64 id : now) {
        const auto at =
            std::lower_bound(tails.begin(), tails.end(), newPlace.value(id),
                             [&](qint64 tail, int place) { return newPlace.value(tail) < place; });
        before.insert(id, at == tails.begin() ? 0 : *std::prev(at));
        if (at == tails.end())
            tails.push_back(id);
        else
            *at = id;
    }
    QSet<qint64> kept;
    for (qint64 id = tails.empty() ? 0 : tails.back(); id; id = before.value(id))
        kept.insert(id);
    return kept;
}

// Reorders the rows of `now` like `common`; false if that takes more than `most` changes.
bool reorder(Ids &now, const Ids &common, int most, std::vector<RowChange> &changes)
{
    if (now == common)
        return true;
    QHash<qint64, int> newPlace;
    for (size_t i = 0; i < common.size(); ++i)
        newPlace.insert(common[i], int(i));
    const QSet<qint64> kept = longestAscendingRun(now, newPlace);
    if (qsizetype(common.size()) - kept.size() > most)
        return false;
    for (size_t i = 0; i < common.size(); ++i) {
        if (kept.contains(common[i]))
            continue;
        const auto from = std::find(now.begin(), now.end(), common[i]);
        const auto to = i == 0 ? now.begin() : std::next(std::find(now.begin(), now.end(), common[i - 1]));
        if (to == from || to == std::next(from))
            continue;
        changes.push_back({RowChange::Kind::Move, int(from - now.begin()), 1, int(to - now.begin())});
        if (from < to)
            std::rotate(from, std::next(from), to);
        else
            std::rotate(to, from, std::next(from));
    }
    return true;
}

void insertNew(Ids &now, const Ids &to, std::vector<RowChange> &changes)
{
    for (size_t i = 0; i < to.size(); ++i) {
        if (i < now.size() && now[i] == to[i])
            continue;
        size_t end = i + 1;
        while (end < to.size() && !(i < now.size() && to[end] == now[i]))
            ++end;
        changes.push_back({RowChange::Kind::Insert, int(i), int(end - i), 0});
        now.insert(now.begin() + qsizetype(i), to.begin() + qsizetype(i), to.begin() + qsizetype(end));
        i = end - 1;
    }
}

// How far after `from` the id is; more than `most` if not near.
size_t distanceTo(qint64 id, const Ids &ids, size_t from, size_t most)
{
    const auto begin = ids.begin() + qsizetype(from);
    const auto end = ids.begin() + qsizetype(std::min(ids.size(), from + most));
    const auto found = std::find(begin, end, id);
    return found == end ? most + 1 : size_t(found - begin);
}

} // namespace

std::optional<std::vector<RowChange>> comingsAndGoings(const Ids &from, const Ids &to, int most)
{
    const auto limit = size_t(most);
    std::vector<RowChange> changes;
    QSet<qint64> changed; // an id that is both removed and inserted has moved
    size_t old = 0;
    size_t row = 0;
    while (old < from.size() || row < to.size()) {
        if (old < from.size() && row < to.size() && from[old] == to[row]) {
            ++old;
            ++row;
            continue;
        }
        const size_t gone = row < to.size() ? distanceTo(to[row], from, old, limit) : from.size() - old;
        const size_t come = old < from.size() ? distanceTo(from[old], to, row, limit) : to.size() - row;
        const bool comes = come < gone;
        const size_t count = std::min(come, gone);
        if (size_t(changed.size()) + count > limit)
            return std::nullopt;
        changes.push_back(
            {comes ? RowChange::Kind::Insert : RowChange::Kind::Remove, int(row), int(count), 0});
        const Ids &side = comes ? to : from;
        size_t &at = comes ? row : old;
        for (const size_t end = at + count; at < end; ++at) {
            if (changed.contains(side[at]))
                return std::nullopt;
            changed.insert(side[at]);
        }
    }
    return changes;
}

std::optional<std::vector<RowChange>> rowChanges(const Ids &from, const Ids &to, int most)
{
    std::vector<RowChange> changes;
    if (from == to)
        return changes;
    Ids now = from;
    removeMissing(now, to, changes);
    const QSet<qint64> present(now.begin(), now.end());
    Ids common;
    common.reserve(now.size());
    std::copy_if(to.begin(), to.end(), std::back_inserter(common),
                 [&](qint64 id) { return present.contains(id); });
    if (!reorder(now, common, most, changes))
        return std::nullopt;
    insertNew(now, to, changes);
    if (int(changes.size()) > most)
        return std::nullopt;
    return changes;
}

} // namespace headway::app
