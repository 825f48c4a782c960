// SPDX-License-Identifier: GPL-3.0-or-later
// The records that an activity is about, in words, as lists and exports name them. Pure; any thread; nothing fails.
#pragma once

#include "domain/records/loadedrecord.h"

namespace headway {

// Its deals, or everybody else.
enum class Linked { With, Deals };

QString linkedNames(const std::vector<LinkedRecord> &linked, Linked which);

} // namespace headway
