// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/record.h"

#include "domain/records/activity.h"
#include "domain/records/booksettings.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"
#include "domain/records/user.h"

#include <algorithm>

namespace headway {

namespace {

constexpr KindTraits worked =
    KindTrait::HasActivities | KindTrait::HasTags | KindTrait::IsSearched | KindTrait::IsNumerous;
constexpr KindTraits reached = worked | KindTrait::HasContactPoints;
constexpr KindTraits picklist = KindTrait::IsAtHand | KindTrait::IsPicklist | KindTrait::IsNameable;
constexpr KindTraits part = KindTrait::IsPart;
constexpr KindTraits addedAlone = part | KindTrait::IsAddedAlone;
constexpr KindTraits madeUnasked = KindTrait::IsNameable | KindTrait::IsMadeUnasked;

// In the order of EntityKind.
std::vector<EntityInfo> describeAll()
{
    return {
        describe<Team>({.singular = "team", .plural = "teams", .traits = KindTrait::IsAtHand | madeUnasked}),
        describe<User>({.singular = "user",
                        .plural = "users",
                        .traits = KindTrait::IsAtHand | madeUnasked,
                        .recognisedBy = "email",
                        .importRank = 7}),
        describe<Source>({.singular = "source", .plural = "sources", .traits = picklist | madeUnasked}),
        describe<LostReason>({.singular = "lost reason", .plural = "lost reasons", .traits = picklist}),
        describe<Outcome>({.singular = "outcome", .plural = "outcomes", .traits = picklist}),
        describe<Tag>({.singular = "tag", .plural = "tags", .traits = picklist | madeUnasked}),
        describe<Product>({.singular = "product",
                           .plural = "products",
                           .traits = KindTrait::IsAtHand | madeUnasked,
                           .recognisedBy = "name",
                           .importRank = 6}),
        describe<Pipeline>({.singular = "pipeline", .plural = "pipelines", .traits = picklist}),
        describe<Stage>({.singular = "stage", .plural = "stages", .traits = picklist | madeUnasked}),
        describe<CustomField>({.singular = "custom field",
                               .plural = "custom fields",
                               .traits = KindTrait::IsAtHand,
                               .title = ""}),
        describe<Company>({.singular = "company",
                           .plural = "companies",
                           .traits = reached | madeUnasked,
                           .detail = "city",
                           .recognisedBy = "name",
                           .importRank = 3,
                           .closeness = 2}),
        describe<Contact>({.singular = "contact",
                           .plural = "contacts",
                           .traits = reached | madeUnasked | KindTrait::Person,
                           .detail = "company_id",
                           .recognisedBy = "email",
                           .importRank = 2,
                           .closeness = 1}),
        describe<Lead>({.singular = "lead",
                        .plural = "leads",
                        .traits = reached | KindTrait::Person,
                        .detail = "organisation",
                        .worth = "estimated_value",
                        .recognisedBy = "email",
                        .importRank = 4,
                        .closeness = 3}),
        describe<Deal>({.singular = "deal",
                        .plural = "deals",
                        .traits = worked,
                        .detail = "company_id",
                        .worth = "amount",
                        .importRank = 1,
                        .closeness = 4}),
        describe<Activity>(
            {.singular = "activity", .plural = "activities", .title = "subject", .importRank = 5}),
        describe<Affiliation>(
            {.singular = "affiliation", .plural = "affiliations", .traits = addedAlone, .title = ""}),
        describe<ContactPoint>({.singular = "contact point",
                                .plural = "contact points",
                                .traits = addedAlone,
                                .title = "value"}),
        describe<Address>({.singular = "address", .plural = "addresses", .traits = addedAlone, .title = ""}),
        describe<DealContact>(
            {.singular = "deal contact", .plural = "deal contacts", .traits = addedAlone, .title = ""}),
        describe<LineItem>(
            {.singular = "line item", .plural = "line items", .traits = part, .title = "description"}),
        describe<StageVisit>(
            {.singular = "stage visit", .plural = "stage visits", .traits = part, .title = ""}),
        describe<ActivityLink>(
            {.singular = "activity link", .plural = "activity links", .traits = part, .title = ""}),
        describe<Participant>(
            {.singular = "participant", .plural = "participants", .traits = part, .title = ""}),
        describe<TagLink>({.singular = "tag link", .plural = "tag links", .traits = addedAlone, .title = ""}),
        describe<ExternalRef>(
            {.singular = "external reference", .plural = "external references", .traits = part, .title = ""}),
        describe<BookSettings>({.singular = "book settings",
                                .plural = "book settings",
                                .traits = KindTrait::IsAtHand,
                                .title = ""})};
}

std::vector<EntityInfo> &allKinds()
{
    static std::vector<EntityInfo> all = describeAll();
    return all;
}

} // namespace

const EntityInfo &entityInfo(EntityKind kind)
{
    return allKinds()[size_t(kind)];
}

std::vector<EntityKind> kindsWith(KindTraits traits)
{
    std::vector<EntityKind> kinds;
    for (const EntityKind kind : allEntityKinds()) {
        if ((entityInfo(kind).traits & traits) == traits)
            kinds.push_back(kind);
    }
    return kinds;
}

std::vector<EntityKind> kindsByCloseness(KindTraits traits)
{
    std::vector<EntityKind> kinds = kindsWith(traits);
    std::stable_sort(kinds.begin(), kinds.end(), [](EntityKind a, EntityKind b) {
        return entityInfo(a).closeness > entityInfo(b).closeness;
    });
    return kinds;
}

std::vector<EntityKind> importableKinds()
{
    std::vector<EntityKind> kinds = kindsWith(KindTrait::None);
    std::erase_if(kinds, [](EntityKind kind) { return entityInfo(kind).importRank == 0; });
    std::sort(kinds.begin(), kinds.end(),
              [](EntityKind a, EntityKind b) { return entityInfo(a).importRank < entityInfo(b).importRank; });
    return kinds;
}

void registerKind(QLatin1StringView tableName, const EntityInfo &info)
{
    std::vector<EntityInfo> &all = allKinds(); // built before the name is registered
    const EntityKind kind = nameForeignKind(tableName, kindsWith(part).front());
    Q_ASSERT_X(kind == info.kind, "registerKind", "not the next foreign kind");
    Q_UNUSED(kind)
    all.push_back(info);
}

const Value &Record::value(QStringView name) const
{
    const int index = info().indexOf(name);
    Q_ASSERT_X(index >= 0, "Record::value", "no such field");
    return row[size_t(index)];
}

} // namespace headway
