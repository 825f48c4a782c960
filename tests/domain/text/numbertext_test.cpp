// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/numbertext.h"

#include "domain/records/inenglish.h"
#include "support/catch_qt.h"
#include "support/naughtytext.h"

#include <limits>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

constexpr NumberStyle point{u'.', u','};
constexpr NumberStyle comma{u',', u'.'};

QString read(const QString &text, NumberStyle style)
{
    const Result<ParsedNumber> number = parseNumber(text, style);
    if (!number)
        return u"error"_s;
    return formatDecimal(number->value) + (number->isPercent ? u"%"_s : QString());
}

} // namespace

TEST_CASE("Numbers are read in the style they are written in", "[domain]")
{
    CHECK(read(u"1,234.50"_s, point) == u"1234.5"_s);
    CHECK(read(u"1.234,50"_s, comma) == u"1234.5"_s);
    CHECK(read(u"1 234,50"_s, comma) == u"1234.5"_s);
    CHECK(read(u"1\u00A0234,50"_s, comma) == u"1234.5"_s);
    CHECK(read(u"1\u202F234\u202F567,5"_s, comma) == u"1234567.5"_s);
    CHECK(read(u"1'234.50"_s, point) == u"1234.5"_s);
    CHECK(read(u"1’234.50"_s, point) == u"1234.5"_s);
    CHECK(read(u"12,34,567"_s, point) == u"1234567"_s);
    CHECK(read(u" 42 "_s, point) == u"42"_s);
    CHECK(read(u".5"_s, point) == u"0.5"_s);
    CHECK(read(u"5."_s, point) == u"5"_s);
    CHECK(read(u"0.000000000000000001"_s, point) == u"0.000000000000000001"_s);
    CHECK(read(u"٣٤"_s, point) == u"34"_s);
}

TEST_CASE("Negative numbers may be written with a sign on either side or in parentheses", "[domain]")
{
    CHECK(read(u"-5"_s, point) == u"-5"_s);
    CHECK(read(u"5-"_s, point) == u"-5"_s);
    CHECK(read(u"− 5"_s, point) == u"-5"_s);
    CHECK(read(u"(1,200)"_s, point) == u"-1200"_s);
    CHECK(read(u"+5"_s, point) == u"5"_s);
    CHECK(read(u"-0.05"_s, point) == u"-0.05"_s);
    CHECK(read(u"-(5)"_s, point) == u"error"_s);
    CHECK(read(u"(-5)"_s, point) == u"error"_s);
    CHECK(read(u"-5-"_s, point) == u"error"_s);
}

TEST_CASE("A dash behind the decimal mark means no cents, not a negative amount", "[domain]")
{
    CHECK(read(u"1200,-"_s, comma) == u"1200"_s);
    CHECK(read(u"1'200.--"_s, point) == u"1200"_s);
    CHECK(read(u"1.200,–"_s, comma) == u"1200"_s);
}

TEST_CASE("Thousands, millions and billions may be written as letters", "[domain]")
{
    CHECK(read(u"10k"_s, point) == u"10000"_s);
    CHECK(read(u"2.5m"_s, point) == u"2500000"_s);
    CHECK(read(u"1.2bn"_s, point) == u"1200000000"_s);
    CHECK(read(u"1,2 Mio"_s, comma) == u"1200000"_s);
    CHECK(read(u"1.23456k"_s, point) == u"1234.56"_s);
    CHECK(read(u"1.2E+06"_s, point) == u"1200000"_s);
    CHECK(read(u"5e-3"_s, point) == u"0.005"_s);
    CHECK(read(u"10x"_s, point) == u"error"_s);
    CHECK(read(u"k"_s, point) == u"error"_s);
}

TEST_CASE("A percentage is the number as written, and known to be one", "[domain]")
{
    CHECK(read(u"40%"_s, point) == u"40%"_s);
    CHECK(read(u"12,5 %"_s, comma) == u"12.5%"_s);
    CHECK(read(u"(5%)"_s, point) == u"-5%"_s);
}

TEST_CASE("Text that is not a number is refused by name", "[domain]")
{
    for (const QString &text :
         {u""_s, u"-"_s, u"."_s, u"abc"_s, u"1,23,4"_s, u"1,23"_s, u"1.2.3"_s, u"1,234 567"_s, u"1234,567"_s,
          u"0,123"_s, u"12²"_s, u"()"_s, u"%"_s, u"--5"_s, u"1 2"_s})
        CHECK(read(text, point) == u"error"_s);
    CHECK(inEnglish(parseNumber(u"abc", point).error().text) == u"“abc” is not a number."_s);
    CHECK(inEnglish(parseNumber(u"99999999999999999999", point).error().text).contains(u"more digits"));
}

TEST_CASE("The style of a column is certain as soon as one text decides it", "[domain]")
{
    const auto decided = detectNumberStyle({u"1,234"_s, u"12"_s, u"1,234.50"_s, u"n/a"_s});
    CHECK(decided.certainty == Certainty::Certain);
    CHECK(decided.reading == point);
    CHECK(decided.understood == 3);
    CHECK(detectNumberStyle({u"1.234"_s, u"0,5"_s}).reading == comma);
    CHECK(detectNumberStyle({u"1.234.567"_s}).reading == comma);
    CHECK(detectNumberStyle({u"1234.567"_s}).reading == point);
    CHECK(detectNumberStyle({u"1"_s, u"22"_s}).certainty == Certainty::Certain);
    CHECK(detectNumberStyle({}).understood == 0);
}

TEST_CASE("A lone 1,234 is reported as ambiguous instead of guessed", "[domain]")
{
    const auto finding = detectNumberStyle({u"12"_s, u"1,234"_s, u"5,678"_s});
    CHECK(finding.certainty == Certainty::Ambiguous);
    CHECK(finding.sample == u"1,234"_s);
}

TEST_CASE("A column written in two styles is reported with the text that does not fit", "[domain]")
{
    const auto finding = detectNumberStyle({u"1,234.50"_s, u"7"_s, u"1.234,50"_s});
    CHECK(finding.certainty == Certainty::Mixed);
    CHECK(finding.sample == u"1.234,50"_s);
}

TEST_CASE("Scaling a number never loses digits or overflows silently", "[domain]")
{
    CHECK(test::valueOf(toScaledInteger({1234, 1}, 2)) == 12340);
    CHECK_FALSE(toScaledInteger({12345, 3}, 2));
    CHECK_FALSE(toScaledInteger({std::numeric_limits<qint64>::max(), 0}, 2));
}

TEST_CASE("Every number that is printed reads back as itself", "[domain]")
{
    std::mt19937_64 random(7);
    for (int i = 0; i < 20000; ++i) {
        const auto mantissa = static_cast<qint64>(random()) >> (random() % 64);
        const Decimal value{mantissa % 10 == 0 ? mantissa + 1 : mantissa, static_cast<int>(random() % 19)};
        CHECK(test::valueOf(parseNumber(formatDecimal(value), point)).value == value);
    }
    const Decimal least{std::numeric_limits<qint64>::min(), 0};
    CHECK(test::valueOf(parseNumber(formatDecimal(least), point)).value == least);
}

TEST_CASE("No text whatever upsets the number reader", "[domain]")
{
    test::NaughtyText naughty(1);
    for (int i = 0; i < 5000; ++i) {
        const QString text = naughty.text();
        const auto number = parseNumber(text, point);
        CHECK((number || number.error().code == ErrorCode::Invalid));
    }
}
