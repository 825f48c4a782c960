// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/lineitems.h"

#include "support/catch_qt.h"

#include <limits>

using namespace headway;

TEST_CASE("A product line comes to quantity times price, less the discount", "[domain]")
{
    CHECK(sumOf({.quantityMilli = 4000, .unitPrice = 24'500}) == 98'000);
    CHECK(sumOf({.quantityMilli = 4000, .unitPrice = 24'500, .discountPercent = 10}) == 88'200);
    CHECK(sumOf({.quantityMilli = 2500, .unitPrice = 8'000}) == 20'000); // two and a half hours
    CHECK(sumOf({.quantityMilli = 1000, .unitPrice = 999, .discountPercent = 100}) == 0);
    CHECK(sumOf({.quantityMilli = 0, .unitPrice = 999}) == 0);
    CHECK(sumOf({.quantityMilli = 4000}) == std::nullopt); // nobody knows yet what it costs
}

TEST_CASE("Half a cent of a product line goes to the even one, and a return is the same with a minus",
          "[domain]")
{
    CHECK(sumOf({.quantityMilli = 500, .unitPrice = 1}) == 0);
    CHECK(sumOf({.quantityMilli = 500, .unitPrice = 3}) == 2);
    CHECK(sumOf({.quantityMilli = 1000, .unitPrice = 101, .discountPercent = 50}) == 50);
    CHECK(sumOf({.quantityMilli = 333, .unitPrice = 100}) == 33);
    CHECK(sumOf({.quantityMilli = -500, .unitPrice = 3}) == -2);
    CHECK(sumOf({.quantityMilli = -4000, .unitPrice = 24'500, .discountPercent = 10}) == -88'200);
}

TEST_CASE("A product line beyond all numbers has no sum, rather than a wrong one", "[domain]")
{
    const qint64 most = std::numeric_limits<qint64>::max();
    CHECK(sumOf({.quantityMilli = most, .unitPrice = 2}) == std::nullopt);
    CHECK(sumOf({.quantityMilli = 1000, .unitPrice = most / 2000}) == std::nullopt);
    CHECK(sumOf({.quantityMilli = 1000, .unitPrice = 50'000'000'000'000}) == 50'000'000'000'000);
}
