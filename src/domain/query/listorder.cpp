// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/listorder.h"

#include "domain/records/record.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

bool isAbout(const SortKey &key, Subject subject, int field)
{
    return key.subject == subject && (subject != Subject::Field || key.field == field);
}

bool areAlike(const SortKey &a, const SortKey &b)
{
    return isAbout(a, b.subject, b.field) && a.custom == b.custom;
}

// Next steps are sorted by their day, not by what makes their groups.
bool isAlikeWithin(const Grouping &by, EntityKind kind)
{
    return !isByTime(by)
        && (by.subject != Subject::Field || entityInfo(kind).field(by.field).name != "next_step"_L1);
}

// A condition with one value may leave several: a name is that of more than one record, a text is looked for.
bool leavesOneValue(EntityKind kind, const Condition &condition)
{
    if (condition.sense != Sense::Plain || condition.subject != Subject::Field)
        return false;
    if (condition.comparison == Comparison::IsEmpty)
        return true;
    if (condition.comparison != Comparison::Equals || condition.values.size() != 1)
        return false;
    const FieldInfo &field = entityInfo(kind).field(condition.field);
    switch (field.type) {
    case FieldType::Choice:
    case FieldType::YesNo:
    case FieldType::Currency:
    case FieldType::Percent:
    case FieldType::Integer:
    case FieldType::Duration:
    case FieldType::Day: return true;
    case FieldType::Reference: return field.target == EntityKind::User && condition.values.front() == "me"_L1;
    default: return false;
    }
}

bool isSameInAll(const SortKey &key, const Query &query)
{
    const int status = entityInfo(query.kind).indexOf(u"status");
    return std::any_of(query.filter.conditions.begin(), query.filter.conditions.end(),
                       [&](const Condition &condition) {
                           return leavesOneValue(query.kind, condition)
                               && (isAbout(key, Subject::Field, condition.field)
                                   || (key.subject == Subject::Closed && condition.field == status));
                       });
}

// How many keys at the beginning of `order` are the parts of a person's name, as the list is sorted.
size_t partsOfName(const EntityInfo &info, const std::vector<SortKey> &order)
{
    if (!info.has(KindTrait::Person))
        return 0;
    size_t count = 0;
    for (const QStringView part : {u"last_name", u"first_name", u"middle_name"}) {
        const int field = info.indexOf(part);
        if (field < 0 || count == order.size() || !isAbout(order[count], Subject::Field, field)
            || order[count].order != order.front().order)
            break;
        ++count;
    }
    return count;
}

// Records that are alike in all keys go in the direction of the last one that was asked for, also if it is left out.
void keepTies(std::vector<SortKey> &order, SortOrder direction)
{
    if (order.empty() || (order.back().order != direction && !isUnique(order.back())))
        order.push_back({Subject::Id, -1, direction});
}

} // namespace

bool isUnique(const SortKey &key)
{
    return key.subject == Subject::Id || key.subject == Subject::ExternalId;
}

std::vector<SortKey> essentialOrder(const Query &query)
{
    std::vector<SortKey> asked = query.order.empty() ? defaultOrder(query.kind) : query.order;
    const SortOrder direction = asked.back().order;
    std::erase_if(asked, [&](const SortKey &key) { return isSameInAll(key, query); });
    const EntityInfo &info = entityInfo(query.kind);
    if (const size_t parts = partsOfName(info, asked); parts > 0) {
        asked.front().field = info.indexOf(u"name");
        asked.erase(asked.begin() + 1, asked.begin() + std::ptrdiff_t(parts));
    }
    std::vector<SortKey> order;
    for (const SortKey &key : asked) {
        if (std::none_of(order.begin(), order.end(),
                         [&key](const SortKey &each) { return areAlike(each, key); }))
            order.push_back(key);
        if (isUnique(key))
            break;
    }
    keepTies(order, direction);
    return order;
}

Query withinGroups(Query query, const Grouping &by)
{
    query.order = essentialOrder(query);
    const SortOrder direction = query.order.back().order;
    if (isAlikeWithin(by, query.kind))
        std::erase_if(query.order, [&by](const SortKey &key) { return isAbout(key, by.subject, by.field); });
    keepTies(query.order, direction);
    return query;
}

} // namespace headway
