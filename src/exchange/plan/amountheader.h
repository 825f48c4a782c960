// SPDX-License-Identifier: GPL-3.0-or-later
// What the name of a column says about the amounts in it: their currency ("Umsatz (EUR)", "Amount in USD", "Betrag €"),
// and whether they are thousands or millions ("Deal value [k€]", "Revenue in Mio. EUR"). Pure; any thread; nothing
// fails: a name without a unit has none.
#pragma once

#include <QString>

#include <optional>

namespace headway::exchange {

struct AmountUnit {
    QString currency = {};  // a code, or a symbol as it is written; empty: the name does not say
    int power = 0;          // the amounts are times ten to this power: 3 for thousands, -2 for hundredths
    bool isUnclear = false; // "(M)" may be a thousand or a million: somebody has to say

    bool isScaled() const { return power != 0 || isUnclear; }
    bool operator==(const AmountUnit &) const = default;
};

struct AmountHeader {
    QString name = {}; // without the unit
    AmountUnit unit = {};
};
[[nodiscard]] std::optional<AmountHeader> amountHeader(const QString &header);

// Whose currency a column has by its name: "Value Currency" → "value", "Currency of expected revenue" →
// "expectedrevenue", "CurrencyCode" → "", that of any. None if it has amounts ("Amount in company currency"), or something
// else.
[[nodiscard]] std::optional<QString> currencyStem(const QString &header);

// The currency that a code or symbol means where `expected` is usual.
[[nodiscard]] QString currencyMeant(const QString &named, const QString &expected);

} // namespace headway::exchange
