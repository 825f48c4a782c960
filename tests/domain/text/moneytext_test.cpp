// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/moneytext.h"

#include "domain/records/inenglish.h"
#include "support/catch_qt.h"
#include "support/naughtytext.h"

#include <limits>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

constexpr NumberStyle point{u'.', u','};
constexpr NumberStyle comma{u',', u'.'};

QString read(const QString &text, NumberStyle style, const QString &defaultCurrency)
{
    const Result<Money> money = parseMoney(text, style, defaultCurrency);
    if (!money)
        return inEnglish(money.error().text);
    return u"%1 %2"_s.arg(QString::number(money->minor), money->currency);
}

} // namespace

TEST_CASE("Amounts are read with the currency beside them", "[domain]")
{
    CHECK(read(u"$22,700.00"_s, point, u"USD"_s) == u"2270000 USD"_s);
    CHECK(read(u"EUR 1.234,50"_s, comma, u"USD"_s) == u"123450 EUR"_s);
    CHECK(read(u"1.234,50 €"_s, comma, u"USD"_s) == u"123450 EUR"_s);
    CHECK(read(u"£5"_s, point, u"USD"_s) == u"500 GBP"_s);
    CHECK(read(u"¥1000"_s, point, u"USD"_s) == u"1000 JPY"_s);
    CHECK(read(u"eur5"_s, point, u"USD"_s) == u"500 EUR"_s);
    CHECK(read(u"CHF 1'200.-"_s, point, u"USD"_s) == u"120000 CHF"_s);
    CHECK(read(u"Rs. 500"_s, point, u"USD"_s) == u"50000 INR"_s);
    CHECK(read(u"1.500 KWD"_s, point, u"USD"_s) == u"1500 KWD"_s);
    CHECK(read(u"US$ 5 USD"_s, point, u"EUR"_s) == u"500 USD"_s);
    CHECK(read(u"zł 5"_s, point, u"EUR"_s) == u"500 PLN"_s);
}

TEST_CASE("Without a currency beside it, an amount is in the usual one", "[domain]")
{
    CHECK(read(u"12.5"_s, point, u"EUR"_s) == u"1250 EUR"_s);
    CHECK(read(u"12"_s, point, QString()) == u"“12” names no currency."_s);
    CHECK(read(u"12"_s, point, u"XXQ"_s) == u"“XXQ” is not a currency: write a code such as EUR."_s);
}

TEST_CASE("A symbol shared by several currencies means the usual one if that uses it", "[domain]")
{
    CHECK(read(u"$5"_s, point, u"CAD"_s) == u"500 CAD"_s);
    CHECK(read(u"$5"_s, point, u"EUR"_s) == u"500 USD"_s);
    CHECK(read(u"$5 AUD"_s, point, u"EUR"_s) == u"500 AUD"_s);
    CHECK(read(u"1200 kr"_s, point, u"NOK"_s) == u"120000 NOK"_s);
    CHECK(read(u"1200 kr."_s, point, u"EUR"_s) == u"120000 SEK"_s);
    CHECK(read(u"¥10"_s, point, u"CNY"_s) == u"1000 CNY"_s);
}

TEST_CASE("Signs, parentheses and letters for thousands work with currencies", "[domain]")
{
    CHECK(read(u"-$5"_s, point, u"USD"_s) == u"-500 USD"_s);
    CHECK(read(u"$-5"_s, point, u"USD"_s) == u"-500 USD"_s);
    CHECK(read(u"($5.00)"_s, point, u"USD"_s) == u"-500 USD"_s);
    CHECK(read(u"£5k"_s, point, u"USD"_s) == u"500000 GBP"_s);
    CHECK(read(u"5k€"_s, point, u"USD"_s) == u"500000 EUR"_s);
    CHECK(read(u"1,2 Mio. EUR"_s, comma, u"USD"_s) == u"120000000 EUR"_s);
    CHECK(read(u"2.5m USD"_s, point, u"USD"_s) == u"250000000 USD"_s);
    CHECK(read(u"1.5E+06 USD"_s, point, u"USD"_s) == u"150000000 USD"_s);
}

TEST_CASE("Amounts that cannot be right are refused with one sentence", "[domain]")
{
    CHECK(read(u"$5 €"_s, point, u"USD"_s) == u"“$5 €” names two currencies, USD and EUR."_s);
    CHECK(read(u"12.345 USD"_s, point, u"USD"_s) == u"“12.345 USD” has more decimals than the 2 of USD."_s);
    CHECK(read(u"1000.5 JPY"_s, point, u"USD"_s).contains(u"has decimals, and JPY has none"));
    CHECK(read(u"5 ABC"_s, point, u"USD"_s)
          == u"“ABC” in “5 ABC” is not a currency: write a code such as EUR."_s);
    CHECK(read(u"lots"_s, point, u"USD"_s) == u"“lots” is not an amount of money."_s);
    CHECK(read(u"5 EUR 600"_s, point, u"USD"_s) == u"“5 EUR 600” is not an amount of money."_s);
    CHECK(read(u"12€34"_s, point, u"USD"_s) == u"“12€34” is not an amount of money."_s);
    CHECK(read(u"999999999999999999"_s, point, u"USD"_s).contains(u"too large"));
    CHECK(read(u"5%"_s, point, u"USD"_s).contains(u"not an amount"));
    CHECK(read(u"EUR"_s, point, u"USD"_s).contains(u"not an amount"));
}

TEST_CASE("Trailing zeros beyond the currency's decimals are no loss", "[domain]")
{
    CHECK(read(u"12.3400 USD"_s, point, u"USD"_s) == u"1234 USD"_s);
    CHECK(read(u"1000.00"_s, point, u"JPY"_s) == u"1000 JPY"_s);
}

TEST_CASE("The number style is found beside currencies too", "[domain]")
{
    CHECK(detectAmountStyle({u"€ 1.234,50"_s}).reading == comma);
    CHECK(detectAmountStyle({u"1,234"_s}).certainty == Certainty::Ambiguous);
}

TEST_CASE("Three digits behind a mark are no cents, so $1,500 is one and a half thousand", "[domain]")
{
    const NumberStyle point{u'.', u','};
    const NumberStyle comma{u',', u'.'};
    const auto isSure = [](const QStringList &samples, NumberStyle style) {
        const auto found = detectAmountStyle(samples);
        return found.certainty == Certainty::Certain && found.reading == style;
    };
    CHECK(isSure({u"$1,500"_s, u"$12,000"_s}, point));
    CHECK(isSure({u"1.500 €"_s}, comma));
    CHECK(isSure({u"(EUR 1.500)"_s, u"250"_s}, comma));
    CHECK(isSure({u"1,500 kr"_s, u"7,250"_s}, point)); // one that says it is enough
    // Other amounts say more than that: these have three decimals.
    CHECK(isSure({u"99.50 €"_s, u"12.345 €"_s}, point));
    // Dinars have three decimals, 0.500 begins no thousands, and 1.500k may be anything.
    for (const QString &open : {u"BHD 1.500"_s, u"1,500"_s, u"$1.500k"_s})
        CHECK(detectAmountStyle({open}).certainty == Certainty::Ambiguous);
    CHECK(detectAmountStyle({u"$1,500"_s, u"1.500 €"_s}).certainty == Certainty::Ambiguous);
}

TEST_CASE("Currencies have the decimals of ISO 4217", "[domain]")
{
    CHECK(test::valueOf(currencyDecimals(u"USD")) == 2);
    CHECK(test::valueOf(currencyDecimals(u"JPY")) == 0);
    CHECK(test::valueOf(currencyDecimals(u"BHD")) == 3);
    CHECK_FALSE(currencyDecimals(u"ABC"));
    CHECK_FALSE(currencyDecimals(u""));
    CHECK(test::valueOf(currencySymbol(u"EUR")) == u"€"_s);
    CHECK(test::valueOf(currencySymbol(u"NOK")) == u"kr"_s);
    CHECK(test::valueOf(currencySymbol(u"CAD")) == u"CA$"_s);
    CHECK(test::valueOf(currencySymbol(u"AED")) == u"AED"_s);
    for (const QString &code : currencyCodes()) {
        CHECK(code.size() == 3);
        CHECK(currencyDecimals(code));
    }
}

TEST_CASE("Every amount that is printed for machines reads back as itself", "[domain]")
{
    CHECK(test::valueOf(formatMinor(123450, u"EUR"_s)) == u"1234.50"_s);
    CHECK(test::valueOf(formatMinor(-5, u"EUR"_s)) == u"-0.05"_s);
    CHECK(test::valueOf(formatMinor(1000, u"JPY"_s)) == u"1000"_s);
    std::mt19937_64 random(11);
    for (const QString &code : currencyCodes()) {
        for (int i = 0; i < 50; ++i) {
            const Money money{static_cast<qint64>(random()) >> (random() % 64), code};
            const QString text = test::valueOf(formatMinor(money.minor, code));
            CHECK((test::valueOf(parseMoney(text, point, code)) == money));
        }
    }
}

TEST_CASE("No text whatever upsets the money reader", "[domain]")
{
    test::NaughtyText naughty(2);
    for (int i = 0; i < 5000; ++i) {
        const auto money = parseMoney(naughty.text(), comma, u"EUR"_s);
        CHECK((money || money.error().code == ErrorCode::Invalid));
    }
}
