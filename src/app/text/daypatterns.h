// SPDX-License-Identifier: GPL-3.0-or-later
// How a locale writes days, with the month's short name: "4 Mar 2026", "4. März 2026", "Mar 4, 2026". Qt knows
// only formats with the whole name and the weekday, or with figures alone. Patterns for QLocale::toString(). Pure;
// any thread; nothing fails.
#pragma once

#include "domain/text/datetext.h"

#include <QLocale>
#include <QString>

#include <optional>

namespace headway::app {

struct DayPatterns {
    QString day;          // d MMM yyyy
    QString withoutYear;  // d MMM
    QString weekdayLong;  // dddd, d MMMM
    QString weekdayShort; // ddd, d MMM
};

// In the locale's own order, or in the one that the user has chosen.
DayPatterns dayPatterns(const QLocale &locale, std::optional<DateOrder> order);

} // namespace headway::app
