// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the names in a filter mean anything: looked up beside the window, for there may be very many companies.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/query/filter.h"

#include <functional>

namespace headway::app {

// Calls `then` with the first name that no record has, at its place; not at all if every name means a record.
Ticket findUnknownName(Workspace &workspace, QObject *context, EntityKind kind, const QString &text,
                       std::function<void(const FilterError &)> then);

} // namespace headway::app
