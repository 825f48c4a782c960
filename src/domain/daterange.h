// SPDX-License-Identifier: GPL-3.0-or-later
// Spans of days as people name them in filters and reports: a day, a month, a quarter, "this-quarter".
// Pure; any thread.
#pragma once

#include <QDate>
#include <QStringView>

#include <optional>

namespace headway {

// Both days belong to it.
struct DayRange {
    QDate first = {};
    QDate last = {};

    bool operator==(const DayRange &) const = default;
};

// "2026", "2026-12", "2026-q4", "2026-12-31", "today", "+7d", "this-week", "last-quarter", "next-year",
// "2026-01..2026-03". Weeks begin on Monday (ISO 8601). Nothing if it is none of these,
// or would end before it begins.
std::optional<DayRange> parseDayRange(QStringView text, QDate today);

} // namespace headway
