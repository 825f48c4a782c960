// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/importedstays.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>

namespace headway {

namespace {

struct Stay {
    StageId stage = {};
    qint64 position = 0;
    Instant enteredAt = {};
    Instant leftAt = {}; // as the file says; none: it does not
};

// The last stay in a stage that began by then; null if there is none.
Stay *stayBy(std::vector<Stay> &stays, StageId stage, Instant at)
{
    Stay *last = nullptr;
    for (Stay &stay : stays) {
        if (stay.stage == stage && stay.enteredAt <= at && (!last || stay.enteredAt >= last->enteredAt))
            last = &stay;
    }
    return last;
}

bool isEntered(const std::vector<Stay> &stays, StageId stage)
{
    return std::any_of(stays.begin(), stays.end(), [&](const Stay &stay) { return stay.stage == stage; });
}

// When a stay began of which only the end is known; none if another one began in between, or nothing is known before.
std::optional<Instant> beginningOf(const std::vector<Stay> &stays, Instant createdAt, Instant leftAt)
{
    std::optional<Instant> begin;
    if (createdAt && createdAt <= leftAt)
        begin = createdAt;
    for (const Stay &stay : stays) {
        if (stay.leftAt && stay.leftAt <= leftAt && (!begin || stay.leftAt > *begin))
            begin = stay.leftAt;
    }
    const bool isTaken = begin && std::any_of(stays.begin(), stays.end(), [&](const Stay &stay) {
                             return stay.enteredAt >= *begin && stay.enteredAt < leftAt;
                         });
    return isTaken ? std::nullopt : begin;
}

std::vector<Stay> entriesOf(const std::vector<StageDate> &dates)
{
    std::vector<Stay> stays;
    for (const StageDate &date : dates) {
        const bool isKnown = std::any_of(stays.begin(), stays.end(), [&](const Stay &stay) {
            return stay.stage == date.stage && stay.enteredAt == date.at;
        });
        if (!date.isExit && !isKnown)
            stays.push_back({date.stage, date.position, date.at, {}});
    }
    return stays;
}

// Gives the stays their ends; those of which nothing else is known are added.
void addExits(const ToldStays &told, std::vector<Stay> &stays, std::vector<size_t> &unplaced)
{
    std::vector<size_t> alone;
    for (size_t i = 0; i < told.dates.size(); ++i) {
        const StageDate &date = told.dates[i];
        if (!date.isExit)
            continue;
        if (Stay *stay = stayBy(stays, date.stage, date.at))
            stay->leftAt = std::max(stay->leftAt, date.at);
        else if (isEntered(stays, date.stage))
            unplaced.push_back(i);
        else
            alone.push_back(i);
    }
    std::stable_sort(alone.begin(), alone.end(),
                     [&](size_t a, size_t b) { return told.dates[a].at < told.dates[b].at; });
    for (const size_t i : alone) {
        const StageDate &date = told.dates[i];
        if (Stay *stay = stayBy(stays, date.stage, date.at)) // said twice
            stay->leftAt = date.at;
        else if (const auto begin = beginningOf(stays, told.createdAt, date.at))
            stays.push_back({date.stage, date.position, *begin, date.at});
        else
            unplaced.push_back(i);
    }
}

void sortByTime(std::vector<Stay> &stays, StageId present)
{
    const Instant never{std::numeric_limits<qint64>::max()};
    const auto order = [&](const Stay &stay) {
        return std::tuple(stay.enteredAt, stay.stage == present, stay.leftAt ? stay.leftAt : never,
                          stay.position);
    };
    std::stable_sort(stays.begin(), stays.end(),
                     [&](const Stay &a, const Stay &b) { return order(a) < order(b); });
}

std::vector<Stay> withoutRepeats(const std::vector<Stay> &stays)
{
    std::vector<Stay> merged;
    for (const Stay &stay : stays) {
        if (!merged.empty() && merged.back().stage == stay.stage)
            merged.back().leftAt = stay.leftAt;
        else
            merged.push_back(stay);
    }
    return merged;
}

} // namespace

StageHistory historyOf(const ToldStays &told)
{
    StageHistory history;
    std::vector<Stay> stays = entriesOf(told.dates);
    addExits(told, stays, history.unplaced);
    sortByTime(stays, told.present);
    stays = withoutRepeats(stays);
    if (stays.empty() || stays.back().stage != told.present) {
        const Instant last = stays.empty() ? Instant() : stays.back().enteredAt;
        const Instant left = stays.empty() ? Instant() : stays.back().leftAt;
        const bool isTold = told.presentSince && (stays.empty() || told.presentSince >= last);
        history.isSinceTold = isTold || left;
        const Instant since = isTold ? told.presentSince
            : left                   ? left
            : stays.empty()          ? told.otherwise
                                     : std::max(told.otherwise, last);
        stays.push_back({told.present, 0, since, {}});
    }
    for (const Stay &stay : stays) {
        if (!history.visits.empty())
            history.visits.back().leftAt = stay.enteredAt;
        history.visits.push_back({.stage = stay.stage, .enteredAt = stay.enteredAt});
    }
    return history;
}

StageHistory historyOf(ToldStays told, const std::vector<StageVisit> &visits)
{
    if (visits.size() > 1) {
        std::optional<Instant> last;
        for (const StageDate &date : told.dates) {
            if (!date.isExit && (!last || date.at > *last))
                last = date.at;
        }
        for (const StageVisit &visit : visits) {
            if (!last || visit.enteredAt > *last)
                told.dates.push_back({.stage = visit.stage, .at = visit.enteredAt});
        }
    }
    return historyOf(told);
}

bool isSameHistory(const std::vector<StageVisit> &a, const std::vector<StageVisit> &b)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](const StageVisit &one, const StageVisit &other) {
            return one.stage == other.stage && one.enteredAt == other.enteredAt && one.leftAt == other.leftAt;
        });
}

std::vector<Change> historyChanges(DealId deal, const std::vector<StageVisit> &before,
                                   const std::vector<StageVisit> &after, UserId by)
{
    size_t alike = 0;
    while (alike < before.size() && alike < after.size() && before[alike].stage == after[alike].stage
           && before[alike].enteredAt == after[alike].enteredAt)
        ++alike;
    std::vector<Change> changes;
    for (size_t i = alike; i < before.size(); ++i)
        changes.push_back({ChangeKind::Remove, {EntityKind::StageVisit, before[i].id.value}, {}, {}});
    for (size_t i = 0; i < alike; ++i) {
        StageVisit visit = before[i];
        visit.leftAt = after[i].leftAt;
        if (visit.leftAt != before[i].leftAt)
            changes.push_back(update(before[i], visit));
    }
    // New ones are made in the order of time: of two that begin at once, the later record is the later visit.
    for (size_t i = alike; i < after.size(); ++i) {
        StageVisit visit = after[i];
        visit.id = {};
        visit.deal = deal;
        visit.by = by;
        Change made = create(visit);
        made.createdAt = visit.enteredAt;
        changes.push_back(made);
    }
    return changes;
}

} // namespace headway
