// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of checkBook() in check.h, and the list of flaws that they fill. Used by check*.cpp and
// repair*.cpp only.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/record.h"
#include "store/maintenance/check.h"

#include <QHash>

#include <functional>

namespace headway::store {

// Counts flaws, and keeps the first of each kind. Records get their names at the end, because a connection
// takes no other query while it is being read.
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
// Indexes of our migrations that the book lacks: name → statement that creates it.
Result<QHash<QString, QString>> missingIndexes(sql::Connection &connection);
// Rules and the record's own derived fields, for all live rows of a kind.
Result<> checkRows(sql::Connection &connection, EntityKind kind, FlawList &flaws);
Result<> checkDependents(sql::Connection &connection, EntityKind kind, FlawList &flaws);
Result<> checkLinks(sql::Connection &connection, EntityKind kind, FlawList &flaws);
Result<> checkStages(sql::Connection &connection, FlawList &flaws);
Result<> checkSearchText(sql::Connection &connection, FlawList &flaws);
// Writes nothing, but SQLite treats it as a write: not inside a read transaction.
Result<> checkSearchIndex(sql::Connection &connection, FlawList &flaws);
Result<> checkOperations(sql::Connection &connection, FlawList &flaws);
Result<> checkLog(sql::Connection &connection, EntityKind kind, FlawList &flaws);

// A record that differs from its history; `before` of a field is the value in the history. Also for
// repair*.cpp.
struct LogDifference {
    const Record &record;
    bool isRemovedInLog = false;
    std::vector<FieldDelta> fields = {};
    // Its creation is in a run of the log, whose check digits are others: a field that no later entry names differs.
    struct Digits {
        qint64 entry = 0;
        qint64 place = 0; // of the record in the run
        QString present = {};
    };
    std::optional<Digits> digits = {};
};
using EachDifference = std::function<void(const LogDifference &)>;
Result<> eachLogDifference(sql::Connection &connection, EntityKind kind, const EachDifference &each,
                           FlawList &flaws);

// A link from "r", a row of a kind, to "t", a row of the target; SQL for the joined pair.
struct Link {
    int field = 0;
    QString column = {};
    QString condition = {}; // on r
    EntityKind target = EntityKind::Deal;
};
Result<std::vector<Link>> linksOf(sql::Connection &connection, EntityKind kind);

} // namespace headway::store
