// SPDX-License-Identifier: GPL-3.0-or-later
// The currencies of ISO 4217 and the symbols people write for them. Used through moneytext.h by
// imports, exports and forms; pure, any thread. Fails on codes that are not in the table.
#pragma once

#include "domain/result.h"

#include <QString>
#include <QStringList>
#include <QStringView>

namespace headway {

// No currency has more digits after the decimal mark.
inline constexpr int mostCurrencyDecimals = 4;
// 0, 2, 3 (or 4) digits after the decimal mark. Invalid for an unknown currency.
[[nodiscard]] Result<int> currencyDecimals(QStringView code);

// "€", "$", "kr"; the code itself if it has no common symbol. Invalid for an unknown currency.
[[nodiscard]] Result<QString> currencySymbol(QStringView code);

// All known codes, in alphabetical order.
[[nodiscard]] QStringList currencyCodes();

// The currencies that use a symbol or everyday name, the most likely one first; empty for an unknown one.
// Case does not matter.
[[nodiscard]] QStringList currenciesWithSymbol(QStringView symbol);

} // namespace headway
