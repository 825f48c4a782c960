// SPDX-License-Identifier: GPL-3.0-or-later
// Spans of days as people name them in filters and reports: a day, a month, a quarter, "this-quarter".
// Pure; any thread.
#pragma once

#include <QDate>
#include <QStringView>

#include <optional>

namespace headway {

// Both days are included.
struct DayRange {
    QDate first = {};
    QDate last = {};

    bool operator==(const DayRange &) const = default;
};

// What relative days and spans are counted from: a day, and the month (1 to 12) in which the fiscal year
// begins. A fiscal year is named after the calendar year it ends in.
struct Calendar {
    QDate today = {};
    int firstMonth = 1;

    Calendar(QDate day, int month = 1) : today(day), firstMonth(month) {}
};

// The fiscal quarter that contains the calendar's day.
DayRange thisQuarter(const Calendar &calendar);

// "2026", "2026-12", "2026-q4", "2026-12-31", "today", "+7d", "this-week", "last-quarter", "next-year",
// "fy2027", "fy2027-q1", "2026-01..2026-03". Weeks begin on Monday (ISO 8601); this, last and next quarter
// and year are fiscal ones, "2026" and "2026-q4" calendar ones. Nothing if it is none of these, or
// ends before it begins.
std::optional<DayRange> parseDayRange(QStringView text, const Calendar &calendar);

} // namespace headway
