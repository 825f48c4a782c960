// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed, as the engines' full-text searches take it. Nothing fails; any thread.
#pragma once

#include "sql/connection.h"

#include <QStringList>

namespace headway::store {

// The full-text expression in which each of the typed words must occur or begin a word; empty if nothing of
// them is left to look for.
QString matchText(sql::Engine engine, const QStringList &typed);

} // namespace headway::store
