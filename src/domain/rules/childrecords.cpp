// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/childrecords.h"

#include "domain/records/record.h"
#include "domain/text/addresstext.h"
#include "domain/text/phonetext.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

template <class E, class Same>
bool hasSame(const std::vector<E> &others, Same same)
{
    return std::any_of(others.begin(), others.end(), same);
}

} // namespace

bool isChildRecord(EntityKind kind)
{
    return entityInfo(kind).has(KindTrait::IsAddedAlone);
}

bool isSamePoint(const ContactPoint &a, const ContactPoint &b, Extensions extensions)
{
    if (a.by != b.by)
        return false;
    return a.by == ContactPointType::Phone ? isSamePhone(a.value, b.value, extensions)
                                           : fold(a.value) == fold(b.value);
}

std::optional<ContactPointType> contactPointTypeOf(QStringView value)
{
    const QString typed = value.trimmed().toString();
    if (typed.contains(u'@'))
        return ContactPointType::Email;
    const bool hasLetter = std::any_of(typed.begin(), typed.end(), [](QChar c) { return c.isLetter(); });
    if ((!hasLetter || isWrittenAsPhone(typed)) && phoneDigits(typed).size() >= 3)
        return ContactPointType::Phone;
    if (typed.startsWith("www."_L1) || typed.contains("://"_L1))
        return ContactPointType::Website;
    return std::nullopt;
}

QStringList contactPointsIn(ContactPointType by, const QString &text)
{
    QString separated = text;
    QStringList points;
    for (const QString &part : separated.replace(u';', u',').split(u',')) {
        const QString point = part.trimmed();
        if (!points.contains(point) && !point.isEmpty())
            points += point;
    }
    const bool areAll = std::all_of(points.begin(), points.end(),
                                    [by](const QString &point) { return contactPointTypeOf(point) == by; });
    return points.size() > 1 && areAll ? points : QStringList{text.trimmed()};
}

FieldType typeOf(ContactPointType by)
{
    switch (by) {
    case ContactPointType::Phone: return FieldType::Phone;
    case ContactPointType::Website: return FieldType::Url;
    case ContactPointType::Email: break;
    }
    return FieldType::Email;
}

Result<> checkContactPoint(const std::optional<ContactPoint> &before, const ContactPoint &point)
{
    const bool isSame = before && before->value == point.value && before->by == point.by;
    if (isSame || point.invalid)
        return {};
    const Sentence problem = addressProblem(typeOf(point.by), point.value);
    return problem.isEmpty() ? Result<>() : failure(ErrorCode::Invalid, problem);
}

ContactPoint retyped(const ContactPoint &before, ContactPoint after)
{
    if (before.value != after.value && before.invalid)
        after.invalid = false;
    return after;
}

Result<> checkAmong(const ContactPoint &point, const std::vector<ContactPoint> &others)
{
    if (hasSame(others,
                [&](const ContactPoint &other) { return isSamePoint(other, point, Extensions::Alike); }))
        return failure(ErrorCode::Invalid, Sentence::tr("%1 is here already.").arg(Quoted{point.value}));
    return {};
}

Result<> checkAmong(const Address &address, const std::vector<Address> &others)
{
    const QString all = address.street + address.postalCode + address.city + address.region + address.country;
    if (all.trimmed().isEmpty())
        return failure(ErrorCode::Invalid,
                       Sentence::tr("An address needs at least a street, a city or a country."));
    if (hasSame(others, [&](const Address &other) {
            return other.street == address.street && other.postalCode == address.postalCode
                && other.city == address.city && other.region == address.region
                && other.country == address.country;
        }))
        return failure(ErrorCode::Invalid, Sentence::tr("This address is here already."));
    return {};
}

Result<> checkAmong(const TagLink &link, const std::vector<TagLink> &others)
{
    if (hasSame(others, [&](const TagLink &other) { return other.tag == link.tag; }))
        return failure(ErrorCode::Invalid, Sentence::tr("This tag is there already."));
    return {};
}

Result<> checkAmong(const Affiliation &role, const std::vector<Affiliation> &others)
{
    if (hasSame(others, [&](const Affiliation &other) {
            return other.contact == role.contact && other.company == role.company
                && fold(other.role) == fold(role.role) && other.from == role.from;
        }))
        return failure(ErrorCode::Invalid, Sentence::tr("This role is here already."));
    return {};
}

Result<> checkAmong(const DealContact &role, const std::vector<DealContact> &others)
{
    if (hasSame(others, [&](const DealContact &other) {
            return other.deal == role.deal && other.contact == role.contact && other.role == role.role;
        }))
        return failure(ErrorCode::Invalid, Sentence::tr("This contact has this role in the deal already."));
    return {};
}

ContactPoint withPrimary(ContactPoint point, const std::vector<ContactPoint> &others)
{
    if (!hasSame(others, [&](const ContactPoint &other) { return other.by == point.by; }))
        point.primary = true;
    return point;
}

std::vector<Change> madeSecondary(const ContactPoint &point, const std::vector<ContactPoint> &others)
{
    std::vector<Change> changes;
    for (const ContactPoint &other : others) {
        if (!point.primary || other.by != point.by || !other.primary)
            continue;
        ContactPoint secondary = other;
        secondary.primary = false;
        changes.push_back(update(other, secondary));
    }
    return changes;
}

} // namespace headway
