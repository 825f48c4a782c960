// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/loadedrecord.h"

namespace headway {

const std::vector<LoadedRecord> &RelatedRecords::of(EntityKind kind) const
{
    static const std::vector<LoadedRecord> none;
    const auto found = records.find(kind);
    return found == records.end() ? none : found->second;
}

} // namespace headway
