// SPDX-License-Identifier: GPL-3.0-or-later
// Why a server does not let us in, in one sentence: libpq says it in its own words and language. Any thread;
// never fails.
#pragma once

#include "domain/result.h"

namespace headway::sql {

// Asks once more, which takes at most `refusalPatience` ms besides looking up the name; `otherwise` where that does
// not tell more. Invalid: the user or the password; NotFound: the database, or the computer; else Offline.
constexpr int refusalPatience = 5000;
Error refusalOf(const QString &url, Error otherwise);

} // namespace headway::sql
