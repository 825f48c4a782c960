// SPDX-License-Identifier: GPL-3.0-or-later
// When something is due on the user's wall clock, as every screen marks it: overdue, today, later, nothing
// planned. Pure functions; any thread; nothing fails.
#pragma once

#include "domain/fields/ids.h"

#include <QChar>
#include <QDate>
#include <QTimeZone>

namespace headway {

enum class DueState { None, Overdue, Today, Later };
// None without a day.
DueState dueState(QDate day, QDate today);
// Of a moment; what takes a whole day has its day from records/wholeday.h. None without a next activity.
DueState dueState(Instant nextActivity, Instant now, const QTimeZone &zone);

QChar dueSymbol(DueState state); // a shape for each, in every font: ▲ ● ○ ◇

// The day of an instant on the wall clock of `zone`.
QDate dayOf(Instant at, const QTimeZone &zone);

} // namespace headway
