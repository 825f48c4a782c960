// SPDX-License-Identifier: GPL-3.0-or-later
// An amount in a cell of somebody else's file, in the shape that domain/text/moneytext.h reads: with the signs of any
// keyboard, cents that are a dash, and without what stands beside it ("1200 EUR/year"). Pure; any thread; nothing fails:
// what is no amount comes back as it is.
#pragma once

#include <QString>

#include <optional>

namespace headway::exchange {

struct AmountCell {
    QString text = {};
    QString beside = {}; // "/year", "net": no part of the amount
};
[[nodiscard]] AmountCell amountIn(const QString &text);

// A whole number of hundredths as an amount; none if it is something else.
[[nodiscard]] std::optional<QString> hundredths(const QString &text, QChar decimalMark);

// Whether it says itself that it is thousands or millions: "5k", "1,2 Mio. €".
[[nodiscard]] bool hasMultiplier(const QString &text);
// The amount, which has no multiplier, times ten to the power, 3, 6 or 9: "1.5" → "1.5k".
[[nodiscard]] QString scaledAmount(const QString &text, int power);

// How many, in "2 x", "x 2", "3 pcs", "4 Stück": the number alone; any other text as it is.
[[nodiscard]] QString quantityIn(const QString &text);

} // namespace headway::exchange
