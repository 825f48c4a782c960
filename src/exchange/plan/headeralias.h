// SPDX-License-Identifier: GPL-3.0-or-later
// Maps the column names of other products' exports, and of common spreadsheets, to our targets. Pure; any
// thread; nothing fails.
#pragma once

#include "domain/fields/entity.h"

#include <QString>

namespace headway::exchange {

// A header reduced to what matters, without byte order mark, case, punctuation, a trailing *, or the kind's
// name before " - ". "Deal - Close Date *" → "closedate".
[[nodiscard]] QString headerKey(const QString &header);

// The name of the target (importplan.h) for the key of another product's header; null if none is known.
[[nodiscard]] QString targetForHeader(EntityKind kind, const QString &key);

} // namespace headway::exchange
