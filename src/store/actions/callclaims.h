// SPDX-License-Identifier: GPL-3.0-or-later
// Who is called by whom right now: of several people with the same list to call, each record goes to one. No step of the
// history. On the writer's thread; fails as the connection fails.
#pragma once

#include "domain/fields/entity.h"
#include "domain/fields/ids.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <QString>

#include <chrono>
#include <vector>

namespace headway::store {

// A run through a list, by somebody in one window.
struct Caller {
    QString queue = {}; // unlike any other
    UserId user = {};
};

// So long a record is kept for one who does nothing, or whose computer went away.
inline constexpr std::chrono::minutes callClaimTime{15};

// Takes the record for the caller, or keeps it, also from another window of the same user; false if somebody else has it. `now` is the clock of a book in a file; a
// server has its own, so that computers need not agree.
[[nodiscard]] Result<bool> claimCall(sql::Connection &connection, EntityRef record, const Caller &caller,
                                     Instant now);
// Whether somebody called about the record in a step of the history behind that one. Steps are counted, not clocks.
[[nodiscard]] Result<bool> wasCalledAfter(sql::Connection &connection, EntityRef record, qint64 step);
// The newest step of the history; 0: there is none.
[[nodiscard]] Result<qint64> newestStep(sql::Connection &connection);
// The calls that are planned about the record.
[[nodiscard]] Result<std::vector<qint64>> plannedCalls(sql::Connection &connection, EntityRef record);

// All that the caller has.
[[nodiscard]] Result<> releaseCalls(sql::Connection &connection, const Caller &caller);

} // namespace headway::store
