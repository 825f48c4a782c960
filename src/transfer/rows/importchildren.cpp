// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importchildren.h"

#include "domain/changes/derive.h"
#include "domain/changes/validate.h"
#include "domain/records/activity.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lists.h"
#include "domain/records/record.h"
#include "domain/rules/childrecords.h"
#include "store/rows/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

template <class E>
Result<std::vector<E>> childRecordsOf(sql::Connection &connection, EntityRef owner)
{
    HEADWAY_TRY(records, store::childRecords(connection, Table<E>::kind, owner));
    std::vector<E> entities;
    for (const Record &record : records)
        entities.push_back(as<E>(record));
    return entities;
}

} // namespace

ChildRecords::ChildRecords(const ImportContext &context, sql::Connection &connection)
    : m_context(context), m_connection(connection)
{
}

ChildRecord ChildRecords::newPoint(const ContactPoint &point) const
{
    return {headway::create(point), -1, {}};
}

ChildRecord ChildRecords::newTag(const NamedRecord &tag) const
{
    return {headway::create(
                TagLink{.tag = {tag.id ? tag.id : -2}, .recordKind = m_context.kind(), .recordId = -1}),
            entityInfo(EntityKind::TagLink).indexOf(u"tag_id"), tag};
}

ChildRecord ChildRecords::newLink(const NamedRecord &link) const
{
    return {headway::create(
                ActivityLink{.activity = {-1}, .recordKind = link.kind, .recordId = link.id ? link.id : -2}),
            entityInfo(EntityKind::ActivityLink).indexOf(u"record_id"), link};
}

ChildRecord ChildRecords::newProduct(const ImportedRecord &imported) const
{
    const NamedRecord &product = *imported.product;
    return {headway::create(LineItem{.deal = {-1},
                                     .product = {product.id ? product.id : -2},
                                     .quantityMilli = imported.quantityMilli}),
            entityInfo(EntityKind::LineItem).indexOf(u"product_id"), product};
}

ChildRecord ChildRecords::newFurther(const NamedRecord &further) const
{
    const bool isNew = further.id == 0;
    const qint64 id = isNew ? -2 : further.id;
    const std::optional<NamedRecord> made = isNew ? std::optional(further) : std::nullopt;
    if (m_context.kind() == EntityKind::Contact)
        return {headway::create(Affiliation{.contact = {-1}, .company = {id}}),
                entityInfo(EntityKind::Affiliation).indexOf(u"company_id"), made};
    return {headway::create(DealContact{.deal = {-1}, .contact = {id}}),
            entityInfo(EntityKind::DealContact).indexOf(u"contact_id"), made};
}

Result<> ChildRecords::addFurther(const ImportedRecord &imported, EntityRef owner,
                                  std::vector<ChildRecord> &result) const
{
    if (imported.further.empty())
        return {};
    std::vector<qint64> present;
    if (m_context.kind() == EntityKind::Contact) {
        HEADWAY_TRY(affiliations, childRecordsOf<Affiliation>(m_connection, owner));
        for (const Affiliation &each : affiliations)
            present.push_back(each.company.value);
    } else {
        HEADWAY_TRY(contacts, childRecordsOf<DealContact>(m_connection, owner));
        for (const DealContact &each : contacts)
            present.push_back(each.contact.value);
    }
    for (const NamedRecord &further : imported.further) {
        if (std::find(present.begin(), present.end(), further.id) == present.end())
            result.push_back(newFurther(further));
    }
    return {};
}

ChildRecord ChildRecords::newExternalRef(const QString &key) const
{
    return {
        headway::create(ExternalRef{
            .system = m_context.request.system, .key = key, .recordKind = m_context.kind(), .recordId = -1}),
        -1,
        {}};
}

std::vector<ChildRecord> ChildRecords::ofNew(const ImportedRecord &imported) const
{
    std::vector<ChildRecord> result;
    for (const ContactPoint &point : imported.points)
        result.push_back(newPoint(point));
    for (const Address &address : imported.addresses)
        result.push_back({headway::create(address), -1, {}});
    for (const NamedRecord &tag : imported.tags)
        result.push_back(newTag(tag));
    if (imported.product)
        result.push_back(newProduct(imported));
    for (const NamedRecord &link : imported.links)
        result.push_back(newLink(link));
    for (const NamedRecord &further : imported.further)
        result.push_back(newFurther(further));
    if (!imported.externalId.isEmpty())
        result.push_back(newExternalRef(imported.externalId));
    return result;
}

Result<> ChildRecords::addPoints(const ImportedRecord &imported, EntityRef owner,
                                 std::vector<ChildRecord> &result) const
{
    if (imported.points.empty())
        return {};
    HEADWAY_TRY(present, childRecordsOf<ContactPoint>(m_connection, owner));
    for (ContactPoint point : imported.points) {
        const auto has = [&](auto &&same) { return std::any_of(present.begin(), present.end(), same); };
        const bool known =
            has([&](const ContactPoint &p) { return isSamePoint(p, point, Extensions::Alike); });
        const bool filled =
            has([&](const ContactPoint &p) { return p.by == point.by && p.place == point.place; });
        if (known || (filled && imported.existing == DuplicatePolicy::Fill))
            continue;
        point.primary = !has([&](const ContactPoint &p) { return p.by == point.by && p.primary; });
        present.push_back(point);
        result.push_back(newPoint(point));
    }
    return {};
}

Result<> ChildRecords::addAddresses(const ImportedRecord &imported, EntityRef owner,
                                    std::vector<ChildRecord> &result) const
{
    if (imported.addresses.empty())
        return {};
    HEADWAY_TRY(present, childRecordsOf<Address>(m_connection, owner));
    for (const Address &read : imported.addresses) {
        auto known = std::find_if(present.begin(), present.end(),
                                  [&](const Address &each) { return each.place == read.place; });
        // The only address of a file is the one that the record has.
        if (known == present.end() && imported.addresses.size() == 1)
            known = present.begin();
        if (known == present.end()) {
            result.push_back({headway::create(read), -1, {}});
            continue;
        }
        Address address = *known;
        for (QString Address::*part :
             {&Address::street, &Address::postalCode, &Address::city, &Address::region, &Address::country}) {
            const bool mayChange = imported.existing != DuplicatePolicy::Fill || (address.*part).isEmpty();
            if (mayChange && !(read.*part).isEmpty())
                address.*part = read.*part;
        }
        if (address != *known)
            result.push_back({headway::update(*known, address), -1, {}});
    }
    return {};
}

Result<> ChildRecords::addProduct(const ImportedRecord &imported, EntityRef owner,
                                  std::vector<ChildRecord> &result) const
{
    if (!imported.product)
        return {};
    HEADWAY_TRY(present, childRecordsOf<LineItem>(m_connection, owner));
    if (present.empty()) {
        result.push_back(newProduct(imported));
        return {};
    }
    const auto lower = [](const LineItem &a, const LineItem &b) {
        return std::pair(a.position, a.id) < std::pair(b.position, b.id);
    };
    const LineItem first = *std::min_element(present.begin(), present.end(), lower);
    if (imported.existing == DuplicatePolicy::Fill || first.product.value == imported.product->id)
        return {};
    // The price changes with the product; what it was sold for is in the deal's amount.
    const int product = entityInfo(EntityKind::LineItem).indexOf(u"product_id");
    LineItem other = first;
    other.product.value = imported.product->id ? imported.product->id : -2;
    ChildRecord child{headway::update(first, other), -1, {}};
    if (!imported.product->id) {
        child.field = product;
        child.named = imported.product;
    }
    result.push_back(child);
    return {};
}

Result<> ChildRecords::addLinks(const ImportedRecord &imported, EntityRef owner,
                                std::vector<ChildRecord> &result) const
{
    if (!imported.links.empty()) {
        HEADWAY_TRY(links, childRecordsOf<ActivityLink>(m_connection, owner));
        for (const NamedRecord &link : imported.links) {
            const bool known = std::any_of(links.begin(), links.end(), [&](const ActivityLink &l) {
                return l.recordKind == link.kind && l.recordId == link.id;
            });
            if (!known)
                result.push_back(newLink(link));
        }
    }
    if (!imported.tags.empty()) {
        HEADWAY_TRY(tags, childRecordsOf<TagLink>(m_connection, owner));
        for (const NamedRecord &tag : imported.tags) {
            const bool known = std::any_of(tags.begin(), tags.end(),
                                           [&](const TagLink &l) { return l.tag.value == tag.id; });
            if (!known)
                result.push_back(newTag(tag));
        }
    }
    if (!imported.externalId.isEmpty()) {
        HEADWAY_TRY(refs, childRecordsOf<ExternalRef>(m_connection, owner));
        const bool known = std::any_of(refs.begin(), refs.end(), [&](const ExternalRef &r) {
            return r.system == m_context.request.system && r.key == imported.externalId;
        });
        if (!known)
            result.push_back(newExternalRef(imported.externalId));
    }
    return {};
}

Result<std::vector<ChildRecord>> ChildRecords::missing(const ImportedRecord &imported, EntityRef owner) const
{
    std::vector<ChildRecord> result;
    HEADWAY_CHECK(addPoints(imported, owner, result));
    HEADWAY_CHECK(addAddresses(imported, owner, result));
    HEADWAY_CHECK(addProduct(imported, owner, result));
    HEADWAY_CHECK(addLinks(imported, owner, result));
    HEADWAY_CHECK(addFurther(imported, owner, result));
    return result;
}

Result<> checkNew(const std::vector<ChildRecord> &children)
{
    for (const ChildRecord &child : children) {
        if (child.change.kind != ChangeKind::Create)
            continue;
        const EntityKind kind = child.change.ref.kind;
        HEADWAY_CHECK(validate(kind, rowAfter(entityInfo(kind).defaults, child.change.fields)));
    }
    return {};
}

} // namespace headway::transfer
