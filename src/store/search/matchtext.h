// SPDX-License-Identifier: GPL-3.0-or-later
// Typed text as a full-text expression of the engine. Nothing fails; any thread.
#pragma once

#include "sql/connection.h"

#include <QStringList>

namespace headway::store {

// The full-text expression that matches if each typed word occurs or begins a word; empty if there is
// nothing left to search for.
QString matchText(sql::Engine engine, const QStringList &typed);

} // namespace headway::store
