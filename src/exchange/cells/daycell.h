// SPDX-License-Identifier: GPL-3.0-or-later
// Days and moments in the cells of other systems' files: instants where a day is wanted, months in several languages,
// zeros for nothing, birthdays without a year. Pure (today is passed in); any thread. Fails with Invalid, in a sentence
// that quotes the text.
#pragma once

#include "domain/fields/ids.h"
#include "domain/text/datetext.h"

#include <QTimeZone>

#include <optional>

namespace headway::exchange {

// How the days of a file are written, and on whose clock instants are days.
struct DayStyle {
    DateOrder dates = DateOrder::YearMonthDay;
    QTimeZone zone = QTimeZone::utc();
};

enum class DayOrigin {
    Written,  // a day, with or without a time of its own
    Midnight, // 00:00 UTC: a system's way to write a day
    Instant,  // another moment with an offset: the day it was on the reader's clock
};
struct DayCell {
    QDate day = {};
    DayOrigin origin = DayOrigin::Written;

    bool operator==(const DayCell &) const = default;
};

// "0/0/00", "0000-00-00", "n/a", "-": no day at all.
[[nodiscard]] bool isNoDay(const QString &text);

// Also a spreadsheet's day number.
[[nodiscard]] Result<DayCell> readDayCell(const QString &text, const DayStyle &style);

// A birthday: two digits of a year, and a day without a year, never lie ahead. The year of a day without one is
// `unknownYear`, see datetext.h.
[[nodiscard]] Result<QDate> readBirthday(const QString &text, const DayStyle &style, QDate today);

struct MomentCell {
    Instant at = {};
    bool isWholeDay = false; // no time was written
};
// A time that the clocks leave out when they go forward is no moment; of two when they go back the first is meant.
[[nodiscard]] Result<MomentCell> readMomentCell(const QString &text, const DayStyle &style);

// "14:30", "2:30 pm", "14.30", "0.604" (a spreadsheet's part of a day).
[[nodiscard]] Result<QTime> readTimeCell(const QString &text);

// The text with months as English has them, and without the words around days: "4. März 2026" → "4. march 2026".
[[nodiscard]] QString withEnglishMonths(const QString &text);

} // namespace headway::exchange
