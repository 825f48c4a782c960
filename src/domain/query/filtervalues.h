// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind the colon of a condition: read by the type of what the condition is about, and written again.
// Pure; any thread.
#pragma once

#include "domain/query/filtertokens.h"

namespace headway {

// Sets `comparison` and `values`, and ExternalId instead of Id, by the token's values. Invalid if they do not fit.
Result<> readValues(EntityKind kind, Condition &condition, const FilterToken &token, const Calendar &calendar,
                    const std::vector<CustomField> &custom);
// The text that readValues() reads again; empty for IsEmpty.
QString valuesText(EntityKind kind, const Condition &condition);

} // namespace headway
