// SPDX-License-Identifier: GPL-3.0-or-later
// Moments as telephones and programs write them: seconds (10 digits) or milliseconds (13) since 1970. Pure; any thread;
// nothing fails.
#pragma once

#include "domain/fields/ids.h"

#include <QString>

#include <optional>

namespace headway::exchange {

// None if it is no such number, or may be a day written without marks, as 2026030410.
[[nodiscard]] std::optional<Instant> epochMoment(const QString &text);

} // namespace headway::exchange
