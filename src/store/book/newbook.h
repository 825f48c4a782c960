// SPDX-License-Identifier: GPL-3.0-or-later
// The initial content of a new book: the lists of defaults.h and its first user, an administrator. Called
// on the writer's connection by the first start and the command line; fails as commit does.
#pragma once

#include "domain/result.h"
#include "store/commit/commit.h"

#include <QString>

namespace headway::store {

// One step of the history, which cannot be undone. Returns the user.
[[nodiscard]] Result<UserId> fillNewBook(sql::Connection &connection, const QString &firstUser, Instant now);

} // namespace headway::store
