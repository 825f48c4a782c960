// SPDX-License-Identifier: GPL-3.0-or-later
// What stands before the name of a stage, or of a status of a lead, wherever it is shown. Values; nothing fails.
#pragma once

#include "domain/records/lookups.h"

#include <optional>

namespace headway::app {

struct ColourDot {
    QString colour = {}; // #rrggbb; empty: that of its place in the order
    qint64 position = 0;
    QString symbol = {}; // instead of the dot

    bool operator==(const ColourDot &) const = default;
};

// None if the record is of another kind, or gone.
std::optional<ColourDot> colourDotOf(EntityRef record, const Lookups &lookups);

} // namespace headway::app
