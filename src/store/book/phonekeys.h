// SPDX-License-Identifier: GPL-3.0-or-later
// By what telephone numbers are stored follows from the number alone (domain/text/phonenumber.h). A book made by an
// older rule has its keys made anew together with its search words. On the connection's thread, within the transaction
// of the caller; fails as the connection fails.
#pragma once

#include "domain/result.h"
#include "sql/connection.h"

namespace headway::store {

// Of all numbers, removed ones as well: undo brings them back.
Result<> renewPhoneKeys(sql::Connection &connection);

} // namespace headway::store
