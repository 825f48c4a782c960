// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a list as the exporter calls them. Pure; any thread; nothing fails.
#pragma once

#include "app/lists/columns.h"

namespace headway::app {

// A reference is exported as its name, which is what the list shows; amounts are followed by their currency, and a
// next step by the time it is planned for.
QStringList exportNames(EntityKind kind, const std::vector<Column> &columns);

} // namespace headway::app
