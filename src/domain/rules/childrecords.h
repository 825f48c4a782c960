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

#include <QStringList>

#include <vector>

namespace headway {

// Contact points, addresses, tag links, affiliations, roles in deals.
bool isChildRecord(EntityKind kind);

// Two contact points with the same key are the same: the digits of a phone number, the folded text of
// others.
QString contactPointKey(const ContactPoint &point);

// The type that a typed contact point seems to have: text with an @ is an e-mail, digits are a phone
// number. Nothing while it may become either.
std::optional<ContactPointType> contactPointTypeOf(QStringView value);

// Several e-mail addresses or phone numbers typed into one field, with commas or semicolons between them. One if
// any of them would be none by itself: "030 1234, ask for Bob".
QStringList contactPointsIn(ContactPointType by, const QString &text);

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
