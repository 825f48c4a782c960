// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/filterwords.h"

#include "domain/query/filtersubjects.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

namespace {

const Display british(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc());
const Display german(QLocale(QLocale::German, QLocale::Germany), QTimeZone::utc());
const Calendar calendar(QDate(2026, 11, 28));

QString words(const QString &text, EntityKind kind = EntityKind::Deal, const Display &display = british)
{
    Lookups lists;
    lists.users = {{.name = u"Anna Weber"_s, .nameKey = u"anna weber"_s},
                   {.name = u"Ben Ott"_s, .nameKey = u"ben ott"_s}};
    const auto filter = parseFilter(kind, text, calendar);
    REQUIRE(filter);
    return filterTitle(kind, *filter, {display, lists, calendar})
        .replace(u'\u202f', u' ')
        .replace(u'\u00a0', u' ');
}

} // namespace

TEST_CASE("A filter is called as a salesperson would call it", "[app]")
{
    CHECK(words(u"status:open owner:anna amount:>10k"_s) == u"open, owner Anna Weber, amount over 10,000"_s);
    CHECK(words(u"status:won,lost"_s) == u"won or lost"_s);
    CHECK(words(u"owner:me"_s) == u"owner me"_s);
    CHECK(words(u"owner:anna,ben,cara"_s) == u"owner Anna Weber, Ben Ott or cara"_s);
    CHECK(words(u"stage:Offer -tag:vip renewal"_s) == u"stage Offer, tag not vip, “renewal”"_s);
    CHECK(words(u"owner: -company:"_s) == u"no owner, with company"_s);
    CHECK(words(u"amount:5000..10000"_s) == u"amount 5,000 to 10,000"_s);
    CHECK(words(u"amount:<=99.5 currency:USD"_s).startsWith(u"amount at most 99.5 USD"_s));
    CHECK(words(u"probability:>=50"_s) == u"probability at least 50 %"_s);
    CHECK(words(u"owner:me (stage:Offer amount:>10k or tag:vip)"_s)
          == u"owner me, (stage Offer, amount over 10,000) or tag vip"_s);
    CHECK(words(u"-(stage:Offer or tag:vip)"_s) == u"not (stage Offer or tag vip)"_s);
    CHECK(words(u"renewal -alpha"_s) == u"“renewal”, without “alpha”"_s);
    CHECK(words({}).isEmpty());
}

TEST_CASE("A condition on a custom field is called by the label that the book gave it", "[app]")
{
    Lookups lists;
    lists.customFields = {{.name = u"contract"_s,
                           .label = u"Contract type"_s,
                           .kind = CustomKind::Choice,
                           .choices = u"Monthly\nEvery year"_s},
                          {.name = u"seats"_s, .label = u"Seats"_s, .kind = CustomKind::Number},
                          {.name = u"pilot"_s, .kind = CustomKind::YesNo}};
    const auto title = [&lists](const QString &text) {
        const auto filter = parseFilter(EntityKind::Deal, text, calendar, lists.customFields);
        REQUIRE(filter);
        return filterTitle(EntityKind::Deal, *filter, {british, lists, calendar});
    };
    CHECK(title(u"contract:monthly,\"every year\""_s) == u"Contract type Monthly or Every year"_s);
    CHECK(title(u"seats:>=2.5 pilot:yes"_s) == u"Seats at least 2.5, pilot"_s);
    CHECK(title(u"-contract: pilot:no"_s) == u"with Contract type, not pilot"_s);
    // The field may be gone while a list still shows what was asked for.
    const auto filter = parseFilter(EntityKind::Deal, u"seats:5"_s, calendar, lists.customFields);
    REQUIRE(filter);
    CHECK(filterTitle(EntityKind::Deal, *filter, {british, Lookups(), calendar}) == u"seats 5"_s);
}

TEST_CASE("A step is called by its number as the history writes it, without separators", "[app]")
{
    CHECK(words(u"made:1234"_s) == u"new in step 1234"_s);
    CHECK(words(u"-step:1234,20500"_s) == u"changed in step not 1234 or 20500"_s);
    CHECK(words(u"id:17000"_s) == u"number 17000"_s);
}

TEST_CASE("Days of a filter are named as people name them", "[app]")
{
    CHECK(words(u"close:this-month"_s) == u"expected close this month"_s);
    CHECK(words(u"close:this-quarter"_s) == u"expected close this quarter"_s);
    CHECK(words(u"close:2026-q1"_s) == u"expected close Q1 2026"_s);
    CHECK(words(u"close:2025"_s) == u"expected close last year"_s);
    CHECK(words(u"close:2024"_s) == u"expected close 2024"_s);
    CHECK(words(u"close:2027-03"_s) == u"expected close March 2027"_s);
    CHECK(words(u"close:2026-11-03..2026-11-12"_s) == u"expected close 3 Nov 2026 – 12 Nov 2026"_s);
    CHECK(words(u"close:<today"_s) == u"expected close before today"_s);
    CHECK(words(u"when:tomorrow"_s, EntityKind::Activity).endsWith(u" tomorrow"_s));
    CHECK(words(u"created:>=2026-11-01"_s) == u"created from 1 Nov 2026 on"_s);
}

TEST_CASE("A filter in German keeps the capitals of its nouns and has German figures", "[app]")
{
    // without a catalogue the words are English; what the locale writes is not
    CHECK(words(u"owner:anna amount:>10k"_s, EntityKind::Deal, german)
          == u"Owner Anna Weber, Amount over 10.000"_s);
    CHECK(words(u"close:2027-03"_s, EntityKind::Deal, german).contains(u"März 2027"_s));
}

TEST_CASE("No filter is named by its syntax", "[app]")
{
    for (const EntityKind kind : {EntityKind::Deal, EntityKind::Contact}) {
        for (const QString &name : filterNames(kind)) {
            const auto filter = parseFilter(kind, QString(name + u':'), calendar);
            REQUIRE(filter);
            CAPTURE(name);
            const QString text = filterTitle(kind, *filter, {british, Lookups(), calendar});
            CHECK_FALSE(text.contains(u':'));
            CHECK(text.startsWith(u"no "_s));
        }
    }
}
