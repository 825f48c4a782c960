// SPDX-License-Identifier: GPL-3.0-or-later
// The column names of other products' exports, and of everyday spreadsheets, by what they mean here.
// Pure; any thread; nothing fails.
#pragma once

#include "domain/fields/entity.h"

#include <QString>

namespace headway::exchange {

// A header without what tells nothing: byte order mark, case, punctuation, a trailing *, the kind's name
// before " - ". "Deal - Close Date *" → "closedate".
[[nodiscard]] QString headerKey(const QString &header);

// The name of the target (importplan.h) that other products' header means; null if none is known.
[[nodiscard]] QString targetForHeader(EntityKind kind, const QString &key);

} // namespace headway::exchange
