// SPDX-License-Identifier: GPL-3.0-or-later
// The one record of what holds for the whole book. On the connection's thread; fails as it fails.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/booksettings.h"
#include "domain/result.h"
#include "sql/connection.h"

namespace headway::store {

// The defaults, with id 0, where nothing was changed yet. The currency is then the one that the book was
// made with, if any.
Result<BookSettings> loadBookSettings(sql::Connection &connection);

// Makes the record where there is none yet. Conflict if somebody else changed the same since `before`.
[[nodiscard]] Result<Edit> bookSettingsEdit(sql::Connection &connection, const BookSettings &before,
                                            const BookSettings &after);

} // namespace headway::store
