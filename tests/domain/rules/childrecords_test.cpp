// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/childrecords.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

ContactPoint phone(qint64 id, const QString &value)
{
    return {.id = {id}, .recordId = 1, .by = ContactPointType::Phone, .value = value, .primary = id == 1};
}

} // namespace

TEST_CASE("The same phone number written differently is the same", "[domain]")
{
    CHECK(!checkAmong(phone(2, u"0049 30 123-45"_s), {phone(1, u"+49 (30) 12345"_s)}));
    CHECK(checkAmong(phone(2, u"+49 30 12346"_s), {phone(1, u"+49 (30) 12345"_s)}));
    CHECK(!checkAmong(phone(2, u"030 5550123"_s), {phone(1, u"+49 (0)30 5550123"_s)}));
    CHECK(!checkAmong(phone(2, u"+1 800 356 9377"_s), {phone(1, u"1-800-FLOWERS"_s)}));
    // the switchboard and a desk behind it
    CHECK(checkAmong(phone(2, u"030 5550123"_s), {phone(1, u"030 5550123 ext. 12"_s)}));
    // two texts that are no numbers
    CHECK(checkAmong(phone(2, u"call me"_s), {phone(1, u"ask Bob"_s)}));
    ContactPoint mail{.by = ContactPointType::Email, .value = u"Ana@Acme.example"_s};
    CHECK(!checkAmong(mail, {{.by = ContactPointType::Email, .value = u"ana@acme.EXAMPLE"_s}}));
}

TEST_CASE("The first number is the primary one, and a new primary one takes its place", "[domain]")
{
    CHECK(withPrimary({.by = ContactPointType::Phone}, {}).primary);
    CHECK(withPrimary({.by = ContactPointType::Email}, {phone(1, u"123"_s)}).primary);
    CHECK(!withPrimary({.by = ContactPointType::Phone}, {phone(1, u"123"_s)}).primary);

    ContactPoint made = phone(2, u"456"_s);
    CHECK(madeSecondary(made, {phone(1, u"123"_s)}).empty());
    made.primary = true;
    const auto changes =
        madeSecondary(made, {phone(1, u"123"_s), {.by = ContactPointType::Email, .primary = true}});
    REQUIRE(changes.size() == 1);
    CHECK(changes.front().ref == EntityRef{EntityKind::ContactPoint, 1});
    CHECK(deltaOf(changes.front(), u"is_primary")->after == Value(qint64(0)));
}

TEST_CASE("What is typed tells whether it is an e-mail, a number or a web page", "[domain]")
{
    CHECK(contactPointTypeOf(u"ana@") == ContactPointType::Email);
    CHECK(contactPointTypeOf(u" +49 30 12") == ContactPointType::Phone);
    CHECK(contactPointTypeOf(u"030 5550123 ext. 12") == ContactPointType::Phone);
    CHECK(contactPointTypeOf(u"1-800-FLOWERS") == ContactPointType::Phone);
    CHECK(contactPointTypeOf(u"*100#") == ContactPointType::Phone);
    CHECK(contactPointTypeOf(u"room 345") == std::nullopt);
    CHECK(contactPointTypeOf(u"www.acme") == ContactPointType::Website);
    CHECK(contactPointTypeOf(u"an") == std::nullopt);
    CHECK(contactPointTypeOf(u"") == std::nullopt);
}

TEST_CASE("An empty address and a role that stands there already are refused", "[domain]")
{
    CHECK(!checkAmong(Address{.street = u" "_s}, {}));
    CHECK(checkAmong(Address{.city = u"Lima"_s}, {}));
    CHECK(!checkAmong(Address{.city = u"Lima"_s}, {Address{.city = u"Lima"_s}}));
    const DealContact champion{.deal = {1}, .contact = {2}, .role = DealRole::Champion};
    CHECK(!checkAmong(champion, {champion}));
    CHECK(checkAmong(champion, {DealContact{.deal = {1}, .contact = {2}}}));
    const Affiliation adviser{.contact = {1}, .company = {2}, .role = u"Adviser"_s};
    CHECK(!checkAmong(adviser, {{.contact = {1}, .company = {2}, .role = u"adviser"_s}}));
    CHECK(!checkAmong(TagLink{.tag = {3}}, {TagLink{.tag = {3}}}));
}
