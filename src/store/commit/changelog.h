// SPDX-License-Identifier: GPL-3.0-or-later
// The change log in the database: operations and their changes (how those lie there: changeentries.h). Read by
// undo, history, timeline and refresh. On the connection's thread; fails as the connection fails.
#pragma once

#include "domain/changes/change.h"
#include "domain/result.h"
#include "sql/connection.h"
#include "store/commit/changeentries.h"

#include <functional>
#include <optional>
#include <vector>

namespace headway::store {

Result<qint64> appendOperation(sql::Connection &connection, const Operation &operation);
// Stores the operation's number of changes and final label, and marks the one it reverts; `begun` is what
// was appended.
Result<> closeOperation(sql::Connection &connection, const Operation &begun, const Operation &operation);

Result<Operation> loadOperation(sql::Connection &connection, qint64 id);

// The newest operations before `before` (0: the very newest), newest first.
Result<std::vector<Operation>> operations(sql::Connection &connection, qint64 before, int most);
// Which steps are meant; what is not set does not narrow.
struct StepFilter {
    UserId actor = {};
    std::optional<EntityKind> kind = {}; // they changed a record of this kind
    EntityRef record = {};               // they changed this record
    Instant since = {};
    Instant until = {}; // not included

    bool isEmpty() const { return *this == StepFilter(); }
    bool operator==(const StepFilter &) const = default;
};
// The same, of these steps alone.
Result<std::vector<Operation>> operations(sql::Connection &connection, const StepFilter &filter,
                                          qint64 before, int most);

// What Ctrl+Z and Ctrl+Shift+Z would undo and redo for this user.
Result<std::optional<Operation>> undoable(sql::Connection &connection, UserId actor);
Result<std::optional<Operation>> redoable(sql::Connection &connection, UserId actor);

// The newest changes of one operation, newest first.
Result<std::vector<Change>> changesOf(sql::Connection &connection, qint64 operation, int most);
// All changes of several operations, in no order.
Result<> eachChange(sql::Connection &connection, const std::vector<qint64> &operations,
                    const std::function<void(qint64 operation, const Change &change)> &visit);

// The steps committed after `operation`, oldest first: what other users and programs did. At most 50; those
// with very many changes come incomplete. `late` are smaller ids that were not committed yet: on a server a
// long step may be committed after shorter ones that began later.
Result<std::vector<ChangeSet>> changeSetsSince(sql::Connection &connection, qint64 operation,
                                               const std::vector<qint64> &late);

// The history of one record, newest first, with the operation of each change.
struct LoggedChange {
    Operation operation = {};
    Change change = {};
};
Result<std::vector<LoggedChange>> changesOf(sql::Connection &connection, EntityRef record, int most);

} // namespace headway::store
