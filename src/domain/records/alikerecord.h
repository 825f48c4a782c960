// SPDX-License-Identifier: GPL-3.0-or-later
// A record that may be the same as one that is described, and why. Values.
#pragma once

#include "domain/records/searchhit.h"

#include <vector>

namespace headway {

// The surest first.
enum class AlikeBy { Email, Phone, Website, Name, SimilarName };

struct AlikeRecord {
    SearchHit hit = {};
    std::vector<AlikeBy> by = {}; // not empty; the surest first
};

} // namespace headway
