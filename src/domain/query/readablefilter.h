// SPDX-License-Identifier: GPL-3.0-or-later
// A filter that was saved some time ago: what of it still has a meaning. A field may be gone, a stage renamed,
// a colleague deleted; the rest still holds, and what does not is told. Pure; nothing fails; any thread.
#pragma once

#include "domain/query/filter.h"
#include "domain/records/lookups.h"

namespace headway {

struct ReadableFilter {
    Filter filter = {};              // without what is gone
    std::vector<Sentence> gone = {}; // one for each: There is no stage “Offer” any more.
};

// Days are those of kept filters, whatever the order of this computer (see filterdays.h). Names are looked up in the
// short lists as the store does it; those of other kinds are taken as they are.
ReadableFilter readableFilter(EntityKind kind, QStringView text, const Calendar &calendar,
                              const Lookups &lookups);

} // namespace headway
