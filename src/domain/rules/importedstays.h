// SPDX-License-Identifier: GPL-3.0-or-later
// The stage history of a deal, made of what a file says of its stages: visits that follow one another without gap, of
// which the last is that of its present stage. Called by the import. Pure functions; any thread; nothing fails.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/pipeline.h"

#include <vector>

namespace headway {

// When the deal entered a stage, or left it.
struct StageDate {
    StageId stage = {};
    qint64 position = 0; // of the stage; of what happened at one time, the earlier stage comes first
    Instant at = {};
    bool isExit = false;
};

struct ToldStays {
    std::vector<StageDate> dates = {};
    StageId present = {};      // where the deal is now
    Instant presentSince = {}; // what the file says of the present stage, whichever that is; none: nothing
    Instant createdAt = {};    // of the deal; none: not said
    Instant otherwise = {};    // since when it is in its present stage, if none of these says it
};

struct StageHistory {
    std::vector<StageVisit> visits = {}; // their deal is left open
    std::vector<size_t> unplaced = {};   // of the dates: exits from stages that the deal was not in by then
    bool isSinceTold = true;             // of the present stage
};

// A stay ends when the next one begins, whatever its exit says. An exit alone tells a stay that began when the one before
// ended, or with the deal. A stage that is entered twice in a row was entered once, at first. If the deal was last in
// another stage than its present one, it entered that when it left the other.
StageHistory historyOf(const ToldStays &told);

// The same for a deal of the book: what was done here after all that the file tells stays. `visits` by time. Of a deal
// that never moved here nothing is kept but since when it is in its stage.
StageHistory historyOf(ToldStays told, const std::vector<StageVisit> &visits);

bool isSameHistory(const std::vector<StageVisit> &a, const std::vector<StageVisit> &b);

// The changes from one history of a deal to another, both by time. What begins alike stays the same record.
std::vector<Change> historyChanges(DealId deal, const std::vector<StageVisit> &before,
                                   const std::vector<StageVisit> &after, UserId by);

} // namespace headway
