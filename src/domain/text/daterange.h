// SPDX-License-Identifier: GPL-3.0-or-later
// Spans of days as people name them in filters and reports: a day, a month, a quarter, "this-quarter".
// Pure; any thread. Fails with a sentence that quotes the text.
#pragma once

#include "domain/result.h"
#include "domain/text/calendar.h"

#include <QString>
#include <QStringView>

namespace headway {

// "2026", "2026-12", "2026-q4", "2026-12-31", "today", "+7d", "this-week", "last-quarter", "next-year",
// "fy2027", "fy2027-q1", "2026-01..2026-03". Weeks begin on Monday (ISO 8601); this, last and next quarter
// and year are fiscal ones, "2026" and "2026-q4" calendar ones. Days are read as parseTypedDate() reads them. Invalid
// if it is none of these, or ends before it begins.
Result<DayRange> parseDayRange(QStringView text, const Calendar &calendar);

// Whether a span lacks its beginning or its end, as "2026-03.." and "..5" do, and what is said of it.
bool isSpanOpen(QStringView text);
Sentence spanIsOpen();

// The same span with each day that is written as a date in its ISO form, which every computer reads alike on any day:
// "3/4/2027..eoq" becomes "2027-04-03..eoq". Words and whole months stay; so does what cannot be read.
QString withIsoDays(QStringView text, const Calendar &calendar);

} // namespace headway
