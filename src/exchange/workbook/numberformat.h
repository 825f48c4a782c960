// SPDX-License-Identifier: GPL-3.0-or-later
// What the format of a cell says that its number is: an amount, a percentage, a day, a code with zeros in front. Pure;
// any thread; nothing fails: a format that says nothing is plain.
#pragma once

#include <QString>

namespace headway::exchange {

struct NumberFormat {
    enum class Kind { Plain, Percent, Amount, Day, Moment, Time, Digits };
    Kind kind = Kind::Plain;
    QString currency = {}; // of amounts: a code, or a sign
    // Of Digits: "00000", "0# ## ## ## ##", "(000) 000-0000"; what is no 0 or # stands there as it is.
    QString pattern = {};
    bool isUtc = false; // of a Moment: its format says UTC, as that of our own exports does

    bool operator==(const NumberFormat &) const = default;
};

// As Office Open XML writes it: `#,##0.00\ "€"`, `yyyy\-mm\-dd`, `[$-407]0.0%;-0.0%`.
[[nodiscard]] NumberFormat numberFormat(const QString &code);
// That of a number that every workbook knows without saying it.
[[nodiscard]] NumberFormat builtInFormat(int id);

// Whether a text that is shown beside a moment says that it is one of UTC.
[[nodiscard]] bool saysUtc(const QString &text);

// The whole number in that pattern: "1234" in "00000" is "01234"; empty if it does not fit.
[[nodiscard]] QString inPattern(const QString &digits, const QString &pattern);

} // namespace headway::exchange
