// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importchildren.h"

#include "domain/changes/derive.h"
#include "domain/changes/validate.h"
#include "domain/records/activity.h"
#include "domain/records/lists.h"
#include "domain/records/record.h"
#include "domain/rules/childrecords.h"
#include "store/rows/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

template <class E>
Result<std::vector<E>> belongingsOf(sql::Connection &connection, EntityRef owner)
{
    HEADWAY_TRY(records, store::belongings(connection, Table<E>::kind, owner));
    std::vector<E> entities;
    for (const Record &record : records)
        entities.push_back(as<E>(record));
    return entities;
}

} // namespace

Belongings::Belongings(const ImportContext &context, sql::Connection &connection)
    : m_context(context), m_connection(connection)
{
}

Belonging Belongings::newPoint(const ContactPoint &point) const
{
    return {headway::create(point), -1, {}};
}

Belonging Belongings::newTag(const NamedRecord &tag) const
{
    return {headway::create(
                TagLink{.tag = {tag.id ? tag.id : -2}, .recordKind = m_context.kind(), .recordId = -1}),
            entityInfo(EntityKind::TagLink).indexOf(u"tag_id"), tag};
}

Belonging Belongings::newLink(const NamedRecord &link) const
{
    return {headway::create(
                ActivityLink{.activity = {-1}, .recordKind = link.kind, .recordId = link.id ? link.id : -2}),
            entityInfo(EntityKind::ActivityLink).indexOf(u"record_id"), link};
}

Belonging Belongings::newProduct(const Draft &draft) const
{
    const NamedRecord &product = *draft.product;
    return {headway::create(LineItem{.deal = {-1},
                                     .product = {product.id ? product.id : -2},
                                     .quantityMilli = draft.quantityMilli}),
            entityInfo(EntityKind::LineItem).indexOf(u"product_id"), product};
}

Belonging Belongings::newExternalRef(const QString &key) const
{
    return {
        headway::create(ExternalRef{
            .system = m_context.request.system, .key = key, .recordKind = m_context.kind(), .recordId = -1}),
        -1,
        {}};
}

std::vector<Belonging> Belongings::ofNew(const Draft &draft) const
{
    std::vector<Belonging> result;
    for (const ContactPoint &point : draft.points)
        result.push_back(newPoint(point));
    if (draft.address)
        result.push_back({headway::create(*draft.address), -1, {}});
    for (const NamedRecord &tag : draft.tags)
        result.push_back(newTag(tag));
    if (draft.product)
        result.push_back(newProduct(draft));
    for (const NamedRecord &link : draft.links)
        result.push_back(newLink(link));
    if (!draft.externalId.isEmpty())
        result.push_back(newExternalRef(draft.externalId));
    return result;
}

Result<> Belongings::addPoints(const Draft &draft, EntityRef owner, std::vector<Belonging> &result) const
{
    if (draft.points.empty())
        return {};
    HEADWAY_TRY(present, belongingsOf<ContactPoint>(m_connection, owner));
    for (ContactPoint point : draft.points) {
        const auto has = [&](auto &&same) { return std::any_of(present.begin(), present.end(), same); };
        const bool known =
            has([&](const ContactPoint &p) { return p.by == point.by && reachKey(p) == reachKey(point); });
        const bool filled =
            has([&](const ContactPoint &p) { return p.by == point.by && p.place == point.place; });
        if (known || (filled && m_context.request.existing == Existing::Fill))
            continue;
        point.primary = !has([&](const ContactPoint &p) { return p.by == point.by && p.primary; });
        present.push_back(point);
        result.push_back(newPoint(point));
    }
    return {};
}

Result<> Belongings::addAddress(const Draft &draft, EntityRef owner, std::vector<Belonging> &result) const
{
    if (!draft.address)
        return {};
    HEADWAY_TRY(present, belongingsOf<Address>(m_connection, owner));
    if (present.empty()) {
        result.push_back({headway::create(*draft.address), -1, {}});
        return {};
    }
    Address address = present.front();
    for (QString Address::*part :
         {&Address::street, &Address::postalCode, &Address::city, &Address::region, &Address::country}) {
        const bool mayChange = m_context.request.existing != Existing::Fill || (address.*part).isEmpty();
        if (mayChange && !((*draft.address).*part).isEmpty())
            address.*part = (*draft.address).*part;
    }
    if (address != present.front())
        result.push_back({headway::update(present.front(), address), -1, {}});
    return {};
}

Result<> Belongings::addProduct(const Draft &draft, EntityRef owner, std::vector<Belonging> &result) const
{
    if (!draft.product)
        return {};
    HEADWAY_TRY(present, belongingsOf<LineItem>(m_connection, owner));
    if (present.empty()) {
        result.push_back(newProduct(draft));
        return {};
    }
    const auto lower = [](const LineItem &a, const LineItem &b) {
        return std::pair(a.position, a.id) < std::pair(b.position, b.id);
    };
    const LineItem first = *std::min_element(present.begin(), present.end(), lower);
    if (m_context.request.existing == Existing::Fill || first.product.value == draft.product->id)
        return {};
    // With the product goes its price; what it was sold for stands in the deal's amount.
    const int product = entityInfo(EntityKind::LineItem).indexOf(u"product_id");
    LineItem other = first;
    other.product.value = draft.product->id ? draft.product->id : -2;
    Belonging belonging{headway::update(first, other), -1, {}};
    if (!draft.product->id) {
        belonging.field = product;
        belonging.named = draft.product;
    }
    result.push_back(belonging);
    return {};
}

Result<> Belongings::addLinks(const Draft &draft, EntityRef owner, std::vector<Belonging> &result) const
{
    if (!draft.links.empty()) {
        HEADWAY_TRY(links, belongingsOf<ActivityLink>(m_connection, owner));
        for (const NamedRecord &link : draft.links) {
            const bool known = std::any_of(links.begin(), links.end(), [&](const ActivityLink &l) {
                return l.recordKind == link.kind && l.recordId == link.id;
            });
            if (!known)
                result.push_back(newLink(link));
        }
    }
    if (!draft.tags.empty()) {
        HEADWAY_TRY(tags, belongingsOf<TagLink>(m_connection, owner));
        for (const NamedRecord &tag : draft.tags) {
            const bool known = std::any_of(tags.begin(), tags.end(),
                                           [&](const TagLink &l) { return l.tag.value == tag.id; });
            if (!known)
                result.push_back(newTag(tag));
        }
    }
    if (!draft.externalId.isEmpty()) {
        HEADWAY_TRY(refs, belongingsOf<ExternalRef>(m_connection, owner));
        const bool known = std::any_of(refs.begin(), refs.end(), [&](const ExternalRef &r) {
            return r.system == m_context.request.system && r.key == draft.externalId;
        });
        if (!known)
            result.push_back(newExternalRef(draft.externalId));
    }
    return {};
}

Result<std::vector<Belonging>> Belongings::missing(const Draft &draft, EntityRef owner) const
{
    std::vector<Belonging> result;
    HEADWAY_CHECK(addPoints(draft, owner, result));
    HEADWAY_CHECK(addAddress(draft, owner, result));
    HEADWAY_CHECK(addProduct(draft, owner, result));
    HEADWAY_CHECK(addLinks(draft, owner, result));
    return result;
}

Result<> checkNew(const std::vector<Belonging> &belongings)
{
    for (const Belonging &belonging : belongings) {
        if (belonging.change.kind != ChangeKind::Create)
            continue;
        const EntityKind kind = belonging.change.ref.kind;
        HEADWAY_CHECK(validate(kind, rowAfter(entityInfo(kind).defaults, belonging.change.fields)));
    }
    return {};
}

} // namespace headway::transfer
