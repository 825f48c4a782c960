// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/datetext.h"

#include "domain/records/inenglish.h"
#include "support/catch_qt.h"
#include "support/naughtytext.h"

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

constexpr auto ymd = DateOrder::YearMonthDay;
constexpr auto dmy = DateOrder::DayMonthYear;
constexpr auto mdy = DateOrder::MonthDayYear;

QString read(const QString &text, DateOrder order)
{
    const Result<QDate> day = parseDate(text, order);
    return day ? formatDay(*day) : inEnglish(day.error().text);
}

// Typed on Wednesday, 4 March 2026.
QString typed(const QString &text, DateOrder order)
{
    const Result<QDate> day = parseTypedDate(text, {QDate(2026, 3, 4), order});
    return day ? formatDay(*day) : inEnglish(day.error().text);
}

// The same where nobody knows in which order days are typed.
QString typedAnyhow(const QString &text)
{
    const Result<QDate> day = parseTypedDate(text, QDate(2026, 3, 4));
    return day ? formatDay(*day) : inEnglish(day.error().text);
}

QString instant(const QString &text)
{
    const Result<qint64> milliseconds = parseInstant(text);
    return milliseconds ? formatInstant(*milliseconds) : inEnglish(milliseconds.error().text);
}

} // namespace

TEST_CASE("Dates are read in all the ways files write them", "[domain]")
{
    const QString expected = u"2026-03-04"_s;
    for (const QString &text : {u"2026-03-04"_s, u"2026/3/4"_s, u"20260304"_s, u"4 Mar 2026"_s,
                                u"Mar 4, 2026"_s, u"March 4th, 2026"_s, u"Wed, 4 Mar 2026"_s, u"4-Mar-26"_s,
                                u"2026. 03. 04."_s, u"2026-03-04 12:30"_s, u"2026-03-04T12:30:00Z"_s,
                                u"2026-03-04T12:30:00.123+01:00"_s, u" 2026-03-04 "_s}) {
        CHECK(read(text, ymd) == expected);
        CHECK(read(text, dmy) == expected);
        CHECK(read(text, mdy) == expected);
    }
    CHECK(read(u"04/03/2026"_s, dmy) == expected);
    CHECK(read(u"03/04/2026"_s, mdy) == expected);
    CHECK(read(u"4.3.2026"_s, dmy) == expected);
    CHECK(read(u"4. 3. 26"_s, dmy) == expected);
    CHECK(read(u"26-03-04"_s, ymd) == expected);
    CHECK(read(u"3/4/2026 9:05:00 PM"_s, mdy) == expected);
    CHECK(read(u"4.3.1969"_s, dmy) == u"1969-03-04"_s);
    CHECK(read(u"4.3.69"_s, dmy) == u"1969-03-04"_s);
    CHECK(read(u"4.3.68"_s, dmy) == u"2068-03-04"_s);
}

TEST_CASE("Impossible dates are refused by name", "[domain]")
{
    CHECK(read(u"31.02.2026"_s, dmy) == u"“31.02.2026” is a day that does not exist."_s);
    CHECK(read(u"2025-02-29"_s, ymd) == u"“2025-02-29” is a day that does not exist."_s);
    CHECK(read(QString(), ymd) == u"A date is missing."_s);
    for (const QString &text :
         {u"soon"_s, u"2026"_s, u"4.3."_s, u"03/04/2026"_s, u"2026-03/04"_s, u"2026-03-04 25:00"_s,
          u"2026-03-04 12:60"_s, u"2026-03-04T"_s, u"2026-03-04 noon"_s, u"2026-03-04/"_s, u"4 Mar Mar"_s,
          u"100-03-04"_s, u"123456789"_s, u"45631"_s, u"2026-03-04 13:00 PM"_s, u"2026-03-04 12:00+15:00"_s})
        CHECK(read(text, ymd) == u"“%1” is not a date."_s.arg(text));
}

TEST_CASE("The order of a column of dates is found when one of them decides it", "[domain]")
{
    const auto decided = detectDateOrder({u"03/04/2026"_s, u"13/04/2026"_s, u"2026-01-01"_s});
    CHECK(decided.certainty == Certainty::Certain);
    CHECK(decided.reading == dmy);
    CHECK(decided.understood == 3);
    CHECK(detectDateOrder({u"04/13/2026"_s}).reading == mdy);
    CHECK(detectDateOrder({u"2026-03-04"_s}).certainty == Certainty::Certain);
    CHECK(detectDateOrder({u"03/03/2026"_s}).certainty == Certainty::Certain);
}

TEST_CASE("A column of dates that can be read two ways is reported with a sample", "[domain]")
{
    const auto finding = detectDateOrder({u"03/03/2026"_s, u"03/04/2026"_s});
    CHECK(finding.certainty == Certainty::Ambiguous);
    CHECK(finding.sample == u"03/04/2026"_s);
    const auto mixed = detectDateOrder({u"13/04/2026"_s, u"04/13/2026"_s});
    CHECK(mixed.certainty == Certainty::Mixed);
    CHECK(mixed.sample == u"04/13/2026"_s);
}

TEST_CASE("Who writes days with points writes the day first", "[domain]")
{
    const auto german = detectDateOrder({u"1.2.2026"_s, u"03.04.2026 10:15"_s});
    CHECK(german.certainty == Certainty::Certain);
    CHECK(german.reading == dmy);
    CHECK(german.understood == 2);
    CHECK(detectDateOrder({u"4.13.2026"_s}).reading == mdy); // says so itself
    // One column has one order: what the year of one shows is so of the other.
    const auto mixed = detectDateOrder({u"1.2.26"_s, u"05.06.2026"_s});
    CHECK(mixed.certainty == Certainty::Certain);
    CHECK(mixed.reading == DateOrder::DayMonthYear);
    CHECK(detectDateOrder({u"1.2.26"_s, u"3.4.27"_s}).certainty == Certainty::Ambiguous);
    CHECK(detectDateOrder({u"1.2.26"_s, u"3/4/2026"_s}).certainty == Certainty::Ambiguous);
    CHECK(detectDateOrder({u"1.2.2026"_s, u"3/4/2026"_s}).certainty == Certainty::Ambiguous);
    CHECK(detectDateOrder({u"04.03.26"_s}).certainty
          == Certainty::Ambiguous); // what the year is does not show
}

TEST_CASE("Day numbers of spreadsheets are dates when asked for", "[domain]")
{
    CHECK(test::valueOf(parseSerialDate(u"45631")) == QDate(2024, 12, 5));
    CHECK(test::valueOf(parseSerialDate(u"45631.75")) == QDate(2024, 12, 5));
    CHECK(test::valueOf(parseSerialDate(u"1")) == QDate(1900, 1, 1));
    CHECK(test::valueOf(parseSerialDate(u"59")) == QDate(1900, 2, 28));
    CHECK(test::valueOf(parseSerialDate(u"61")) == QDate(1900, 3, 1));
    CHECK_FALSE(parseSerialDate(u"60"));
    CHECK_FALSE(parseSerialDate(u"0"));
    CHECK_FALSE(parseSerialDate(u"-1"));
    CHECK_FALSE(parseSerialDate(u"99999999"));
    CHECK_FALSE(parseSerialDate(u"2026-03-04"));
}

TEST_CASE("In a form, a date may be typed in words", "[domain]")
{
    CHECK(typed(u"today"_s, dmy) == u"2026-03-04"_s);
    CHECK(typed(u"Tomorrow"_s, dmy) == u"2026-03-05"_s);
    CHECK(typed(u"yesterday"_s, dmy) == u"2026-03-03"_s);
    CHECK(typed(u"+3d"_s, dmy) == u"2026-03-07"_s);
    CHECK(typed(u"+3"_s, dmy) == u"2026-03-07"_s);
    CHECK(typed(u"-1w"_s, dmy) == u"2026-02-25"_s);
    CHECK(typed(u"+2m"_s, dmy) == u"2026-05-04"_s);
    CHECK(typed(u"+1y"_s, dmy) == u"2027-03-04"_s);
    CHECK(typed(u"fri"_s, dmy) == u"2026-03-06"_s);
    CHECK(typed(u"Wednesday"_s, dmy) == u"2026-03-11"_s);
    CHECK(typed(u"tue"_s, dmy) == u"2026-03-10"_s);
    CHECK(typed(u"eom"_s, dmy) == u"2026-03-31"_s);
    CHECK(typed(u"eoq"_s, dmy) == u"2026-03-31"_s);
    CHECK(typed(u"eoy"_s, dmy) == u"2026-12-31"_s);
    CHECK(typed(u"2026-03-04"_s, dmy) == u"2026-03-04"_s);
    CHECK(typed(u"+"_s, dmy) == u"“+” is not a date."_s);
    CHECK(typed(u""_s, dmy) == u"A date is missing."_s);
    CHECK(typed(u"-9999y"_s, dmy) == u"“-9999y” is not a date."_s);
}

TEST_CASE("A typed day without a year is the next such day", "[domain]")
{
    CHECK(typed(u"12.5."_s, dmy) == u"2026-05-12"_s);
    CHECK(typed(u"5/12"_s, mdy) == u"2026-05-12"_s);
    CHECK(typed(u"12/5"_s, dmy) == u"2026-05-12"_s);
    CHECK(typed(u"5-12"_s, ymd) == u"2026-05-12"_s);
    CHECK(typed(u"4.3."_s, dmy) == u"2026-03-04"_s);
    CHECK(typed(u"3.3."_s, dmy) == u"2027-03-03"_s);
    CHECK(typed(u"12 may"_s, mdy) == u"2026-05-12"_s);
    CHECK(typed(u"May 12"_s, dmy) == u"2026-05-12"_s);
    CHECK(typed(u"29.2."_s, dmy) == u"2028-02-29"_s);
    CHECK(typed(u"31.2."_s, dmy) == u"“31.2.” is a day that does not exist."_s);
}

TEST_CASE("Where nobody knows which order is meant, a day that can be read in several ways is refused",
          "[domain]")
{
    const QString advice = u"“%1” can be read in several ways: write the year first, as in %2."_s;
    CHECK(typedAnyhow(u"3/4/2027"_s) == advice.arg(u"3/4/2027"_s, u"2027-04-03"_s));
    CHECK(typedAnyhow(u"3/4"_s) == advice.arg(u"3/4"_s, u"2026-04-03"_s));
    CHECK(typedAnyhow(u"25/12/26"_s) == advice.arg(u"25/12/26"_s, u"2026-12-25"_s)); // or in the year 25
    CHECK(typedAnyhow(u"4.3.26"_s) == advice.arg(u"4.3.26"_s, u"2026-03-04"_s));
    // these say it themselves
    CHECK(typedAnyhow(u"25/12/2026"_s) == u"2026-12-25"_s);
    CHECK(typedAnyhow(u"12/25/2026"_s) == u"2026-12-25"_s);
    CHECK(typedAnyhow(u"25/12"_s) == u"2026-12-25"_s);
    CHECK(typedAnyhow(u"4/4/2026"_s) == u"2026-04-04"_s);
    CHECK(typedAnyhow(u"2027-04-03"_s) == u"2027-04-03"_s);
    CHECK(typedAnyhow(u"3 Apr 2027"_s) == u"2027-04-03"_s);
    CHECK(typedAnyhow(u"3.4.2027"_s) == u"2027-04-03"_s); // who writes points writes the day first
    CHECK(typedAnyhow(u"12.5."_s) == u"2026-05-12"_s);
    CHECK(typedAnyhow(u"+3d"_s) == u"2026-03-07"_s);
    CHECK(typedAnyhow(u"31.2."_s) == u"“31.2.” is a day that does not exist."_s);
    CHECK(typedAnyhow(u"soon"_s) == u"“soon” is not a date."_s);
}

TEST_CASE("A birthday that is typed is past, also with two digits or without a year", "[domain]")
{
    const auto born = [](const QString &text, std::optional<DateOrder> order) {
        const Result<QDate> day = parseTypedBirthday(text, {QDate(2026, 3, 4), DayRules(order)});
        return day ? formatDay(*day) : inEnglish(day.error().text);
    };
    CHECK(born(u"4.3.45"_s, dmy) == u"1945-03-04"_s);
    CHECK(born(u"3/4/45"_s, mdy) == u"1945-03-04"_s);
    CHECK(born(u"4.3.26"_s, dmy) == u"2026-03-04"_s); // today
    CHECK(born(u"5.3.26"_s, dmy) == u"1926-03-05"_s);
    CHECK(born(u"29.2.68"_s, dmy) == u"1968-02-29"_s);
    CHECK(born(u"4-Mar-45"_s, dmy) == u"1945-03-04"_s);
    CHECK(born(u"4.3.85"_s, dmy) == u"1985-03-04"_s);
    CHECK(born(u"4.3.1845"_s, dmy) == u"1845-03-04"_s);
    CHECK(born(u"4.3.2045"_s, dmy) == u"2045-03-04"_s); // four digits mean what they say; rules refuse it
    CHECK(born(u"4.3."_s, dmy) == u"1604-03-04"_s);
    CHECK(born(u"3/4"_s, mdy) == u"1604-03-04"_s);
    CHECK(born(u"4 Mar"_s, mdy) == u"1604-03-04"_s);
    CHECK(born(u"29.2."_s, dmy) == u"1604-02-29"_s);
    CHECK(born(u"--03-04"_s, {}) == u"1604-03-04"_s);
    CHECK(born(u"--13-04"_s, {}) == u"“--13-04” is not a date."_s);
    CHECK(born(u"31.2."_s, dmy) == u"“31.2.” is a day that does not exist."_s);
    CHECK(born(u"yesterday"_s, dmy) == u"2026-03-03"_s);
    CHECK(born(u"3/4"_s, {})
          == u"“3/4” can be read in several ways: write the month as a word, as in 3 April."_s);
    CHECK(born(u"3/4/1985"_s, {})
          == u"“3/4/1985” can be read in several ways: write the year first, as in 1985-04-03."_s);
    CHECK(born(u"25/12"_s, {}) == u"1604-12-25"_s);
}

TEST_CASE("A deal that was won on a Friday, or on 5.2., was won the last time that was", "[domain]")
{
    const auto past = [](const QString &text) {
        return test::valueOf(parseTypedPastDate(text, {QDate(2026, 3, 4), dmy})); // a Wednesday
    };
    CHECK(past(u"fri"_s) == QDate(2026, 2, 27));
    CHECK(past(u"wed"_s) == QDate(2026, 2, 25));
    CHECK(past(u"5.2."_s) == QDate(2026, 2, 5));
    CHECK(past(u"4.3."_s) == QDate(2026, 3, 4));
    CHECK(past(u"5.3."_s) == QDate(2025, 3, 5));
    CHECK(past(u"29 Feb"_s) == QDate(2024, 2, 29));
    CHECK(past(u"-1w"_s) == QDate(2026, 2, 25));
    CHECK(past(u"5.2.2024"_s) == QDate(2024, 2, 5));
}

TEST_CASE("The end of the quarter and of the year are those of the fiscal year", "[domain]")
{
    const auto on = [](const QString &text, QDate today, int firstMonth) {
        return test::valueOf(parseTypedDate(text, {today, firstMonth}));
    };
    const QDate march(2026, 3, 4);
    CHECK(on(u"eoy"_s, march, 4) == QDate(2026, 3, 31));
    CHECK(on(u"eoq"_s, march, 4) == QDate(2026, 3, 31));
    CHECK(on(u"eoy"_s, QDate(2026, 4, 1), 4) == QDate(2027, 3, 31));
    CHECK(on(u"eoq"_s, march, 2) == QDate(2026, 4, 30));
    CHECK(on(u"eoy"_s, march, 2) == QDate(2027, 1, 31));
    CHECK(on(u"eom"_s, march, 2) == QDate(2026, 3, 31));
}

TEST_CASE("Instants are read with their zone and printed in UTC", "[domain]")
{
    CHECK(test::valueOf(parseInstant(u"1970-01-01T00:00:00Z")) == 0);
    CHECK(test::valueOf(parseInstant(u"1969-12-31T23:59:59.999Z")) == -1);
    CHECK(instant(u"2026-03-04T12:30:00Z"_s) == u"2026-03-04T12:30:00Z"_s);
    CHECK(instant(u"2026-03-04T12:30:00.250Z"_s) == u"2026-03-04T12:30:00.250Z"_s);
    CHECK(instant(u"2026-03-04T00:30:00+01:00"_s) == u"2026-03-03T23:30:00Z"_s);
    CHECK(instant(u"2026-03-04 12:30-0530"_s) == u"2026-03-04T18:00:00Z"_s);
    CHECK(instant(u"2026-03-04T12:30:00"_s) == u"“2026-03-04T12:30:00” does not say its time zone."_s);
    CHECK(instant(u"2026-03-04"_s) == u"“2026-03-04” is not a date with a time."_s);
    CHECK(instant(u"4.3.2026 12:30Z"_s) == u"“4.3.2026 12:30Z” is not a date with a time."_s);
}

TEST_CASE("Every instant and every day that is printed reads back as itself", "[domain]")
{
    std::mt19937_64 random(3);
    constexpr quint64 tenThousandYears = 300'000'000'000'000;
    for (int i = 0; i < 20000; ++i) {
        const auto milliseconds = static_cast<qint64>(random() % tenThousandYears) - 60'000'000'000'000;
        CHECK(test::valueOf(parseInstant(formatInstant(milliseconds))) == milliseconds);
    }
    for (QDate day(1899, 1, 1); day < QDate(2101, 1, 1); day = day.addDays(1)) {
        CHECK(formatDay(day) == day.toString(Qt::ISODate));
        CHECK(test::valueOf(parseDate(formatDay(day), dmy)) == day);
    }
    CHECK(formatDay(QDate()).isEmpty());
}

TEST_CASE("No text whatever upsets the date readers", "[domain]")
{
    test::NaughtyText naughty(5);
    for (int i = 0; i < 5000; ++i) {
        const QString text = naughty.text();
        for (const auto &day : {parseDate(text, mdy), parseTypedDate(text, {QDate(2026, 3, 4), dmy}),
                                parseTypedDate(text, QDate(2026, 3, 4))})
            CHECK((day || day.error().code == ErrorCode::Invalid));
        CHECK((parseInstant(text) || true));
    }
}
