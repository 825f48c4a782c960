// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to a record: the ways to reach it, its addresses and tags, the roles of people in it.
// Rules over one such row and the others of the same owner, for whoever adds or changes one. Pure; any
// thread. Fail with Invalid and a sentence where the same stands there already.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lists.h"
#include "domain/result.h"

#include <vector>

namespace headway {

// Contact points, addresses, tag links, affiliations, roles in deals.
bool isChildRecord(EntityKind kind);

// By which two numbers or addresses are the same: digits of a phone number, folded text of the rest.
QString contactPointKey(const ContactPoint &point);

// How a number or an address reads: something with an @ is an e-mail, digits are a phone number. Nothing
// while it may become either.
std::optional<ContactPointType> contactPointTypeOf(QStringView value);

// `others` never holds the row itself.
Result<> checkAmong(const ContactPoint &point, const std::vector<ContactPoint> &others);
Result<> checkAmong(const Address &address, const std::vector<Address> &others);
Result<> checkAmong(const TagLink &link, const std::vector<TagLink> &others);
Result<> checkAmong(const Affiliation &role, const std::vector<Affiliation> &others);
Result<> checkAmong(const DealContact &role, const std::vector<DealContact> &others);

// A point that is the only one of its sort among `others` is the primary one.
ContactPoint withPrimary(ContactPoint point, const std::vector<ContactPoint> &others);
// What becomes of the others of its sort when `point` is the primary one.
std::vector<Change> madeSecondary(const ContactPoint &point, const std::vector<ContactPoint> &others);

} // namespace headway
