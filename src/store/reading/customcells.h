// SPDX-License-Identifier: GPL-3.0-or-later
// Custom fields in SQL: the value that a record `r` holds in its `custom` JSON. No index has them: a condition on one
// reads the records that the other conditions leave. Pure; any thread.
#pragma once

#include "domain/query/filter.h"
#include "sql/connection.h"

namespace headway::store {

// The value as customValue() in domain/changes reads it: a text, a number, 1 or 0; NULL where the record has none, or
// one of another type. The name holds no quotation mark, backslash or "?": domain/query/filtersubjects lets none through.
QString customCell(sql::Engine engine, const CustomSubject &field);

// A yes or no that was never given counts as no, as it does in a form.
QString yesOrNo(const QString &cell);

bool holdsText(CustomKind kind);

} // namespace headway::store
