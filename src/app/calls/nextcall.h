// SPDX-License-Identifier: GPL-3.0-or-later
// Who of a list is called next, and who is left out, and why. On the writer's thread; fails as the connection fails.
#pragma once

#include "domain/records/record.h"
#include "domain/result.h"
#include "store/actions/callclaims.h"

#include <optional>
#include <utility>
#include <vector>

namespace headway::app {

enum class NotCalled {
    Gone,            // deleted since the list was made
    Converted,       // a lead that is a customer now
    CalledMeanwhile, // by somebody, since the queue began
    CalledByOthers,  // right now: comes again later
    DoNotCall,       // the record, or whom one reaches about it, wishes it so
    NoNumber
};

struct CallSearch {
    EntityKind kind = EntityKind::Lead;
    std::vector<qint64> ids = {}; // in their order
    store::Caller caller = {};
    std::optional<qint64> since = {}; // the newest step when the queue began; none: it begins
    Instant now = {};
};
struct NextCall {
    EntityRef record = {}; // id 0: none of them
    std::vector<std::pair<qint64, NotCalled>> passed = {};
    qint64 since = 0;                 // as of the search
    std::vector<qint64> planned = {}; // calls about the record, one of which may be done now
};
// The first that can be called; it is the caller's from now on, and what the caller had before is free again.
[[nodiscard]] Result<NextCall> nextCall(sql::Connection &connection, CallSearch search);

} // namespace headway::app
