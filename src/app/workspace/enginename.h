// SPDX-License-Identifier: GPL-3.0-or-later
// The database engine of the open book, for the About page. GUI thread; fails as reading fails.
#pragma once

#include "app/workspace/workspace.h"

namespace headway::app {

// "SQLite 3.40.1", "PostgreSQL 15.5"
Ticket readEngineName(Workspace &workspace, QObject *context, std::function<void(Result<QString>)> then);

} // namespace headway::app
