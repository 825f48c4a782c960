// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/filteroffers.h"

#include "domain/records/record.h"
#include "support/catch_qt.h"

#include <algorithm>

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

namespace {

struct Offering {
    Lookups lookups;
    Display display{QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
    Calendar calendar{QDate(2026, 11, 23), 4}; // the fiscal year begins in April

    Offering()
    {
        const auto user = [](qint64 id, const QString &name) {
            User one{.name = name, .nameKey = name.toLower()};
            one.id = {id};
            return one;
        };
        const auto stage = [](qint64 id, const QString &name) {
            Stage one{.name = name, .nameKey = name.toLower()};
            one.id = {id};
            return one;
        };
        lookups.users = {user(1, u"Ana Berg"_s), user(2, u"Ben"_s), user(3, u"or"_s)};
        lookups.stages = {stage(1, u"Offer"_s), stage(2, u"Verbal yes"_s)};
    }

    std::vector<FilterOffer> offers(const QString &text, const store::ValueCounts *counts = nullptr) const
    {
        return filterOffers(EntityKind::Deal, typingAt(text, text.size()), {display, lookups, calendar},
                            UserId{1}, counts);
    }
    // "Offer 2", as shown.
    QStringList shown(const QString &text, const store::ValueCounts *counts = nullptr) const
    {
        QStringList all;
        for (const FilterOffer &each : offers(text, counts))
            all += each.beside.isEmpty() ? each.text : each.text + u' ' + each.beside;
        return all;
    }
    QStringList written(const QString &text, const store::ValueCounts *counts = nullptr) const
    {
        QStringList all;
        for (const FilterOffer &each : offers(text, counts))
            all += each.written;
        return all;
    }
};

std::vector<CustomField> ownFields()
{
    return {{.name = u"vertragsart"_s,
             .label = u"Contract type"_s,
             .kind = CustomKind::Choice,
             .choices = u"Monthly\nEvery year"_s},
            {.name = u"owner"_s, .label = u"Budget owner"_s},
            {.name = u"pilot"_s, .label = {}, .kind = CustomKind::YesNo},
            {.name = u"go_live"_s, .label = u"Go-live"_s, .kind = CustomKind::Day},
            {.recordKind = EntityKind::Company, .name = u"contracts"_s, .label = u"Contracts"_s}};
}

} // namespace

TEST_CASE("A custom field is offered under its label, and found by its name, too", "[app]")
{
    Offering offering;
    offering.lookups.customFields = ownFields();
    CHECK(offering.shown(u"contr"_s) == QStringList{u"Contract type"_s});
    CHECK(offering.shown(u"TYPE"_s).contains(u"Contract type"_s)); // a later word of it
    CHECK(offering.written(u"vertr"_s) == QStringList{u"vertragsart:"_s});
    CHECK(offering.written(u"-vertr"_s) == QStringList{u"vertragsart:"_s});
    CHECK(offering.written(u"own"_s) == QStringList{u"custom.owner:"_s, u"owner:"_s});
    CHECK(offering.shown(u"pil"_s) == QStringList{u"pilot"_s}); // nobody gave it a label
    CHECK(offering.written(u"custom."_s) == QStringList{u"custom.owner:"_s});
}

TEST_CASE("A custom field whose name holds a blank is offered in quotation marks", "[app]")
{
    Offering offering;
    offering.lookups.customFields = {{.name = u"net price"_s, .label = u"Price, net"_s}};
    CHECK(offering.written(u"net"_s) == QStringList{u"\"net price\":"_s});
    CHECK(offering.shown(u"pric"_s) == QStringList{u"Price, net"_s});
}

TEST_CASE("The choices of a custom field come in their order with their numbers", "[app]")
{
    Offering offering;
    offering.lookups.customFields = ownFields();
    store::ValueCounts counts{.values = {{u"Every year"_s, {}, 7}, {u"Weekly"_s, {}, 2}}, .blank = 4};
    CHECK(offering.shown(u"vertragsart:"_s) == QStringList{u"Monthly"_s, u"Every year"_s});
    CHECK(offering.shown(u"\"Contract type\":"_s, &counts)
          == QStringList{u"Monthly 0"_s, u"Every year 7"_s, u"none 4"_s});
    CHECK(offering.written(u"vertragsart:year"_s, &counts) == QStringList{u"\"Every year\""_s});
    CHECK(offering.shown(u"pilot:"_s) == QStringList{u"yes"_s, u"no"_s});
    CHECK(offering.written(u"go_live:this-q"_s) == QStringList{u"this-quarter"_s});
}

TEST_CASE("People come by their numbers, stages in their order, and who has none comes with a nought",
          "[app]")
{
    const Offering book;
    CHECK(book.shown(u"owner:"_s) == QStringList{u"me (Ana Berg)"_s, u"Ana Berg"_s, u"Ben"_s, u"or"_s});
    const store::ValueCounts owners{
        .values = {{qint64(2), u"Ben"_s, 1200}, {qint64(1), u"Ana Berg"_s, 7}}, .blank = 3, .mine = 7};
    CHECK(book.shown(u"owner:"_s, &owners)
          == QStringList{u"me (Ana Berg) 7"_s, u"Ben 1,200"_s, u"Ana Berg 7"_s, u"or 0"_s, u"none 3"_s});
    CHECK(book.offers(u"owner:"_s, &owners)[1].spoken == u"Ben, 1,200 deals"_s);
    const store::ValueCounts stages{.values = {{qint64(2), u"Verbal yes"_s, 9}}, .blank = 0};
    CHECK(book.shown(u"stage:"_s, &stages) == QStringList{u"Offer 0"_s, u"Verbal yes 9"_s});
    // Of those that were not among the most frequent, no number is made up.
    const store::ValueCounts cut{.values = {{qint64(2), u"Verbal yes"_s, 9}}, .isWhole = false};
    CHECK(book.shown(u"stage:"_s, &cut) == QStringList{u"Offer"_s, u"Verbal yes 9"_s});
}

TEST_CASE("Whatever a value is called, it is written so that the filter finds it", "[app]")
{
    const Offering book;
    const QStringList names{u"Ana Berg"_s, u"or"_s,         u"-x"_s,  u"<5"_s,           u"a,b"_s,
                            u"(c)"_s,      u"say \"no\""_s, u"a:b"_s, QString(500, u'ü')};
    store::ValueCounts companies;
    for (const QString &name : names)
        companies.values.push_back({qint64(companies.values.size() + 1), name, 1});
    const QStringList written = book.written(u"company:"_s, &companies);
    REQUIRE(written.size() == names.size());
    for (qsizetype i = 0; i < names.size(); ++i) {
        CAPTURE(written[i]);
        const QString text = u"company:"_s + written[i];
        const auto filter = parseFilter(EntityKind::Deal, text, book.calendar);
        REQUIRE(filter);
        REQUIRE(filter->conditions.size() == 1);
        CHECK(filter->conditions.front().values == QStringList{names[i]});
        CHECK(filter->conditions.front().comparison == Comparison::Equals);
    }
}

TEST_CASE("What is typed narrows what is offered by the beginning of any word", "[app]")
{
    const Offering book;
    CHECK(book.shown(u"owner:be"_s) == QStringList{u"me (Ana Berg)"_s, u"Ana Berg"_s, u"Ben"_s});
    CHECK(book.shown(u"owner:\"ana b"_s) == QStringList{u"me (Ana Berg)"_s, u"Ana Berg"_s});
    CHECK(book.shown(u"stage:Offer,YES"_s) == QStringList{u"Verbal yes"_s});
    CHECK(book.shown(u"stage:zzz"_s).isEmpty());
    CHECK(book.shown(u"status:w"_s) == QStringList{u"Won"_s});
    CHECK(book.written(u"sta"_s).contains(u"stage:"_s));
    const store::ValueCounts some{.values = {{qint64(1), u"Offer"_s, 1}}, .blank = 3};
    CHECK_FALSE(book.shown(u"stage:Offer,"_s, &some).contains(u"none 3"_s)); // it is no value among others
}

TEST_CASE("Days are offered as words, with the days they mean in this book", "[app]")
{
    const Offering book;
    CHECK(book.shown(u"close:this-q"_s) == QStringList{u"this-quarter 1 Oct 2026 – 31 Dec 2026"_s});
    CHECK(book.shown(u"close:this-y"_s) == QStringList{u"this-year 1 Apr 2026 – 31 Mar 2027"_s});
    CHECK(book.shown(u"-close:<tod"_s) == QStringList{u"today 23 Nov 2026"_s});
    CHECK(book.offers(u"close:tod"_s).front().spoken == u"today, 23 Nov 2026"_s);
    CHECK(book.shown(u"close:quarter"_s).size() == 3);
    REQUIRE_FALSE(book.written(u"created:"_s).isEmpty());
    for (const QString &word : book.written(u"created:"_s))
        CHECK(parseDayRange(word, book.calendar));
    for (const QString &text : {u"amount:"_s, u"weighted:>"_s, u"probability:"_s, u"name:"_s, u"id:"_s,
                                u"x:"_s, u"owner:<"_s, u"owner:me "_s, u""_s})
        CHECK(book.shown(text).isEmpty());
}
