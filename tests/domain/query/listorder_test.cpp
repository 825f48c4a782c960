// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/listorder.h"

#include "domain/records/record.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

Query asked(EntityKind kind, const QString &order, const QString &filter = {})
{
    const auto parsed = parseFilter(kind, filter, QDate(2026, 2, 15));
    const auto keys = parseOrder(kind, order);
    REQUIRE(parsed);
    REQUIRE(keys);
    return {kind, *parsed, *keys};
}

// As the program writes it.
QString order(EntityKind kind, const QString &text)
{
    return orderText(kind, asked(kind, text).order);
}

QString essential(EntityKind kind, const QString &order, const QString &filter = {})
{
    return orderText(kind, essentialOrder(asked(kind, order, filter)));
}

Grouping by(QStringView field)
{
    return *groupingBy(EntityKind::Deal, Subject::Field, entityInfo(EntityKind::Deal).indexOf(field));
}

QString within(QStringView field, const QString &order)
{
    return orderText(EntityKind::Deal, withinGroups(asked(EntityKind::Deal, order), by(field)).order);
}

} // namespace

TEST_CASE("An order is read as the shortest one that says the same", "[domain]")
{
    CHECK(essential(EntityKind::Contact, u"last_name,first_name"_s) == u"name"_s);
    CHECK(essential(EntityKind::Contact, u"-last_name,-first_name,-middle_name"_s) == u"-name"_s);
    CHECK(essential(EntityKind::Lead, u"last_name,first_name,name,id"_s) == u"name,id"_s);
    CHECK(essential(EntityKind::Contact, u"last_name"_s) == u"name"_s);
    CHECK(essential(EntityKind::Contact, u"city,-city,name"_s) == u"city,name"_s);
    CHECK(essential(EntityKind::Deal, u"-amount,id,name,close"_s)
          == order(EntityKind::Deal, u"-amount,id"_s));
    CHECK(essential(EntityKind::Deal, {}) == u"name"_s);
    // what says something else stays
    CHECK(essential(EntityKind::Contact, u"last_name,-first_name"_s) == u"name,-first_name"_s);
    CHECK(essential(EntityKind::Contact, u"first_name,last_name"_s) == u"first_name,last_name"_s);
}

TEST_CASE("Nothing is sorted by what is the same in the whole list", "[domain]")
{
    CHECK(essential(EntityKind::Deal, u"status,close"_s, u"status:open"_s) == u"close"_s);
    CHECK(essential(EntityKind::Deal, u"status,close"_s, u"status:open,won"_s) == u"status,close"_s);
    CHECK(essential(EntityKind::Deal, u"status,close"_s, u"-status:open"_s) == u"status,close"_s);
    CHECK(essential(EntityKind::Deal, u"status,close"_s, u"status:open or owner:me"_s) == u"status,close"_s);
    CHECK(essential(EntityKind::Deal, u"owner,name"_s, u"owner:me"_s) == u"name"_s);
    CHECK(essential(EntityKind::Deal, u"owner,name"_s, u"owner:ben"_s) == u"owner,name"_s); // maybe two Bens
    CHECK(essential(EntityKind::Deal, u"competitor,name"_s, u"competitor:acme"_s) == u"competitor,name"_s);
    CHECK(essential(EntityKind::Deal, u"close,-name"_s, u"close:"_s) == u"-name"_s);
    CHECK(essential(EntityKind::Deal, u"-status"_s, u"status:open"_s) == u"-id"_s);
    Query standing = asked(EntityKind::Deal, u"name"_s, u"status:open"_s);
    standing.order.insert(standing.order.begin(), {Subject::Closed, -1});
    CHECK(essentialOrder(standing).size() == 1);
    standing.filter = {};
    CHECK(essentialOrder(standing).size() == 2);
}

TEST_CASE("Within a group, nothing is sorted by what makes the group, unless that is a time", "[domain]")
{
    CHECK(within(u"stage_id", u"-stage,name"_s) == u"name"_s);
    CHECK(within(u"stage_id", u"-stage"_s) == u"-id"_s);
    CHECK(within(u"stage_id", u"owner,stage,-amount"_s) == order(EntityKind::Deal, u"owner,-amount"_s));
    CHECK(within(u"owner_id", {}) == u"name"_s);
    CHECK(within(u"expected_close", u"close"_s) == u"close"_s);    // by month
    CHECK(within(u"next_step", u"next_step"_s) == u"next_step"_s); // sorted by its day
}
