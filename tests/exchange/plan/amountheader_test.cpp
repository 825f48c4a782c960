// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/amountheader.h"

#include "exchange/plan/importplan.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;

namespace {

// "Umsatz | EUR", "Deal value | € x1000"; empty: no unit.
QString told(const QString &header)
{
    const auto found = amountHeader(header);
    if (!found)
        return {};
    const QString unit = found->unit.isUnclear ? u" ?"_s
        : found->unit.power                    ? u" e%1"_s.arg(found->unit.power)
                                               : QString();
    return found->name + u" | "_s + found->unit.currency + unit;
}

} // namespace

TEST_CASE("A column says in which currency its amounts are", "[exchange]")
{
    CHECK(told(u"Umsatz (EUR)"_s) == u"Umsatz | EUR"_s);
    CHECK(told(u"Amount in USD"_s) == u"Amount | USD"_s);
    CHECK(told(u"Betrag €"_s) == u"Betrag | €"_s);
    CHECK(told(u"Betrag€"_s) == u"Betrag | €"_s);
    CHECK(told(u"Deal - Value [US$]"_s) == u"Deal - Value | US$"_s);
    CHECK(told(u"amount_usd"_s) == u"amount | usd"_s);
    CHECK(told(u"AmountUSD"_s) == u"Amount | USD"_s);
    CHECK(told(u"EUR Betrag"_s) == u"Betrag | EUR"_s);
    CHECK(told(u"Value, GBP"_s) == u"Value | GBP"_s);
    CHECK(told(u"Betrag (EUR, netto)"_s) == u"Betrag | EUR"_s);
    CHECK(told(u"Prix en euros"_s) == u"Prix | euros"_s);
}

TEST_CASE("A column says whether its amounts are thousands or millions, or leaves it open", "[exchange]")
{
    CHECK(told(u"Deal value [k€]"_s) == u"Deal value | € e3"_s);
    CHECK(told(u"Umsatz in T€"_s) == u"Umsatz | € e3"_s);
    CHECK(told(u"Umsatz TEUR"_s) == u"Umsatz | EUR e3"_s);
    CHECK(told(u"Umsatz in Tsd. Euro"_s) == u"Umsatz | Euro e3"_s);
    CHECK(told(u"Umsatz Mio. EUR"_s) == u"Umsatz | EUR e6"_s);
    CHECK(told(u"Revenue ($M)"_s) == u"Revenue | $ e6"_s);
    CHECK(told(u"Revenue (thousands)"_s) == u"Revenue |  e3"_s);
    CHECK(told(u"Revenue in thousands of USD"_s) == u"Revenue | USD e3"_s);
    CHECK(told(u"Revenue EUR (thousands)"_s) == u"Revenue | EUR e3"_s);
    CHECK(told(u"Revenue ('000)"_s) == u"Revenue |  e3"_s);
    CHECK(told(u"Umsatz (1.000 EUR)"_s) == u"Umsatz | EUR e3"_s);
    CHECK(told(u"Value (USDk)"_s) == u"Value | USD e3"_s);
    CHECK(told(u"Omsättning (MSEK)"_s) == u"Omsättning | SEK e6"_s);
    CHECK(told(u"Value (T MXN)"_s) == u"Value | MXN e3"_s);
    CHECK(told(u"Revenue (M)"_s) == u"Revenue |  ?"_s);
    CHECK(told(u"Value (T$)"_s) == u"Value | $ ?"_s);
}

TEST_CASE("Words are no currencies, though some are called so", "[exchange]")
{
    for (const QString &header :
         {u"Amount"_s, u"Amount won"_s, u"Amount (won)"_s, u"TOP Value"_s, u"Value ALL"_s, u"Try value"_s,
          u"Amount in company currency"_s, u"Deals in progress"_s, u"Amount (net)"_s, u"Revenue 2000"_s,
          u"Price (m2)"_s, u"(EUR)"_s, u"EUR"_s, u"Top deal value"_s, u""_s, u"€"_s}) {
        CAPTURE(header);
        CHECK(told(header).isEmpty());
    }
}

TEST_CASE("A column name that goes on and on is no amount, however many currencies stand in it", "[exchange]")
{
    CHECK(amountHeader(u"Amount"_s + u" EUR"_s.repeated(10))->unit.currency == u"EUR"_s);
    CHECK_FALSE(amountHeader(u"Amount"_s + u" EUR"_s.repeated(20'000)));
    CHECK_FALSE(amountHeader(u"Amount"_s + u" (EUR)"_s.repeated(20'000)));
}

TEST_CASE("A symbol means the usual currency if that is written so", "[exchange]")
{
    CHECK(currencyMeant(u"$"_s, u"CAD"_s) == u"CAD"_s);
    CHECK(currencyMeant(u"$"_s, u"EUR"_s) == u"USD"_s);
    CHECK(currencyMeant(u"usd"_s, u"EUR"_s) == u"USD"_s);
}

TEST_CASE("Umsatz (EUR) goes where Umsatz goes, unless another column is just that", "[exchange]")
{
    const auto planned = [](const QStringList &columns) {
        return test::valueOf(planImport(EntityKind::Company, columns, {}, {}));
    };
    const ImportPlan plan = planned({u"Name"_s, u"Umsatz (T€)"_s});
    REQUIRE(plan.find(u"revenue"_s));
    CHECK(plan.find(u"revenue"_s)->amount == AmountUnit{u"€"_s, 3, false});
    CHECK(plan.notImported.isEmpty());
    const ImportPlan both = planned({u"Name"_s, u"Umsatz (EUR)"_s, u"Umsatz"_s});
    CHECK(both.find(u"revenue"_s)->columnName == u"Umsatz"_s);
    CHECK(both.notImported == QStringList{u"Umsatz (EUR)"_s});
    CHECK(planned({u"Name"_s, u"Employees (EUR)"_s}).notImported == QStringList{u"Employees (EUR)"_s});
}

TEST_CASE("The name of a column of currencies says whose they are", "[exchange]")
{
    CHECK(currencyStem(u"Currency"_s) == QString());
    CHECK(currencyStem(u"Currency ISO Code"_s) == QString());
    CHECK(currencyStem(u"Deal Value Currency"_s) == u"dealvalue"_s);
    CHECK(currencyStem(u"expectedRevenueCurrencyCode"_s) == u"expectedrevenue"_s);
    CHECK(currencyStem(u"Currency of Weighted value"_s) == u"weightedvalue"_s);
    CHECK(currencyStem(u"Währung des Betrags"_s) == u"betrags"_s);
    CHECK_FALSE(currencyStem(u"Amount in company currency"_s)); // amounts
    CHECK_FALSE(currencyStem(u"Currency rate"_s));
    CHECK_FALSE(currencyStem(u"Concurrency"_s));
    CHECK_FALSE(currencyStem(u""_s));
}
