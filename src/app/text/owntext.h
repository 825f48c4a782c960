// SPDX-License-Identifier: GPL-3.0-or-later
// The value of an own field as people read it, wherever it is shown. Pure; any thread; nothing fails.
#pragma once

#include "app/text/display.h"
#include "domain/records/lists.h"
#include "domain/records/record.h"

namespace headway::app {

// The value in a record of the field's kind; null: it has none.
Value ownValue(const CustomField &field, const Row &row);
// Amounts are in the record's currency, or where it has none in `bookCurrency`. Empty: there is no value.
QString ownText(const CustomField &field, const Row &row, const Display &display,
                const QString &bookCurrency);
// That currency.
QString ownCurrency(const CustomField &field, const Row &row, const QString &bookCurrency);

} // namespace headway::app
