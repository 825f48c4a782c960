// SPDX-License-Identifier: GPL-3.0-or-later
// Days and instants as text: in files, as typed into forms, as exchanged by machines. Used by imports,
// exports, forms and the change log; pure (today is always passed in), any thread. Fails on text that is
// not a date and on days that do not exist; the sentence quotes the text.
#pragma once

#include "domain/result.h"
#include "domain/text/calendar.h"
#include "domain/text/finding.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace headway {

// 2026-03-04  2026/3/4  20260304  03/04/2026  4.3.2026  4. 3. 26  4 Mar 2026  March 4th, 2026, each
// also followed by a time, which must be valid and is dropped. A year written first
// with four digits, or a month written as a word, needs no order. Years of two digits: 69 … 99 are
// 1969 … 1999, 00 … 68 are 2000 … 2068 (as POSIX strptime does).
[[nodiscard]] Result<QDate> parseDate(QStringView text, DateOrder order);

// A spreadsheet's day number: 45631 is 2024-12-05; a fraction (the time) is dropped. Counts as Excel does
// on Windows, from 1900 including 29 February 1900, which did not exist.
[[nodiscard]] Result<QDate> parseSerialDate(QStringView text);

// The order a column is written in. A lone 03/04/2026 is Ambiguous.
[[nodiscard]] Finding<DateOrder> detectDateOrder(const QStringList &samples);

// What a person types: today, tomorrow, yesterday, +3d, -1w, +2m, +1y, fri (the next one, never
// today), eom, eoq, eoy (end of month, of the fiscal quarter and year), 12.5. or 12/5 (the next such day, today
// included), and everything parseDate() reads. Where the calendar knows no order, the day stands first before points,
// as in 12.5.2026, and what else can be read in several ways is refused.
[[nodiscard]] Result<QDate> parseTypedDate(QStringView text, const Calendar &calendar);

// The same for a day that has come: a weekday is the last one, never today, and a day without its year the last such
// day, today included.
[[nodiscard]] Result<QDate> parseTypedPastDate(QStringView text, const Calendar &calendar);

// The year of a birthday of which the year is unknown, as address books write it.
inline constexpr int unknownYear = 1604;

// The same for a birthday: two digits of a year never lie ahead, and a day without a year is one of `unknownYear`,
// also as --03-04.
[[nodiscard]] Result<QDate> parseTypedBirthday(QStringView text, const Calendar &calendar);

// "2026-03-04T12:30:00Z" or with an offset "+01:00", to UTC milliseconds since 1970. A time without
// Z or offset is refused: it is not an instant.
[[nodiscard]] Result<qint64> parseInstant(QStringView text);

// "2026-03-04T12:30:00Z"; milliseconds only if they are not zero. Years 0001 … 9999 read back.
[[nodiscard]] QString formatInstant(qint64 utcMilliseconds);

// "2026-03-04"; empty for a null date.
[[nodiscard]] QString formatDay(QDate day);

} // namespace headway
