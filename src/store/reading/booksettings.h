// SPDX-License-Identifier: GPL-3.0-or-later
// The one record with the settings of the whole book. On the connection's thread; fails as the connection
// fails.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/booksettings.h"
#include "domain/result.h"
#include "sql/connection.h"

namespace headway::store {

// The defaults, with id 0, if nothing was changed yet. The currency is then the one that the book was
// created with, if any.
Result<BookSettings> loadBookSettings(sql::Connection &connection);

// Creates the record if there is none yet. Conflict if somebody else changed the same since `before`.
[[nodiscard]] Result<Edit> bookSettingsEdit(sql::Connection &connection, const BookSettings &before,
                                            const BookSettings &after);

} // namespace headway::store
