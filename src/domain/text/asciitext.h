// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and times for machines as ASCII, without memory of their own, for files of millions of cells: what
// formatDecimal(), formatDay() and formatInstant() write. Each writes into room for the longest there is and returns the
// end of what it wrote. Pure; any thread; nothing fails.
#pragma once

#include "domain/text/numbertext.h"

#include <QDate>

namespace headway {

inline constexpr int longestDecimal = 24;
char *putDecimal(char *to, Decimal value);

// The day is valid.
inline constexpr int longestDay = 18;
char *putDay(char *to, QDate day);

inline constexpr int longestInstant = 32;
char *putInstant(char *to, qint64 utcMilliseconds);

} // namespace headway
