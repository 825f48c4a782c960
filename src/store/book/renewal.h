// SPDX-License-Identifier: GPL-3.0-or-later
// What the program, not a script, brings up to date in a book of an older version: the first program that opens the
// book for writing does it, in one transaction, and the book remembers by which rule it was done.
// On the connection's thread; fails as the connection fails.
#pragma once

#include "domain/result.h"
#include "sql/connection.h"

namespace headway::store {

struct Renewal {
    QLatin1StringView name;    // by which the book remembers it
    QLatin1StringView present; // the rule of this program
    int lock;                  // a number of its own, for two programs that open a book on a server at once
    Result<> (*renew)(sql::Connection &connection);
};

Result<bool> isDue(sql::Connection &connection, const Renewal &renewal);
Result<> renewIfDue(sql::Connection &connection, const Renewal &renewal);
Result<> noteRenewed(sql::Connection &connection, const Renewal &renewal); // of a new book

} // namespace headway::store
