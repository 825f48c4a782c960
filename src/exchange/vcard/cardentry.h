// SPDX-License-Identifier: GPL-3.0-or-later
// What a card says of a person or a company, in the fields of this program, and the card of such an entry: which
// property is which field, how numbers and addresses are labelled, and what of a card is kept though no field has it.
// Pure; any thread; nothing fails.
#pragma once

#include "domain/records/contact.h"
#include "exchange/vcard/card.h"

namespace headway::exchange {

struct CardReach {
    ContactPointType by = ContactPointType::Phone;
    QString value = {};
    ContactPointPlace place = ContactPointPlace::Work;
    QString label = {}; // what people called it; empty: only the place is known
    bool isPreferred = false;

    bool operator==(const CardReach &) const = default;
};

struct CardAddress {
    ContactPointPlace place = ContactPointPlace::Work;
    QString street = {};
    QString postalCode = {};
    QString city = {};
    QString region = {};
    QString country = {};

    bool operator==(const CardAddress &) const = default;
};

struct CardEntry {
    enum class Kind {
        Person,
        Company,
        Other, // a group of people, a place, a device
    } kind = Kind::Person;
    QString uid = {};
    QString name = {}; // as it is shown
    QString salutation = {};
    QString firstName = {};
    QString middleName = {};
    QString lastName = {};
    QString suffix = {};
    QString company = {}; // where somebody works
    QString department = {};
    QString jobTitle = {};
    QDate birthday = {}; // of `unknownYear` if the year is not known
    QString language = {};
    QString timeZone = {};
    bool doNotCall = false;
    bool optedOut = false;
    QString description = {};
    std::vector<CardReach> points = {};
    std::vector<CardAddress> addresses = {}; // each of another place
    QStringList tags = {};
    QString rest = {}; // what no field has; see keptText()

    bool operator==(const CardEntry &) const = default;
};

[[nodiscard]] CardEntry entryOf(const Card &card);
// In 3.0 or 4.0. What is kept of the card that the entry came with is in it again.
[[nodiscard]] Card cardOf(const CardEntry &entry, CardVersion version);

} // namespace headway::exchange
