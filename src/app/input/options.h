// SPDX-License-Identifier: GPL-3.0-or-later
// The options of a field: the fixed list of a choice, or the short lists of the book (owners, stages,
// sources …) without retired values. Pure; any thread; nothing fails.
#pragma once

#include "app/text/display.h"
#include "domain/records/lookups.h"

#include <optional>
#include <vector>

namespace headway::app {

struct Option {
    Value value = {};
    QString text = {}; // empty for "not stated"
};

// None for a field that refers to a record found by searching (a company, a contact).
std::optional<std::vector<Option>> optionsFor(EntityKind kind, const Row &row, int field,
                                              const Lookups &lookups, const Display &display);

} // namespace headway::app
