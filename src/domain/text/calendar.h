// SPDX-License-Identifier: GPL-3.0-or-later
// By what typed days are read: today, the order of day, month and year on this computer, and the month in which the
// book's fiscal year begins; and the quarters and years that follow from it. Pure; any thread; nothing fails.
#pragma once

#include <QDate>

#include <optional>

namespace headway {

enum class DateOrder { YearMonthDay, DayMonthYear, MonthDayYear };

// How days are typed on this computer and in this book, whatever day it is.
struct DayRules {
    std::optional<DateOrder> order = {}; // none is known: what can be read in several ways is refused
    int firstMonth = 1;                  // of the fiscal year, 1 to 12

    DayRules() = default;
    DayRules(DateOrder known, int month = 1) : order(known), firstMonth(month) {}
    DayRules(std::optional<DateOrder> perhaps, int month = 1) : order(perhaps), firstMonth(month) {}
};

// The same with what relative days and spans are counted from. A fiscal year is named after the calendar year it ends
// in.
struct Calendar : DayRules {
    QDate today = {};

    Calendar(QDate day, int month = 1, std::optional<DateOrder> known = {})
        : DayRules(known, month), today(day)
    {
    }
    Calendar(QDate day, const DayRules &rules) : DayRules(rules), today(day) {}
};

// Both days are included.
struct DayRange {
    QDate first = {};
    QDate last = {};

    bool operator==(const DayRange &) const = default;
};

// The fiscal year, and its quarter, that contain the calendar's day.
DayRange thisYear(const Calendar &calendar);
DayRange thisQuarter(const Calendar &calendar);

inline constexpr int monthsOfAYear = 12;
inline constexpr int monthsOfAQuarter = 3;
// From the first day of a month on.
DayRange monthsFrom(QDate first, int months);

} // namespace headway
