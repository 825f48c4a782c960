// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/record.h"

#include "domain/records/activity.h"
#include "domain/records/booksettings.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"
#include "domain/records/savedview.h"
#include "domain/records/user.h"
#include "domain/text/nearest.h"
#include "domain/text/text.h"

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
// NOLINTNEXTLINE(readability-function-size): a table
std::vector<EntityInfo> describeAll()
{
    return {describe<Team>({.singular = Label::tr("team"),
                            .plural = Label::tr("teams"),
                            .any = Label::tr("a team"),
                            .traits = KindTrait::IsAtHand | madeUnasked}),
            describe<User>({.singular = Label::tr("user"),
                            .plural = Label::tr("users"),
                            .any = Label::tr("a user"),
                            .traits = KindTrait::IsAtHand | madeUnasked,
                            .recognisedBy = "email",
                            .importRank = 7}),
            describe<Source>({.singular = Label::tr("source"),
                              .plural = Label::tr("sources"),
                              .any = Label::tr("a source"),
                              .traits = picklist | madeUnasked}),
            describe<LostReason>({.singular = Label::tr("lost reason"),
                                  .plural = Label::tr("lost reasons"),
                                  .any = Label::tr("a lost reason"),
                                  .traits = picklist}),
            describe<LeadStatus>({.singular = Label::tr("lead status"),
                                  .plural = Label::tr("lead statuses"),
                                  .any = Label::tr("a lead status"),
                                  .traits = picklist}),
            describe<Outcome>({.singular = Label::tr("outcome"),
                               .plural = Label::tr("outcomes"),
                               .any = Label::tr("an outcome"),
                               .traits = picklist}),
            describe<Tag>({.singular = Label::tr("tag"),
                           .plural = Label::tr("tags"),
                           .any = Label::tr("a tag"),
                           .traits = picklist | madeUnasked}),
            describe<Product>({.singular = Label::tr("product"),
                               .plural = Label::tr("products"),
                               .any = Label::tr("a product"),
                               .traits = KindTrait::IsAtHand | madeUnasked,
                               .recognisedBy = "name",
                               .importRank = 6}),
            describe<Pipeline>({.singular = Label::tr("pipeline"),
                                .plural = Label::tr("pipelines"),
                                .any = Label::tr("a pipeline"),
                                .traits = picklist}),
            describe<Stage>({.singular = Label::tr("stage"),
                             .plural = Label::tr("stages"),
                             .any = Label::tr("a stage"),
                             .traits = picklist | madeUnasked}),
            describe<CustomField>({.singular = Label::tr("own field"),
                                   .plural = Label::tr("own fields"),
                                   .any = Label::tr("an own field"),
                                   .traits = KindTrait::IsAtHand,
                                   .title = "label"}),
            describe<Company>({.singular = Label::tr("company"),
                               .plural = Label::tr("companies"),
                               .any = Label::tr("a company"),
                               .traits = reached | madeUnasked,
                               .detail = "city",
                               .recognisedBy = "name",
                               .importRank = 3,
                               .closeness = 2}),
            describe<Contact>({.singular = Label::tr("contact"),
                               .plural = Label::tr("contacts"),
                               .any = Label::tr("a contact"),
                               .traits = reached | madeUnasked | KindTrait::Person,
                               .detail = "company_id",
                               .recognisedBy = "email",
                               .importRank = 2,
                               .closeness = 1}),
            describe<Lead>({.singular = Label::tr("lead"),
                            .plural = Label::tr("leads"),
                            .any = Label::tr("a lead"),
                            .traits = reached | KindTrait::Person,
                            .detail = "organisation",
                            .worth = "estimated_value",
                            .recognisedBy = "email",
                            .importRank = 4,
                            .closeness = 3}),
            describe<Deal>({.singular = Label::tr("deal"),
                            .plural = Label::tr("deals"),
                            .any = Label::tr("a deal"),
                            .traits = worked | KindTrait::IsNumbered,
                            .detail = "company_id",
                            .worth = "amount",
                            .importRank = 1,
                            .closeness = 4}),
            describe<Activity>({.singular = Label::tr("activity"),
                                .plural = Label::tr("activities"),
                                .any = Label::tr("an activity"),
                                .title = "subject",
                                .importRank = 5}),
            describe<Affiliation>({.singular = Label::tr("affiliation"),
                                   .plural = Label::tr("affiliations"),
                                   .any = Label::tr("an affiliation"),
                                   .traits = addedAlone,
                                   .title = ""}),
            describe<ContactPoint>({.singular = Label::tr("contact point"),
                                    .plural = Label::tr("contact points"),
                                    .any = Label::tr("a contact point"),
                                    .traits = addedAlone,
                                    .title = "value"}),
            describe<Address>({.singular = Label::tr("address"),
                               .plural = Label::tr("addresses"),
                               .any = Label::tr("an address"),
                               .traits = addedAlone,
                               .title = ""}),
            describe<DealContact>({.singular = Label::tr("deal contact"),
                                   .plural = Label::tr("deal contacts"),
                                   .any = Label::tr("a deal contact"),
                                   .traits = addedAlone,
                                   .title = ""}),
            describe<LineItem>({.singular = Label::tr("line item"),
                                .plural = Label::tr("line items"),
                                .any = Label::tr("a line item"),
                                .traits = part,
                                .title = "description"}),
            describe<StageVisit>({.singular = Label::tr("stage visit"),
                                  .plural = Label::tr("stage visits"),
                                  .any = Label::tr("a stage visit"),
                                  .traits = part,
                                  .title = ""}),
            describe<ActivityLink>({.singular = Label::tr("activity link"),
                                    .plural = Label::tr("activity links"),
                                    .any = Label::tr("an activity link"),
                                    .traits = part,
                                    .title = ""}),
            describe<Participant>({.singular = Label::tr("participant"),
                                   .plural = Label::tr("participants"),
                                   .any = Label::tr("a participant"),
                                   .traits = part,
                                   .title = ""}),
            describe<TagLink>({.singular = Label::tr("tag link"),
                               .plural = Label::tr("tag links"),
                               .any = Label::tr("a tag link"),
                               .traits = addedAlone,
                               .title = ""}),
            describe<ExternalRef>({.singular = Label::tr("external reference"),
                                   .plural = Label::tr("external references"),
                                   .any = Label::tr("an external reference"),
                                   .traits = part,
                                   .title = ""}),
            describe<BookSettings>({.singular = Label::tr("book settings"),
                                    .plural = Label::tr("book settings"),
                                    .any = Label::tr("the book's settings"),
                                    .traits = KindTrait::IsAtHand,
                                    .title = ""}),
            describe<SavedView>({.singular = Label::tr("view"),
                                 .plural = Label::tr("views"),
                                 .any = Label::tr("a view"),
                                 .traits = KindTrait::IsAtHand})};
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

bool isSingle(EntityKind kind)
{
    return kind == EntityKind::BookSettings;
}

std::optional<EntityKind> kindCalled(QStringView name)
{
    const QString typed = looseKey(name);
    const auto isMeant = [&typed](EntityKind kind) {
        const EntityInfo &info = entityInfo(kind);
        const QString table = tableName(kind);
        return typed == looseKey(table) || typed == looseKey(QString(table + u's'))
            || typed == looseKey(QString::fromLatin1(info.singular))
            || typed == looseKey(QString::fromLatin1(info.plural));
    };
    const auto &kinds = allEntityKinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(), isMeant);
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

Sentence noSuchKind(const QString &typed)
{
    QStringList names;
    for (const EntityKind kind : allEntityKinds())
        names += QString::fromLatin1(entityInfo(kind).plural);
    return noSuchKind(typed, names);
}

Sentence noSuchKind(const QString &typed, const QStringList &names)
{
    const Sentence near = didYouMean(typed, names);
    return Sentence::tr("%1 is not a kind of record.%2")
        .arg(Quoted{typed},
             near.isEmpty()
                 ? Sentence::tr(" There are deals, contacts, companies, leads, activities and others.")
                 : near);
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
