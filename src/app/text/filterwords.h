// SPDX-License-Identifier: GPL-3.0-or-later
// A filter in words, in the reader's language: “open, owner Anna, amount over 10,000”. For titles of pages and
// windows, and wherever a condition is named to people; never the syntax that is typed. Pure; nothing fails;
// any thread.
#pragma once

#include "app/text/display.h"
#include "domain/query/filter.h"
#include "domain/records/lookups.h"

#include <QStringList>

namespace headway::app {

// What the words depend on; all outlive the call.
struct FilterReader {
    const Display &display;
    const Lookups &lookups;
    const Calendar &calendar; // names spans of days: “this month”
};

// One text for each condition, word and pair of brackets, in their order.
QStringList filterWords(EntityKind kind, const Filter &filter, const FilterReader &reader);
// The same on one line; empty for an empty filter.
QString filterTitle(EntityKind kind, const Filter &filter, const FilterReader &reader);

// A span as people call it: “today”, “this quarter”, “November 2026”, “1 Nov 2026 – 12 Nov 2026”.
QString spanWords(const DayRange &span, const Calendar &calendar, const Display &display);

// The spans of days that have a word in a filter: “today”, “this-quarter”.
QStringList typedSpans();

} // namespace headway::app
