// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/colourdot.h"

namespace headway::app {

std::optional<ColourDot> colourDotOf(EntityRef record, const Lookups &lookups)
{
    if (record.kind == EntityKind::Stage) {
        if (const Stage *stage = lookups.stage({record.id}))
            return ColourDot{stage->colour, stage->position, {}};
    }
    if (record.kind == EntityKind::LeadStatus) {
        if (const LeadStatus *status = lookups.leadStatus({record.id}))
            return ColourDot{status->colour, status->position, status->symbol};
    }
    return std::nullopt;
}

} // namespace headway::app
