// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/record.h"

#include "support/catch_qt.h"

#include <algorithm>
#include <set>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

bool hasField(const EntityInfo &info, const char *name)
{
    return info.indexOf(QString::fromLatin1(name)) >= 0;
}

} // namespace

TEST_CASE("What is said of a kind agrees with its fields", "[domain]")
{
    for (const EntityKind kind : allEntityKinds()) {
        const EntityInfo &info = entityInfo(kind);
        CAPTURE(info.singular);
        CHECK(info.has(KindTrait::Person) == hasField(info, "first_name"));
        CHECK(info.has(KindTrait::HasActivities) == hasField(info, "next_activity"));
        for (const char *name : {"email", "phone", "city", "country"}) {
            const int field = info.indexOf(QString::fromLatin1(name));
            const bool isDerived = field >= 0 && info.field(field).has(Trait::Derived);
            CHECK(info.has(KindTrait::HasContactPoints) == isDerived);
        }
        if (info.has(KindTrait::IsSearched)) {
            CHECK(hasField(info, "name_key"));
            CHECK(std::any_of(info.fields.begin(), info.fields.end(),
                              [](const FieldInfo &field) { return field.has(Trait::Searched); }));
        }
        if (info.has(KindTrait::IsPicklist))
            CHECK(info.has(KindTrait::IsAtHand));
        if (info.has(KindTrait::IsAddedAlone))
            CHECK(info.has(KindTrait::IsPart));
        if (info.has(KindTrait::IsMadeUnasked))
            CHECK(info.has(KindTrait::IsNameable));
        for (const char *name : {info.title, info.detail, info.worth, info.recognisedBy})
            CHECK((*name == '\0' || hasField(info, name)));
        if (*info.worth) {
            CHECK(info.field(info.indexOf(QString::fromLatin1(info.worth))).type == FieldType::Money);
            CHECK(hasField(info, "currency"));
        }
        const bool hasWork = std::any_of(info.fields.begin(), info.fields.end(),
                                         [](const FieldInfo &field) { return field.has(Trait::Work); });
        CHECK(hasWork == hasField(info, "touched_at"));
    }
}

TEST_CASE("Kinds that a file may hold have ranks of their own, deals first", "[domain]")
{
    const std::vector<EntityKind> kinds = importableKinds();
    REQUIRE_FALSE(kinds.empty());
    CHECK(kinds.front() == EntityKind::Deal);
    std::set<int> ranks;
    for (const EntityKind kind : kinds)
        ranks.insert(entityInfo(kind).importRank);
    CHECK(ranks.size() == kinds.size());
}

TEST_CASE("What one works on is named before whom it is with", "[domain]")
{
    CHECK(kindsByCloseness(KindTrait::HasActivities)
          == std::vector{EntityKind::Deal, EntityKind::Lead, EntityKind::Company, EntityKind::Contact});
}

TEST_CASE("A field without a label is called by its name", "[domain]")
{
    const EntityInfo &deal = entityInfo(EntityKind::Deal);
    CHECK(deal.field(deal.indexOf(u"expected_close")).caption() == u"Expected close"_s);
    CHECK(deal.field(deal.indexOf(u"rank")).caption() == u"rank"_s);
}
