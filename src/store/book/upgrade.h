// SPDX-License-Identifier: GPL-3.0-or-later
// An older book gets the present schema, in one transaction; a file leaves a copy of what it was. If
// anything fails the book is as before, beside its copy. Called by openBook(), on its thread; fails as
// sql::migrate and backupBeforeUpgrade do.
#pragma once

#include "sql/migrate.h"

namespace headway::store {

// `scripts` are those of this version, all of them; tests give others.
Result<> upgradeBook(sql::Connection &connection, const QString &address,
                     const std::vector<sql::Migration> &scripts);

} // namespace headway::store
