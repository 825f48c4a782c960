// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts of money as people and spreadsheets write them ($22,700.00  EUR 1.234,50  1200 kr  £5k), with
// currencyDecimals(), currencySymbol() of ISO 4217 from currencytable.h. Amounts are integers in the
// currency's minor unit (cents), never floating point. Used by imports, exports, forms; pure, any thread.
// Fails on text that is not an amount, on unknown or contradicting currencies, on more decimals than the
// currency has, on overflow.
#pragma once

#include "domain/result.h"
#include "domain/text/currencytable.h"
#include "domain/text/numbertext.h"

#include <QString>
#include <QStringList>
#include <QStringView>

namespace headway {

struct Money {
    qint64 minor = 0;
    QString currency = {}; // ISO 4217, upper case

    bool operator==(const Money &) const = default;
};

// A currency written in the text takes precedence over `defaultCurrency`. Symbols several currencies share
// ($, kr, ¥) mean the default currency if it uses them, otherwise USD, SEK, JPY.
[[nodiscard]] Result<Money> parseMoney(QStringView text, NumberStyle style, const QString &defaultCurrency);

// As detectNumberStyle(), for a column of amounts with or without currencies. A lone "1,234" is Ambiguous, "$1,234" is
// not: three digits behind the mark are no cents.
[[nodiscard]] Finding<NumberStyle> detectAmountStyle(const QStringList &samples);

// "1234.50", exact, for machines; yen have no decimals. Invalid for an unknown currency.
[[nodiscard]] Result<QString> formatMinor(qint64 minor, const QString &currency);

} // namespace headway
