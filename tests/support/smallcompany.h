// SPDX-License-Identifier: GPL-3.0-or-later
// Records of a made-up company of any size, for tests of the store that need many: every kind of record and
// every link, plain but valid, always the same. (The realistic sample company is src/sample.)
#pragma once

#include "domain/fields/field.h"

#include <vector>

namespace headway::test {

struct SampleRecord {
    EntityRef ref = {};
    Row row = {};
    Instant createdAt = {};
};

// In the order of allEntityKinds(). `deals` deals, twice as many contacts, six times as many activities.
std::vector<SampleRecord> smallCompany(int deals);

} // namespace headway::test
