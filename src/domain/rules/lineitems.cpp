// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/lineitems.h"

#include <cstdlib>

namespace headway {

namespace {

constexpr qint64 whole = 1000 * 100; // thousandths of a piece, hundredths of a price

} // namespace

std::optional<qint64> sumOf(const LineItem &item)
{
    if (!item.unitPrice)
        return std::nullopt;
    qint64 parts = 0;
    if (__builtin_mul_overflow(item.quantityMilli, *item.unitPrice, &parts)
        || __builtin_mul_overflow(parts, 100 - item.discountPercent, &parts))
        return std::nullopt;
    const qint64 sum = parts / whole;
    const qint64 rest = std::abs(parts % whole);
    const bool isUp = rest > whole / 2 || (rest == whole / 2 && sum % 2 != 0);
    return isUp ? sum + (parts < 0 ? -1 : 1) : sum;
}

} // namespace headway
