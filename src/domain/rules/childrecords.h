// SPDX-License-Identifier: GPL-3.0-or-later
// Child records: the contact points, addresses and tags of a record, the roles of people in it. Rules over
// one such row and the others of the same owner, for code that adds or changes one. Pure; any thread. Fail
// with Invalid and a sentence if the owner has the same one already.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lists.h"
#include "domain/result.h"
#include "domain/text/phonenumber.h"

#include <QStringList>

#include <vector>

namespace headway {

// Contact points, addresses, tag links, affiliations, roles in deals.
bool isChildRecord(EntityKind kind);

// Whether two contact points are the same: the same number (domain/text/phonenumber.h), whichever way it is written,
// the same folded text of others.
bool isSamePoint(const ContactPoint &a, const ContactPoint &b, Extensions extensions);

// The type that a typed contact point seems to have: text with an @ is an e-mail, digits are a phone
// number, with an extension, too. Nothing while it may become either.
std::optional<ContactPointType> contactPointTypeOf(QStringView value);

// Several e-mail addresses or phone numbers typed into one field, with commas or semicolons between them. One if
// any of them would be none by itself: "030 1234, ask for Bob".
QStringList contactPointsIn(ContactPointType by, const QString &text);

// The type of field that such a value is typed into.
FieldType typeOf(ContactPointType by);
// Invalid if what is typed is no address of its type, and not marked as such. `before`: as it was, if it was there.
Result<> checkContactPoint(const std::optional<ContactPoint> &before, const ContactPoint &point);
// With another value: an earlier mark, that it was no address, is gone.
ContactPoint retyped(const ContactPoint &before, ContactPoint after);

// `others` never includes the row itself.
Result<> checkAmong(const ContactPoint &point, const std::vector<ContactPoint> &others);
Result<> checkAmong(const Address &address, const std::vector<Address> &others);
Result<> checkAmong(const TagLink &link, const std::vector<TagLink> &others);
Result<> checkAmong(const Affiliation &role, const std::vector<Affiliation> &others);
Result<> checkAmong(const DealContact &role, const std::vector<DealContact> &others);

// Makes the point primary if `others` has none of its type.
ContactPoint withPrimary(ContactPoint point, const std::vector<ContactPoint> &others);
// If `point` is primary: the changes that make the others of its type secondary.
std::vector<Change> madeSecondary(const ContactPoint &point, const std::vector<ContactPoint> &others);

} // namespace headway
