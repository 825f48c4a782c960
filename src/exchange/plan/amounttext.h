// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts with more decimals than their currency has, and whether a column writes a probability as 0.4 or as 40. Pure;
// any thread. Fails with Invalid, in a sentence that quotes the text.
#pragma once

#include "exchange/plan/fieldtext.h"

namespace headway::exchange {

// What becomes of decimals that the currency does not have.
enum class Rounding { Nearest, Down, Up }; // halves away from zero; towards zero; away from zero

// Whether the amount would be understood but for its decimals.
[[nodiscard]] bool hasSpareDecimals(const QString &text, const CellStyle &style);
// As readAmount(), rounded.
[[nodiscard]] Result<Money> readRoundedAmount(const QString &text, const CellStyle &style, Rounding rounding);

// How a column writes percentages.
enum class PercentScale {
    Percent,  // 40, 12.5, 40 %
    Fraction, // 0.4, 1
    Unclear,  // nothing but 0 and 1
};
[[nodiscard]] PercentScale percentScaleOf(const QStringList &samples, NumberStyle style);
// Whole percent, halves up; `scale` is not Unclear. A percent sign decides by itself.
[[nodiscard]] Result<qint64> readPercentCell(const QString &text, NumberStyle style, PercentScale scale);

} // namespace headway::exchange
