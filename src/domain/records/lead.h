// SPDX-License-Identifier: GPL-3.0-or-later
// A person or organisation not yet qualified; converting it creates a contact, a company and a deal.
#pragma once

#include "domain/fields/field.h"

namespace headway {

enum class LeadStatus { New, Attempting, Connected, Qualified, Nurture, Disqualified, Converted };
template <>
struct Choices<LeadStatus> {
    static constexpr std::array list{Choice{"new", Label::tr("New")},
                                     Choice{"attempting", Label::tr("Attempting")},
                                     Choice{"connected", Label::tr("Connected")},
                                     Choice{"qualified", Label::tr("Qualified")},
                                     Choice{"nurture", Label::tr("Nurture")},
                                     Choice{"disqualified", Label::tr("Disqualified")},
                                     Choice{"converted", Label::tr("Converted")}};
};

enum class Rating { Unstated, Cold, Warm, Hot };
template <>
struct Choices<Rating> {
    static constexpr std::array list{Choice{"", ""}, Choice{"cold", Label::tr("Cold")},
                                     Choice{"warm", Label::tr("Warm")}, Choice{"hot", Label::tr("Hot")}};
};

struct Lead {
    LeadId id = {};
    qint64 version = 0;
    QString salutation = {};
    QString firstName = {};
    QString lastName = {};
    QString name = {};    // the person's, else the organisation's
    QString nameKey = {}; // folded, family name first
    QString jobTitle = {};
    QString organisation = {};
    LeadStatus status = LeadStatus::New;
    Rating rating = Rating::Unstated;
    QString email = {};
    QString phone = {};
    QString city = {};
    QString country = {};
    QString website = {};
    QString sector = {};
    std::optional<qint64> employees = {};
    std::optional<qint64> estimatedValue = {};
    QString currency = {};
    UserId owner = {};
    SourceId source = {};
    QString sourceDetail = {};
    LostReasonId disqualifyReason = {};
    QDate recycleOn = {};
    QString nextStep = {};  // as a deal's
    QString notedStep = {}; // likewise
    QDate notedStepOn = {};
    bool doNotCall = false;
    bool optedOut = false;
    QString description = {};
    Instant convertedAt = {};
    ContactId convertedContact = {};
    CompanyId convertedCompany = {};
    Id<EntityKind::Deal> convertedDeal = {};
    Instant lastActivity = {};
    Instant nextActivity = {};
    QDate lastDay = {}; // of the last activity, if that took the whole day; see wholeday.h
    QDate nextDay = {}; // likewise
    QString custom = {};

    bool operator==(const Lead &) const = default;
};

template <>
struct Table<Lead> {
    static constexpr EntityKind kind = EntityKind::Lead;
    static std::span<const Field<Lead>> fields();
};

} // namespace headway
