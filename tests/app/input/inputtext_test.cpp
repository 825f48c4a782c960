// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input/inputtext.h"

#include "app/input/drafts.h"
#include "domain/records/activity.h"
#include "domain/records/inenglish.h"
#include "support/catch_qt.h"

#include <QFile>
#include <QTemporaryDir>

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 now = 1'795'428'000'000; // Monday, 23 November 2026, 10:00 UTC
constexpr qint64 hour = 3'600'000;

InputRules rules(const char *locale)
{
    return {Display(QLocale(QString::fromLatin1(locale)), QTimeZone("Europe/Berlin")),
            [] { return Instant{now}; }, DateOrder::DayMonthYear, u"EUR"_s};
}

int fieldOf(EntityKind kind, QStringView name)
{
    return entityInfo(kind).indexOf(name);
}

} // namespace

TEST_CASE("A moment is a day, a time of today, or both, on the user's clock", "[app]")
{
    const InputRules english = rules("en_GB");
    CHECK(readMoment(u"now"_s, english)->at.ms == now);
    CHECK(readMoment(u"14:30"_s, english)->at.ms == now + 7 * hour / 2); // Berlin is an hour ahead
    CHECK(readMoment(u"tomorrow 9:00"_s, english)->at.ms == now + 22 * hour);
    const auto day = readMoment(u"fri"_s, english);
    REQUIRE(day);
    CHECK(day->isWholeDay);
    CHECK(!readMoment(u"25:00"_s, english));
    CHECK(!readMoment(u"soon"_s, english));
}

TEST_CASE("A duration is typed in minutes, as a clock shows it, or in words", "[app]")
{
    const InputRules german = rules("de_DE");
    CHECK(readDuration(u"20"_s, german) == 1200);
    CHECK(readDuration(u"1:30"_s, german) == 5400);
    CHECK(readDuration(u"1 h 15 min"_s, german) == 4500);
    CHECK(readDuration(u"1,5h"_s, german) == 5400);
    CHECK(!readDuration(u"long"_s, german));
    CHECK(!readDuration(u"1:75"_s, german));
}

TEST_CASE("A birthday is past, and may lack its year, in a form as in an import", "[app]")
{
    const InputRules german = rules("de_DE");
    const int field = fieldOf(EntityKind::Contact, u"birthday");
    Row row = entityInfo(EntityKind::Contact).defaults;
    const auto read = [&](const QString &typed) {
        return textOf(readInput(EntityKind::Contact, row, field, typed, german)->front().value);
    };
    CHECK(read(u"4.3.45"_s) == u"1945-03-04"_s);
    CHECK(read(u"4.3."_s) == u"1604-03-04"_s);
    row[size_t(field)] = u"1604-03-04"_s;
    CHECK(inputText(EntityKind::Contact, row, field, german) == u"4.3."_s);
    CHECK(understoodAs(EntityKind::Contact, row, {{field, u"1604-03-04"_s}}, german)
          == german.display.day(QDate(1604, 3, 4)));
    CHECK_FALSE(german.display.day(QDate(1604, 3, 4)).contains(u"1604"_s));
    for (const std::optional<DateOrder> order :
         {std::optional<DateOrder>(), std::optional(DateOrder::MonthDayYear)}) {
        InputRules other = german;
        other.order = order;
        const QString text = inputText(EntityKind::Contact, row, field, other);
        CHECK(textOf(readInput(EntityKind::Contact, row, field, text, other)->front().value)
              == u"1604-03-04"_s);
    }
    const QDate today = german.today();
    CHECK(inEnglish(checkInput(EntityKind::Contact, row, {{field, u"2045-03-04"_s}}, today).error().text)
          == u"Birthday cannot be ahead: Sat 4 Mar 2045 is still to come."_s);
}

TEST_CASE("A currency is typed as a code, a symbol or a name, as in an import", "[app]")
{
    const Row row = entityInfo(EntityKind::Deal).defaults;
    const auto read = [&](const QString &typed) {
        const auto values =
            readInput(EntityKind::Deal, row, fieldOf(EntityKind::Deal, u"currency"), typed, rules("en_GB"));
        return values ? textOf(values->front().value) : inEnglish(values.error().text);
    };
    CHECK(read(u" chf "_s) == u"CHF"_s);
    CHECK(read(u"€"_s) == u"EUR"_s);
    CHECK(read(u"Pound Sterling"_s) == u"GBP"_s);
    CHECK(read(u"XXQ"_s) == u"“XXQ” is not a currency: write a code such as EUR."_s);
}

TEST_CASE("What an editor begins with reads back to the same value, in every locale", "[app]")
{
    const std::vector<std::pair<QStringView, Value>> cells{{u"amount", qint64(123456789)},
                                                           {u"amount", qint64(-50)},
                                                           {u"amount", qint64(0)},
                                                           {u"probability_override", qint64(45)},
                                                           {u"expected_close", u"2026-12-31"_s},
                                                           {u"competitor", u"  kept as typed "_s}};
    for (const char *locale : {"en_GB", "de_DE", "fr_FR", "de_CH", "en_IN"}) {
        for (const auto &[name, value] : cells) {
            CAPTURE(locale, name.toString());
            const int field = fieldOf(EntityKind::Deal, name);
            Row row = entityInfo(EntityKind::Deal).defaults;
            row[size_t(field)] = value;
            row[size_t(fieldOf(EntityKind::Deal, u"currency"))] = u"USD"_s;
            const QString text = inputText(EntityKind::Deal, row, field, rules(locale));
            const auto values = readInput(EntityKind::Deal, row, field, text, rules(locale));
            REQUIRE(values);
            CHECK(values->size() == 1);
            CHECK(values->front().value == value);
        }
    }
}

TEST_CASE("An address that is none is refused in words", "[app]")
{
    const Row row = entityInfo(EntityKind::Contact).defaults;
    const auto read = [&](QStringView name, const QString &text) {
        return readInput(EntityKind::Contact, row, fieldOf(EntityKind::Contact, name), text, rules("en_GB"));
    };
    CHECK(read(u"email", u"ana@acme.example"_s));
    CHECK(!read(u"email", u"ana at acme"_s));
    CHECK(read(u"phone", u"+49 30 1234"_s));
    CHECK(!read(u"phone", u"call me"_s));
    CHECK(!read(u"phone", u"at 5, 6 or 7"_s)); // three digits, but no number
    CHECK(read(u"phone", u"1-800-FLOWERS"_s));
    CHECK(read(u"phone", u"+225 07 07 12 34 56"_s)); // longer than a plan of some years ago
}

TEST_CASE("Drafts outlive the program, and a spoilt file of them does no harm", "[app]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"deep/drafts.json"_s);
    const QString key = Drafts::key(u"call", {EntityKind::Deal, 17});
    CHECK(key == u"call/deal/17"_s);
    {
        Drafts drafts(file);
        drafts.keep(key, {{u"text"_s, u"Größe"_s}});
    }
    {
        Drafts drafts(file);
        CHECK(drafts.find(key).value(u"text"_s).toString() == u"Größe"_s);
        drafts.discard(key);
    }
    CHECK(Drafts(file).keys().isEmpty());
    QFile spoilt(file);
    REQUIRE(spoilt.open(QIODevice::WriteOnly));
    spoilt.write("{ not json");
    spoilt.close();
    CHECK(Drafts(file).keys().isEmpty());
}
