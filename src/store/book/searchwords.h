// SPDX-License-Identifier: GPL-3.0-or-later
// Which words the search holds of a record has changed over time. A book remembers whose rules its index was
// made by; one of older rules has the index made anew when it is opened for writing, as one transaction.
// On the connection's thread; fails as the connection fails.
#pragma once

#include "domain/result.h"
#include "sql/connection.h"

namespace headway::store {

Result<bool> hasOldSearchWords(sql::Connection &connection);
Result<> renewSearchWords(sql::Connection &connection); // if they are old
Result<> noteSearchWords(sql::Connection &connection);  // of a new book

} // namespace headway::store
