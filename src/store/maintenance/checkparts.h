// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of check.h's checkBook(), and what they write their findings into. Known to check*.cpp and
// repair*.cpp only.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/record.h"
#include "store/maintenance/check.h"

#include <QHash>

#include <functional>

namespace headway::store {

// Counts flaws, and keeps the first of each kind. Records get their names at the end, because a
// connection that is being read cannot be asked.
class FlawList
{
public:
    void add(FlawKind kind, EntityRef record, const Sentence &what);
    // A flaw of the book as a whole.
    void add(FlawKind kind, const Sentence &sentence) { add(kind, {}, sentence); }

    Result<CheckReport> report(sql::Connection &connection);

private:
    CheckReport m_report;
    std::array<int, flawKindCount> m_kept = {};
};

Result<> checkEngine(sql::Connection &connection, CheckDepth depth, FlawList &flaws);
Result<> checkSchema(sql::Connection &connection, FlawList &flaws);
// Indexes that our migrations make and the book does not have: name → statement that makes it.
Result<QHash<QString, QString>> missingIndexes(sql::Connection &connection);
// Rules and own derived fields of all live rows of a kind.
Result<> checkRows(sql::Connection &connection, EntityKind kind, FlawList &flaws);
Result<> checkDependents(sql::Connection &connection, EntityKind kind, FlawList &flaws);
Result<> checkLinks(sql::Connection &connection, EntityKind kind, FlawList &flaws);
Result<> checkStages(sql::Connection &connection, FlawList &flaws);
Result<> checkSearchText(sql::Connection &connection, FlawList &flaws);
// Writes nothing, yet SQLite counts it as a write: not inside a read transaction.
Result<> checkSearchIndex(sql::Connection &connection, FlawList &flaws);
Result<> checkOperations(sql::Connection &connection, FlawList &flaws);
Result<> checkLog(sql::Connection &connection, EntityKind kind, FlawList &flaws);

// A record that is another than its history says; `before` of a field is what that says. Also repair*.cpp.
struct LogDifference {
    const Record &record;
    bool isRemovedInLog = false;
    std::vector<FieldDelta> fields = {};
};
using EachDifference = std::function<void(const LogDifference &)>;
Result<> eachLogDifference(sql::Connection &connection, EntityKind kind, const EachDifference &each,
                           FlawList &flaws);

// A link of "r", a row of a kind, to "t", one of the target; SQL for the joined pair.
struct Link {
    int field = 0;
    QString column = {};
    QString condition = {}; // on r
    EntityKind target = EntityKind::Deal;
};
Result<std::vector<Link>> linksOf(sql::Connection &connection, EntityKind kind);

} // namespace headway::store
