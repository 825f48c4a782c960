// SPDX-License-Identifier: GPL-3.0-or-later
// Splits the text of a date into its numbers, month name and time, without deciding yet which number is the
// day. Called by datetext and daterange only; pure, any thread. Failure is nullopt.
#pragma once

#include <QChar>
#include <QStringView>
#include <array>
#include <optional>

namespace headway {

struct DatePart {
    int value = 0;  // of a month name, 1 … 12
    int digits = 0; // as written, leading zeros counted; 0 for a month name
    bool isMonthName = false;
};

struct ScannedTime {
    int milliseconds = 0;             // since midnight
    std::optional<int> offsetMinutes; // east of UTC, -840 … 840; nullopt if none was written
};

struct ScannedDate {
    std::array<DatePart, 3> parts = {};
    std::array<QChar, 2> separators = {}; // '-', '/', '.', or ' '
    int count = 0;                        // of parts: 1 … 3
    std::optional<ScannedTime> time = {};
};

// One to three parts, at most one of them a month name, with an optional weekday before and time after
// them. Day and month are not checked against the calendar.
[[nodiscard]] std::optional<ScannedDate> scanDate(QStringView text);

// "fri", "Friday": Monday is 1; 0 if it is not a weekday. At least the first three letters.
[[nodiscard]] int weekdayOfName(QStringView word);

} // namespace headway
