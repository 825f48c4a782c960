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

namespace headway {

namespace {

template <class E>
EntityInfo describe(const char *singular, const char *plural)
{
    EntityInfo info{Table<E>::kind, singular, plural, {}, toRow(E{})};
    for (const Field<E> &f : Table<E>::fields())
        info.fields.push_back(f.info);
    return info;
}

// In the order of EntityKind.
std::array<EntityInfo, entityKindCount> describeAll()
{
    return {describe<Team>("team", "teams"),
            describe<User>("user", "users"),
            describe<Source>("source", "sources"),
            describe<LostReason>("lost reason", "lost reasons"),
            describe<Outcome>("outcome", "outcomes"),
            describe<Tag>("tag", "tags"),
            describe<Product>("product", "products"),
            describe<Pipeline>("pipeline", "pipelines"),
            describe<Stage>("stage", "stages"),
            describe<CustomField>("custom field", "custom fields"),
            describe<Company>("company", "companies"),
            describe<Contact>("contact", "contacts"),
            describe<Lead>("lead", "leads"),
            describe<Deal>("deal", "deals"),
            describe<Activity>("activity", "activities"),
            describe<Affiliation>("affiliation", "affiliations"),
            describe<ContactPoint>("contact point", "contact points"),
            describe<Address>("address", "addresses"),
            describe<DealContact>("deal contact", "deal contacts"),
            describe<LineItem>("line item", "line items"),
            describe<StageVisit>("stage visit", "stage visits"),
            describe<ActivityLink>("activity link", "activity links"),
            describe<Participant>("participant", "participants"),
            describe<TagLink>("tag link", "tag links"),
            describe<ExternalRef>("external reference", "external references"),
            describe<BookSettings>("book settings", "book settings")};
}

} // namespace

const EntityInfo &entityInfo(EntityKind kind)
{
    static const std::array<EntityInfo, entityKindCount> all = describeAll();
    return all[size_t(kind)];
}

const Value &Record::value(QStringView name) const
{
    const int index = info().indexOf(name);
    Q_ASSERT_X(index >= 0, "Record::value", "no such field");
    return row[size_t(index)];
}

} // namespace headway
