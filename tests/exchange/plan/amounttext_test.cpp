// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/amounttext.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using test::valueOf;

namespace {

const CellStyle euros{.number = {u'.', u','}, .currency = u"EUR"_s};

qint64 rounded(const QString &text, Rounding rounding, const CellStyle &style = euros)
{
    return valueOf(readRoundedAmount(text, style, rounding)).minor;
}

} // namespace

TEST_CASE("More decimals than the currency has are rounded as somebody says", "[exchange]")
{
    CHECK(hasSpareDecimals(u"12.345"_s, euros));
    CHECK_FALSE(hasSpareDecimals(u"12.340"_s, euros));
    CHECK_FALSE(hasSpareDecimals(u"12.34"_s, euros));
    CHECK_FALSE(hasSpareDecimals(u"a lot"_s, euros));
    CHECK(rounded(u"12.345"_s, Rounding::Nearest) == 1235);
    CHECK(rounded(u"12.344"_s, Rounding::Nearest) == 1234);
    CHECK(rounded(u"12.349"_s, Rounding::Down) == 1234);
    CHECK(rounded(u"12.341"_s, Rounding::Up) == 1235);
    CHECK(rounded(u"-12.345"_s, Rounding::Nearest) == -1235);
    CHECK(rounded(u"-0.001"_s, Rounding::Up) == -1);
    CHECK(rounded(u"1,234.567 EUR"_s, Rounding::Nearest) == 123457);
    CHECK(rounded(u"99.999"_s, Rounding::Nearest) == 10000);
    CHECK(rounded(u"1200.50"_s, Rounding::Down, {.number = {u'.', u','}, .currency = u"JPY"_s}) == 1200);
    CHECK(rounded(u"12.34"_s, Rounding::Up) == 1234);
    CHECK(rounded(u"12.3406"_s, Rounding::Nearest) == 1234); // a zero before the six
    CHECK(rounded(u"12.3406"_s, Rounding::Up) == 1235);
    CHECK(rounded(u"1.23456 CLF"_s, Rounding::Nearest) == 12'346); // four decimals
    CHECK(rounded(u"12.3406"_s, Rounding::Nearest, {.number = {u'.', u','}}) == 1234);
    CHECK_FALSE(readRoundedAmount(u"a lot"_s, euros, Rounding::Nearest));
}

TEST_CASE("Of thousands and millions more decimals are cents", "[exchange]")
{
    CHECK_FALSE(hasSpareDecimals(u"1.23456k"_s, euros)); // 1,234.56
    CHECK(hasSpareDecimals(u"1.234567k"_s, euros));
    CHECK(rounded(u"1.234567k"_s, Rounding::Nearest) == 123'457);
    CHECK(rounded(u"1.234567k"_s, Rounding::Down) == 123'456);
    CHECK(rounded(u"1.234567891 Mio. €"_s, Rounding::Up) == 123'456'790);
    CHECK(rounded(u"-1.2345678901234567 bn"_s, Rounding::Nearest) == -123'456'789'012);
    CHECK(rounded(u"1.2345E-02"_s, Rounding::Up) == 2);
}

TEST_CASE("A column says whether its probabilities are fractions", "[exchange]")
{
    const NumberStyle point{u'.', u','};
    CHECK(percentScaleOf({u"0.4"_s, u"1"_s, u"0"_s}, point) == PercentScale::Fraction);
    CHECK(percentScaleOf({u"40"_s, u"1"_s, u"0.5"_s}, point) == PercentScale::Percent);
    CHECK(percentScaleOf({u"0.5 %"_s}, point) == PercentScale::Percent);
    CHECK(percentScaleOf({u"1"_s, u"0"_s}, point) == PercentScale::Unclear);
    CHECK(percentScaleOf({u"0"_s, u"maybe"_s}, point) == PercentScale::Percent);
    CHECK(valueOf(readPercentCell(u"0.4"_s, point, PercentScale::Fraction)) == 40);
    CHECK(valueOf(readPercentCell(u"1"_s, point, PercentScale::Fraction)) == 100);
    CHECK(valueOf(readPercentCell(u"0.125"_s, point, PercentScale::Fraction)) == 13);
    CHECK(valueOf(readPercentCell(u"12.5"_s, point, PercentScale::Percent)) == 13);
    CHECK(valueOf(readPercentCell(u"40 %"_s, point, PercentScale::Fraction)) == 40);
    CHECK_FALSE(readPercentCell(u"40"_s, point, PercentScale::Fraction));
    CHECK_FALSE(readPercentCell(u"-1"_s, point, PercentScale::Percent));
    CHECK_FALSE(readPercentCell(u"101"_s, point, PercentScale::Percent));
}
