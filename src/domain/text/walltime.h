// SPDX-License-Identifier: GPL-3.0-or-later
// Times on the wall clock of a place. Where the clocks go forward, some are left out; where they go back, some come
// twice: then the first is meant. Pure; any thread.
#pragma once

#include "domain/fields/ids.h"
#include "domain/result.h"

#include <QDate>
#include <QTime>
#include <QTimeZone>

namespace headway {

// Invalid, with the time that it would be, if the clocks of `zone` leave it out on that day.
[[nodiscard]] Result<Instant> instantOn(QDate day, QTime time, const QTimeZone &zone);

// A time that is left out is as much later as the clocks go forward.
[[nodiscard]] Instant instantFrom(QDate day, QTime time, const QTimeZone &zone);

} // namespace headway
