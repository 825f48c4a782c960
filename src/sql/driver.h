// SPDX-License-Identifier: GPL-3.0-or-later
// What the two engines do not share; known to connection.cpp only.
#pragma once

#include "sql/bulkinsert.h"
#include "sql/connection.h"

#include <memory>
#include <optional>

namespace headway::sql {

class Driver
{
public:
    virtual ~Driver() = default;

    virtual Engine engine() const = 0;
    virtual void interrupt() = 0;
    virtual Result<> copyTo(const QString &path,
                            const std::function<bool(int done, int all)> &progress) = 0;
    virtual ErrorCode codeOf(const QSqlError &error) const = 0;
    virtual Result<std::unique_ptr<BulkInsert>> bulkInsert(const QString &table,
                                                           const QStringList &columns) = 0;
    // Reads past Qt SQL; nothing where that would gain nothing.
    virtual std::optional<Result<>> stream(const QString &query, const Values &binds,
                                           const std::function<Result<>(const RowView &)> &row) = 0;
};

// A name for QSqlDatabase's global table that nobody else has.
QString freshConnectionName();

// The sentence that a user reads for an error of that code.
QString sentenceFor(ErrorCode code);

} // namespace headway::sql
