// SPDX-License-Identifier: GPL-3.0-or-later
// Names and currencies in a filter that are, or may be, mistyped.
#include "domain/query/filternames.h"

#include "domain/query/filtersubjects.h"
#include "domain/text/nearest.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 12, 15);

QString again(const QString &text, EntityKind kind = EntityKind::Deal)
{
    const auto filter = parseFilter(kind, text, today);
    CAPTURE(text);
    INFO((filter ? QString() : inEnglish(filter.error().text)).toStdString());
    REQUIRE(filter);
    return filterText(kind, *filter);
}

QString mistake(const QString &text, EntityKind kind = EntityKind::Deal)
{
    const auto filter = parseFilter(kind, text, today);
    CAPTURE(text);
    REQUIRE_FALSE(filter);
    return inEnglish(filter.error().text);
}

} // namespace

TEST_CASE("The names of records in a filter are told with their places", "[domain]")
{
    const auto names =
        typedNames(EntityKind::Deal, u"fan -tag:vip (stage:Offer,\"On hold\" or owner:me,ben) city:x");
    CHECK(names
          == std::vector<TypedName>{{EntityKind::Tag, u"vip"_s, 4, 8},
                                    {EntityKind::Stage, u"Offer"_s, 14, 21},
                                    {EntityKind::Stage, u"On hold"_s, 14, 21},
                                    {EntityKind::User, u"ben"_s, 39, 12}});
    CHECK(typedNames(EntityKind::Deal, u"team:North company:").size() == 1);
    CHECK(typedNames(EntityKind::Deal, u"stage:Offer \"owner:ben").size()
          == 1); // up to the open quotation mark
    CHECK(typedNames(EntityKind::Deal, u"status:won amount:>5 renewal").empty());
}

TEST_CASE("A name is near that was mistyped, also if it is a part of the whole", "[domain]")
{
    const QStringList stages{u"Offer sent"_s, u"Negotiation"_s};
    CHECK(nearest(u"Ofer"_s, stages) == u"Offer sent"_s);
    CHECK(nearest(u"snet"_s, stages) == u"Offer sent"_s);
    CHECK(nearest(u"Negotation"_s, stages) == u"Negotiation"_s);
    CHECK(nearest(u"ofer snt"_s, stages) == u"Offer sent"_s);
    CHECK(nearest(u"zeppelin"_s, stages).isEmpty());
    CHECK(nearest(QString(200, u'o'), stages).isEmpty());
}

TEST_CASE("A choice that is mistyped is told with the near one", "[domain]")
{
    CHECK(mistake(u"status:opne"_s) == u"Status is never “opne”. Did you mean “Open”?"_s);
    CHECK(mistake(u"-status:maybe"_s) == u"Status is never “maybe”. There are: Open, Won, Lost, On hold."_s);
}

TEST_CASE("A currency is read in any case, and by its sign", "[domain]")
{
    CHECK(again(u"currency:eur"_s) == u"currency:EUR"_s);
    CHECK(again(u"currency:Usd,EUR"_s) == u"currency:USD,EUR"_s);
    CHECK(again(u"-currency:€"_s) == u"-currency:EUR"_s);
    CHECK(again(u"currency:$"_s).startsWith(u"currency:"_s));
    CHECK(again(u"currency:$"_s).contains(u"USD"_s));
    CHECK(mistake(u"currency:eux"_s).startsWith(u"There is no currency “eux”. Did you mean “"_s));
    CHECK(mistake(u"currency:''"_s) == u"There is no currency “''”."_s);
}

TEST_CASE("An amount with its currency is of that currency", "[domain]")
{
    for (const QString &text : {u"amount:>eur5k"_s, u"amount:>EUR5000"_s, u"amount:>5000€"_s,
                                u"amount:>€5k"_s, u"amount:>\"eur 5,000\""_s})
        CHECK(again(text) == u"value:>5000 currency:EUR"_s);
    CHECK(again(u"amount:>5keur"_s) == u"value:>5000 currency:EUR"_s);
    CHECK(again(u"amount:5..10chf"_s) == u"value:5..10 currency:CHF"_s);
    CHECK(again(u"amount:chf5..10chf"_s) == u"value:5..10 currency:CHF"_s);
    CHECK(again(u"-amount:>5eur"_s) == u"-(value:>5 currency:EUR)"_s);
    CHECK(again(u"amount:>5m"_s) == u"value:>5000000"_s); // no currency
    CHECK(mistake(u"amount:5eur,6usd"_s) == u"Amounts of one currency only fit into a condition."_s);
    CHECK(mistake(u"amount:>eur 5"_s)
          == u"The amount goes right behind its currency, or with it into quotation marks."_s);
    CHECK(mistake(u"unit_price:>5eur"_s, EntityKind::LineItem).contains(u"have no currency of their own."_s));
}

TEST_CASE("A kind of record is named in one or in many, in any case", "[domain]")
{
    CHECK(again(u"record_kind:Deals,contact"_s, EntityKind::SavedView) == u"record_kind:deal,contact"_s);
    CHECK(mistake(u"record_kind:daels"_s, EntityKind::SavedView)
              .startsWith(u"“daels” is not a kind of record."_s));
}

TEST_CASE("A span that lacks its beginning or its end is told how that is written", "[domain]")
{
    for (const QString &text : {u"close:2026-03.."_s, u"close:..2026-03"_s, u"amount:5.."_s, u"amount:..5"_s})
        CHECK(mistake(text)
              == u"A span has a beginning and an end: write >= or <= for one without the other."_s);
}
