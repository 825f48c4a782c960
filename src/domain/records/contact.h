// SPDX-License-Identifier: GPL-3.0-or-later
// A person; the contact points of contacts, companies and leads; and a person's roles at companies.
#pragma once

#include "domain/fields/field.h"

namespace headway {

struct Contact {
    ContactId id = {};
    qint64 version = 0;
    QString salutation = {};
    QString firstName = {};
    QString middleName = {};
    QString lastName = {};
    QString suffix = {};
    QString name = {};    // as it is spoken: "Ana María Núñez"
    QString nameKey = {}; // folded, family name first
    QString jobTitle = {};
    QString department = {};
    CompanyId company = {}; // the main one at present; further ones are affiliations
    QString email = {};     // the primary one of the contact points
    QString phone = {};
    QString city = {};
    QString country = {};
    UserId owner = {};
    ContactId reportsTo = {};
    QDate birthday = {};
    QString language = {};
    QString timeZone = {};
    bool doNotCall = false;
    bool optedOut = false; // of e-mail
    SourceId source = {};
    QString description = {};
    Instant lastActivity = {};
    Instant nextActivity = {};
    QDate lastDay = {};    // of the last activity, if that took the whole day; see wholeday.h
    QDate nextDay = {};    // likewise
    QString cardRest = {}; // of its vCard, what no field has; see exchange/vcard/cardwriter.h
    QString custom = {};

    bool operator==(const Contact &) const = default;
};

enum class ContactPointType { Email, Phone, Website };
template <>
struct Choices<ContactPointType> {
    static constexpr std::array list{Choice{"email", Label::tr("E-mail")},
                                     Choice{"phone", Label::tr("Phone")},
                                     Choice{"website", Label::tr("Website")}};
};
enum class ContactPointPlace { Work, Home, Mobile, Fax, Other };
template <>
struct Choices<ContactPointPlace> {
    static constexpr std::array list{Choice{"work", Label::tr("Work")}, Choice{"home", Label::tr("Home")},
                                     Choice{"mobile", Label::tr("Mobile")}, Choice{"fax", Label::tr("Fax")},
                                     Choice{"other", Label::tr("Other")}};
};

// An e-mail address, phone number or web page of a contact, company or lead.
struct ContactPoint {
    Id<EntityKind::ContactPoint> id = {};
    qint64 version = 0;
    EntityKind recordKind = EntityKind::Contact;
    qint64 recordId = 0;
    ContactPointType by = ContactPointType::Email;
    ContactPointPlace place = ContactPointPlace::Work;
    QString value = {};
    QString valueKey = {}; // folded e-mail, or phoneKey() of a number
    bool primary = false;
    bool invalid = false;

    bool operator==(const ContactPoint &) const = default;
};

struct Address {
    Id<EntityKind::Address> id = {};
    qint64 version = 0;
    EntityKind recordKind = EntityKind::Contact;
    qint64 recordId = 0;
    ContactPointPlace place = ContactPointPlace::Work;
    QString street = {};
    QString postalCode = {};
    QString city = {};
    QString region = {};
    QString country = {};

    bool operator==(const Address &) const = default;
};

// A person's role at a company, now or formerly.
struct Affiliation {
    Id<EntityKind::Affiliation> id = {};
    qint64 version = 0;
    ContactId contact = {};
    CompanyId company = {};
    QString role = {};
    QDate from = {};
    QDate until = {};
    bool left = false;

    bool operator==(const Affiliation &) const = default;
};

template <>
struct Table<Contact> {
    static constexpr EntityKind kind = EntityKind::Contact;
    static std::span<const Field<Contact>> fields();
};
template <>
struct Table<ContactPoint> {
    static constexpr EntityKind kind = EntityKind::ContactPoint;
    static std::span<const Field<ContactPoint>> fields();
};
template <>
struct Table<Address> {
    static constexpr EntityKind kind = EntityKind::Address;
    static std::span<const Field<Address>> fields();
};
template <>
struct Table<Affiliation> {
    static constexpr EntityKind kind = EntityKind::Affiliation;
    static std::span<const Field<Affiliation>> fields();
};

} // namespace headway
