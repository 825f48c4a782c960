// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/amountcell.h"

#include "exchange/plan/fieldtext.h"
#include "exchange/plan/importplan.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using test::valueOf;

namespace {

const CellStyle comma{.number = {u',', u'.'}, .currency = u"EUR"_s};
const CellStyle point{.number = {u'.', u','}, .currency = u"EUR"_s};

qint64 cents(const QString &text, const CellStyle &style = comma)
{
    return valueOf(readAmount(amountIn(text).text, style)).minor;
}

} // namespace

TEST_CASE("Amounts are read as people of many places write them", "[exchange]")
{
    CHECK(cents(u"12.345,--"_s) == 1'234'500);
    CHECK(cents(u"12 345,-"_s) == 1'234'500);
    CHECK(cents(u"12\u202F345,50"_s) == 1'234'550);
    CHECK(cents(u"1.234,– €"_s) == 123'400);
    CHECK(cents(u"1.234,—€"_s) == 123'400);
    CHECK(cents(u"Fr. 1'200.-"_s, point) == 120'000);
    CHECK(cents(u"CHF 1’200.–"_s, point) == 120'000);
    CHECK(cents(u"(1,200.00)"_s, point) == -120'000);
    CHECK(cents(u"１，２００．５０"_s, point) == 120'050);
    CHECK(cents(u"－５００"_s, point) == -50'000);
    CHECK(cents(u"5,00-"_s) == -500);
    CHECK(amountIn(u"ca. 5000"_s).text == u"ca. 5000"_s);
}

TEST_CASE("Cents that are a dash say which mark is that of the decimals", "[exchange]")
{
    const ImportPlan plan = valueOf(planImport(EntityKind::Deal, {u"Title"_s, u"Value"_s}, {}, {}));
    const auto mark = [&](const QString &value) {
        return valueOf(detectStyle(plan, {{u"A"_s, value}}, {})).number.decimalMark;
    };
    CHECK(mark(u"12.345,--"_s) == u',');
    CHECK(mark(u"1,200.-"_s) == u'.');
    CHECK_FALSE(detectStyle(plan, {{u"A"_s, u"12.345"_s}}, {})); // that one is asked
    CHECK(mark(u"12.345 EUR/year"_s) == u',');                   // euros have no third decimal
}

TEST_CASE("Thousands of euros may have three decimals, so that 12.345 EUR is asked in a column of those",
          "[exchange]")
{
    const ImportPlan plan = valueOf(planImport(EntityKind::Deal, {u"Title"_s, u"Deal value [k€]"_s}, {}, {}));
    CHECK_FALSE(detectStyle(plan, {{u"A"_s, u"12.345 EUR"_s}}, {}));
    CHECK(valueOf(detectStyle(plan, {{u"A"_s, u"12.345,5 EUR"_s}}, {})).number.decimalMark == u',');
}

TEST_CASE("What stands beside an amount is no part of it, and is not lost", "[exchange]")
{
    CHECK(amountIn(u"1200 EUR/year"_s).text == u"1200 EUR"_s);
    CHECK(amountIn(u"1200 EUR/year"_s).beside == u"/year"_s);
    CHECK(amountIn(u"99 € pro Monat"_s).text == u"99 €"_s);
    CHECK(amountIn(u"12.000 p.a."_s).text == u"12.000"_s);
    CHECK(amountIn(u"1.200,-/Monat"_s).text == u"1.200,00"_s);
    CHECK(amountIn(u"12,50 EUR netto"_s).beside == u"netto"_s);
    CHECK(amountIn(u"1200 (net)"_s).text == u"1200"_s);
    CHECK(amountIn(u"1200 + VAT"_s).text == u"1200"_s);
    CHECK(amountIn(u"1200 EUR"_s).beside.isEmpty());
    CHECK(amountIn(u"1200/user"_s).beside.isEmpty()); // of how many?
    CHECK(amountIn(u"5k"_s).beside.isEmpty());
}

TEST_CASE("Thousands become units to the cent, and what says so itself is known", "[exchange]")
{
    const auto thousands = [](const QString &text) {
        return valueOf(readAmount(scaledAmount(amountIn(text).text, 3), comma)).minor;
    };
    CHECK(thousands(u"1,5"_s) == 150'000);
    CHECK(thousands(u"12,34567"_s) == 1'234'567);
    CHECK(thousands(u"(1,5)"_s) == -150'000);
    CHECK(thousands(u"1.200,- €"_s) == 120'000'000);
    CHECK(hasMultiplier(u"5k"_s));
    CHECK(hasMultiplier(u"1,2 Mio. €"_s));
    CHECK(hasMultiplier(u"5kEUR"_s));
    CHECK_FALSE(hasMultiplier(u"5 kr"_s));
    CHECK_FALSE(hasMultiplier(u"5 MXN"_s));
    CHECK_FALSE(hasMultiplier(u"5 EUR"_s));
}

TEST_CASE("Quantities may have a sign or a word for pieces", "[exchange]")
{
    CHECK(quantityIn(u"2 x"_s) == u"2"_s);
    CHECK(quantityIn(u"x2"_s) == u"2"_s);
    CHECK(quantityIn(u"2,5 Stück"_s) == u"2,5"_s);
    CHECK(quantityIn(u"3 pcs."_s) == u"3"_s);
    CHECK(quantityIn(u"2 boxes"_s) == u"2 boxes"_s);
    CHECK(quantityIn(u"a few"_s) == u"a few"_s);
}
