// SPDX-License-Identifier: GPL-3.0-or-later
// Creates a new book at the first start. Called on a thread of its own; fails as store::createBook and
// store::commit do.
#pragma once

#include "domain/fields/ids.h"
#include "domain/result.h"

#include <QString>

namespace headway::app {

// The book gets the initial lists of every book, and its first user, an administrator. Conflict if there is
// a book at the address already.
[[nodiscard]] Result<> createNewBook(const QString &address, const QString &firstUser, Instant now);

} // namespace headway::app
