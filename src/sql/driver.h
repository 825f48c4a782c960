// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between the two engines; known to connection.cpp only.
#pragma once

#include "sql/bulkinsert.h"
#include "sql/connection.h"

#include <memory>

namespace headway::sql {

// The result of a statement that ran to its end.
struct StatementOutcome {
    qint64 touched = 0;
    qint64 lastId = 0;
};

// Called for each row; false ends the reading. May be empty.
using RowReader = std::function<Result<bool>(const RowView &)>;

// How long a write waits for another program's lock, in ms, before it fails with Busy.
inline constexpr int patience = 5000;

// Edits name only the columns they set, so statements vary; beyond this many the prepared ones are dropped.
inline constexpr qsizetype mostPrepared = 400;

class Driver
{
public:
    virtual ~Driver() = default;

    virtual Engine engine() const = 0;
    virtual bool interrupt() = 0;
    virtual void abandon() = 0;
    virtual Result<> presence() = 0;
    virtual bool isStale() = 0;
    virtual Result<> addTextTest(const char *name, Connection::TextTest test) = 0;
    virtual Result<> copyTo(const QString &path, const std::function<bool(int done, int all)> &progress) = 0;
    virtual Result<std::unique_ptr<BulkInsert>> bulkInsert(const QString &table,
                                                           const QStringList &columns) = 0;
    // Runs the statement, prepared now or earlier. After any outcome the engine accepts the next one.
    virtual Result<StatementOutcome> execute(const QString &statement, const Values &binds,
                                             const RowReader &row) = 0;
    // Runs a statement that is not prepared; its rows, if any, are dropped.
    virtual Result<> command(const QString &statement) = 0;
    // A command that begins a transaction.
    virtual Result<> begin(const QString &statement) { return command(statement); }
};

// The message shown to the user for an error of that code.
Sentence sentenceFor(ErrorCode code);

} // namespace headway::sql
