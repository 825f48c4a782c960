// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of field the values of a column fit.
#include "exchange/plan/valueguess.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;

namespace {

ValueGuess guessOf(const QStringList &cells)
{
    ValueGuess guess;
    for (const QString &cell : cells)
        guess.note(cell);
    return guess;
}

CustomKind kindOf(const QStringList &cells)
{
    return guessOf(cells).kind();
}

} // namespace

TEST_CASE("Numbers, days, yes and no, and words that repeat are told by their values", "[exchange]")
{
    CHECK(kindOf({u"1"_s, u""_s, u"2.5"_s, u"-300"_s}) == CustomKind::Number);
    CHECK(kindOf({u"1.234,50"_s, u"12"_s}) == CustomKind::Number);
    CHECK(kindOf({u"2026-03-04"_s, u"2025-12-31"_s}) == CustomKind::Day);
    CHECK(kindOf({u"4. März 2026"_s, u"12.03.2026"_s}) == CustomKind::Day);
    CHECK(kindOf({u"Yes"_s, u"No"_s, u"yes"_s}) == CustomKind::YesNo);
    CHECK(kindOf({u"x"_s, u""_s, u"X"_s}) == CustomKind::YesNo);
    CHECK(kindOf({u"true"_s, u"true"_s}) == CustomKind::YesNo);
    CHECK(kindOf({u"Ja"_s, u"Nee"_s, u"Ja"_s}) == CustomKind::YesNo);
    CHECK(kindOf({u"VERDADERO"_s, u"VERDADERO"_s}) == CustomKind::YesNo);
    CHECK(kindOf({u"North"_s, u"South"_s, u"North"_s, u"south"_s}) == CustomKind::Choice);
    CHECK(guessOf({u"North"_s, u"South"_s, u"North"_s, u"south"_s}).choices()
          == QStringList{u"North"_s, u"South"_s});
    CHECK(kindOf({u"Likes tea"_s, u"Met in Ulm"_s, u"Old friend"_s}) == CustomKind::Text);
    CHECK(kindOf({u"first\nsecond"_s}) == CustomKind::LongText);
    CHECK(kindOf({QString(501, u'a')}) == CustomKind::LongText);
}

TEST_CASE("What would lose something as a number or a day stays text", "[exchange]")
{
    CHECK(kindOf({u"007"_s, u"012"_s}) == CustomKind::Text);
    CHECK(kindOf({u"+49 30 1234"_s, u"+49 30 1235"_s}) == CustomKind::Text);
    CHECK(kindOf({u"4.9E+11"_s, u"4.8E+11"_s}) == CustomKind::Text);
    CHECK(kindOf({u"12345678901234567"_s, u"12345678901234568"_s}) == CustomKind::Text);
    CHECK(kindOf({u"12 %"_s, u"15 %"_s}) == CustomKind::Text);
    CHECK(kindOf({u"5 €"_s, u"7 €"_s}) == CustomKind::Text);
    CHECK(kindOf({u"2026-03-04 10:30"_s, u"2026-03-05 11:00"_s}) == CustomKind::Text);
    CHECK(kindOf({u"1.2.3"_s, u"1.10.2"_s}) == CustomKind::Text); // versions
    CHECK(kindOf({u"March 2026"_s, u"April 2026"_s}) == CustomKind::Text);
    CHECK(kindOf({u"12"_s, u"about 13"_s}) == CustomKind::Text);
    CHECK(kindOf({u"NO"_s, u"NO"_s, u"NO"_s}) == CustomKind::Choice); // a country
    CHECK(kindOf({u"0"_s, u"1"_s}) == CustomKind::Number);
}

TEST_CASE("Cells that say nothing tell nothing, and nothing but them is text", "[exchange]")
{
    CHECK(guessOf({u""_s, u"  "_s}).isEmpty());
    CHECK(kindOf({}) == CustomKind::Text);
    CHECK(kindOf({u"n/a"_s, u"-"_s}) == CustomKind::Text);
    CHECK(kindOf({u"n/a"_s, u"12"_s}) == CustomKind::Number);
    CHECK(guessOf({u" "_s, u" Gold "_s}).sample() == u"Gold"_s);
}

TEST_CASE("A column fits the way in which its file is written, or is text", "[exchange]")
{
    const ValueGuess days = guessOf({u"13/04/2026"_s, u"14/04/2026"_s});
    CHECK(days.kind() == CustomKind::Day);
    CHECK(days.kind(CellStyle{.dates = DateOrder::DayMonthYear}) == CustomKind::Day);
    CHECK(days.kind(CellStyle{.dates = DateOrder::MonthDayYear}) == CustomKind::Text);
    const ValueGuess numbers = guessOf({u"1,5"_s, u"2,25"_s});
    CHECK(numbers.kind(CellStyle{.number = {u',', u'.'}}) == CustomKind::Number);
    CHECK(numbers.kind(CellStyle{.number = {u'.', u','}}) == CustomKind::Text);
}

TEST_CASE("Many different words are no list, nor are words with several values in a cell", "[exchange]")
{
    QStringList many;
    for (int i = 0; i < 40; ++i)
        many += u"word %1"_s.arg(QChar(u'a' + i % 20));
    CHECK(kindOf(many) == CustomKind::Text);
    CHECK(guessOf(many).choices().size() == 20); // if somebody wants it
    for (int i = 0; i < 400; ++i)
        many += u"other %1"_s.arg(i);
    CHECK(guessOf(many).choices().isEmpty());
    CHECK(kindOf({u"a;b"_s, u"a;b"_s, u"a;c"_s, u"a;c"_s}) == CustomKind::Text);
}
