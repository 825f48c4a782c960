// SPDX-License-Identifier: GPL-3.0-or-later
// What the two engines do not share; known to connection.cpp only.
#pragma once

#include "sql/connection.h"

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
};

// A name for QSqlDatabase's global table that nobody else has.
QString freshConnectionName();

} // namespace headway::sql
