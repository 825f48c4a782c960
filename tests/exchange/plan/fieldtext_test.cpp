// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/fieldtext.h"

#include "domain/records/activity.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/pipeline.h"
#include "domain/records/record.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using test::valueOf;

namespace {

const FieldInfo &fieldOf(EntityKind kind, QStringView name)
{
    const EntityInfo &info = entityInfo(kind);
    return info.field(info.indexOf(name));
}

Value read(EntityKind kind, QStringView field, const QString &text, const CellStyle &style = {})
{
    return valueOf(readCell(fieldOf(kind, field), text, style));
}

QString refusal(EntityKind kind, QStringView field, const QString &text, const CellStyle &style = {})
{
    const auto result = readCell(fieldOf(kind, field), text, style);
    return result ? u"read"_s : inEnglish(result.error().text);
}

} // namespace

TEST_CASE("An amount is written with the decimals of its currency and read back exactly", "[exchange]")
{
    const FieldInfo &amount = fieldOf(EntityKind::Deal, u"amount");
    CHECK(writeCell(amount, Value(qint64(123450)), u"EUR"_s) == u"1234.50"_s);
    CHECK(writeCell(amount, Value(qint64(1234)), u"JPY"_s) == u"1234"_s);
    CHECK(writeCell(amount, Value(qint64(1234)), u"KWD"_s) == u"1.234"_s);
    CHECK(writeCell(amount, Value(), u"EUR"_s).isEmpty());
    CHECK(read(EntityKind::Deal, u"amount", u"1.234"_s, {.currency = u"KWD"_s}) == Value(qint64(1234)));
    CHECK(read(EntityKind::Deal, u"amount", u"$22,700.00"_s, {.number = {u'.', u','}, .currency = u"USD"_s})
          == Value(qint64(2270000)));
}

TEST_CASE("An amount in another currency than said is refused, not converted", "[exchange]")
{
    CHECK(refusal(EntityKind::Deal, u"amount", u"£5"_s, {.currency = u"EUR"_s}) == u"“£5” is not in EUR."_s);
    CHECK(valueOf(readAmount(u"£5"_s, {.currency = u"EUR"_s})) == Money{500, u"GBP"_s});
    CHECK(valueOf(readAmount(u"5"_s, {})) == Money{500, QString()});
}

TEST_CASE("A choice is written by its code and read by code or label", "[exchange]")
{
    CHECK(read(EntityKind::Stage, u"forecast_category", u"best_case"_s) == Value(u"best_case"_s));
    CHECK(read(EntityKind::Stage, u"forecast_category", u"Best Case"_s) == Value(u"best_case"_s));
    CHECK(read(EntityKind::Activity, u"kind", u"trade-show TALK"_s) == Value(u"trade_show"_s));
    CHECK(refusal(EntityKind::Deal, u"priority", u"urgent"_s)
          == u"“urgent” is none of: Low, Medium, High."_s);
}

TEST_CASE("A month is read by its name in any case or by its number, and what is refused is told the months",
          "[exchange]")
{
    for (const QString &text : {u"11"_s, u"november"_s, u"NOVEMBER"_s, u"November"_s})
        CHECK(read(EntityKind::BookSettings, u"year_begins", text) == Value(u"november"_s));
    CHECK(read(EntityKind::BookSettings, u"year_begins", u"1"_s) == Value(u"january"_s));
    for (const QString &text : {u"0"_s, u"13"_s, u"-1"_s, u"11.5"_s, u"Novembre"_s})
        CHECK(refusal(EntityKind::BookSettings, u"year_begins", text)
                  .startsWith(u"“%1” is none of: January, February, March"_s.arg(text)));
    // Other choices have no numbers of their own.
    CHECK(refusal(EntityKind::Deal, u"priority", u"1"_s) == u"“1” is none of: Low, Medium, High."_s);
}

TEST_CASE("Days are read as people write them, also as a spreadsheet's number", "[exchange]")
{
    CHECK(read(EntityKind::Deal, u"closed_on", u"2026-03-04"_s) == Value(u"2026-03-04"_s));
    CHECK(read(EntityKind::Deal, u"closed_on", u"03/04/2026"_s, {.dates = DateOrder::MonthDayYear})
          == Value(u"2026-03-04"_s));
    CHECK(read(EntityKind::Deal, u"closed_on", u"45631"_s) == Value(u"2024-12-05"_s));
    CHECK(refusal(EntityKind::Deal, u"closed_on", u"soon"_s) != u"read"_s);
}

TEST_CASE("A moment without a zone is meant on the wall clock of the style's zone", "[exchange]")
{
    const CellStyle berlin{.dates = DateOrder::DayMonthYear, .zone = QTimeZone("Europe/Berlin")};
    CHECK(formatInstant(valueOf(readMoment(u"04.07.2026 14:30"_s, berlin)).ms) == u"2026-07-04T12:30:00Z"_s);
    CHECK(formatInstant(valueOf(readMoment(u"7/4/2026 2:30 pm"_s, {.dates = DateOrder::MonthDayYear})).ms)
          == u"2026-07-04T14:30:00Z"_s);
    CHECK(formatInstant(valueOf(readMoment(u"2026-07-04T14:30:00+02:00"_s, {})).ms)
          == u"2026-07-04T12:30:00Z"_s);
    CHECK(formatInstant(valueOf(readMoment(u"2016-10-20"_s, {})).ms) == u"2016-10-20T00:00:00Z"_s);
    CHECK_FALSE(readMoment(u"2016-10-20 25:00"_s, {}));
}

TEST_CASE("Yes and no are read in several languages, anything else is refused", "[exchange]")
{
    for (const QString &yes : {u"yes"_s, u"TRUE"_s, u"1"_s, u"Ja"_s, u"sí"_s, u"Waar"_s})
        CHECK(read(EntityKind::User, u"active", yes) == Value(qint64(1)));
    for (const QString &no : {u"no"_s, u"False"_s, u"0"_s, u"nein"_s, u"Nee"_s})
        CHECK(read(EntityKind::User, u"active", no) == Value(qint64(0)));
    CHECK(refusal(EntityKind::User, u"active", u"-1"_s) == u"“-1” is neither yes nor no."_s);
    CHECK(refusal(EntityKind::User, u"active", u"maybe"_s) == u"“maybe” is neither yes nor no."_s);
}

TEST_CASE("A duration is read as seconds or as hours and minutes, a percentage with or without its sign",
          "[exchange]")
{
    CHECK(read(EntityKind::Activity, u"duration", u"90"_s) == Value(qint64(90)));
    CHECK(read(EntityKind::Activity, u"duration", u"1:30"_s) == Value(qint64(5400)));
    CHECK(read(EntityKind::Deal, u"probability_override", u"40 %"_s) == Value(qint64(40)));
    CHECK(refusal(EntityKind::Deal, u"probability_override", u"12.5"_s)
          == u"“12.5” is not a whole percentage."_s);
}

TEST_CASE("Fields of the user's own come back as they went out", "[exchange]")
{
    const CustomField number{.kind = CustomKind::Number};
    for (const QString &text : {u"12"_s, u"-0.5"_s, u"1234567890123"_s}) {
        const QJsonValue value = valueOf(readCustom(number, text, {}));
        CHECK(writeCustom(number, value, {}) == text);
    }
    const CustomField choice{.kind = CustomKind::Choice, .choices = u"Gold\nSilver"_s};
    CHECK(valueOf(readCustom(choice, u"gold"_s, {})).toString() == u"Gold"_s);
    CHECK_FALSE(readCustom(choice, u"Bronze"_s, {}));
}

TEST_CASE("A choice that differs from another in a sign alone is the one that is written", "[exchange]")
{
    const CustomField grade{.kind = CustomKind::Choice, .choices = u"A+\nA-\nIn touch"_s};
    const auto read = [&](const QString &text) { return readCustom(grade, text, CellStyle()); };
    CHECK(valueOf(read(u"A-"_s)) == QJsonValue(u"A-"_s));
    CHECK(valueOf(read(u"a+"_s)) == QJsonValue(u"A+"_s));
    CHECK(valueOf(read(u"in-touch"_s)) == QJsonValue(u"In touch"_s));
    CHECK_FALSE(read(u"A"_s)); // one or the other
}
