// SPDX-License-Identifier: GPL-3.0-or-later
// Upgrades an older book to the current schema, in one transaction; a file is copied first. If anything
// fails, the book is unchanged, and its copy remains. Called by openBook(), on its thread; fails as
// sql::migrate and backupBeforeUpgrade do.
#pragma once

#include "sql/migrate.h"

namespace headway::store {

// `scripts` are all scripts of this version; tests pass others.
Result<> upgradeBook(sql::Connection &connection, const QString &address,
                     const std::vector<sql::Migration> &scripts);

} // namespace headway::store
