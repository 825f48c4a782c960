// SPDX-License-Identifier: GPL-3.0-or-later
// Currencies in a filter: by their codes in any case, or by the signs that people write, beside an amount or alone.
// Pure; any thread. Fails with Invalid in a sentence that quotes the text.
#pragma once

#include "domain/result.h"

#include <QStringList>

namespace headway {

// The codes that each of the values means: "eur" is EUR, "$" every dollar.
Result<QStringList> currenciesNamed(const QStringList &values);

// Takes the currency out of the values of a condition on amounts, and returns its codes: {">eur 5k"} becomes {">5k"}.
// Empty if none has any; Invalid if they have different ones.
Result<QStringList> takeCurrency(QStringList &values);

} // namespace headway
