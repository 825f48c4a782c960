// SPDX-License-Identifier: GPL-3.0-or-later
// A person or organisation not yet qualified; converting it creates a contact, a company and a deal.
#pragma once

#include "domain/records/activity.h"

namespace headway {

// What a status means to the program, whatever it is called.
enum class LeadState { Open, Working, Nurture, Qualified, Disqualified, Converted };
template <>
struct Choices<LeadState> {
    static constexpr std::array list{Choice{"open", Label::tr("Open")},
                                     Choice{"working", Label::tr("Working")},
                                     Choice{"nurture", Label::tr("Nurture")},
                                     Choice{"qualified", Label::tr("Qualified")},
                                     Choice{"disqualified", Label::tr("Disqualified")},
                                     Choice{"converted", Label::tr("Converted")}};
};
// Disqualified or converted: nobody works on it any more.
constexpr bool isClosed(LeadState state)
{
    return state == LeadState::Disqualified || state == LeadState::Converted;
}

// One of the book's own statuses of leads: a column of the lead board.
struct LeadStatus {
    LeadStatusId id = {};
    qint64 version = 0;
    QString name = {};
    QString nameKey = {};
    qint64 position = 0; // order of the columns
    LeadState type = LeadState::Working;
    QString plannedStep = {}; // planned for a lead that gets here without a next step; empty: nothing
    ActivityKind plannedKind = ActivityKind::Call;
    std::optional<qint64> plannedDays = {}; // that many days later; none: on the same day
    std::optional<qint64> rotDays = {};     // none: leads here never rot
    QString colour = {};                    // #rrggbb
    QString symbol = {};                    // one character, shown before the name
    bool active = true;

    bool operator==(const LeadStatus &) const = default;
};

// The statuses that every book begins with; their ids count from 1. The codes are those of the fixed statuses of former
// versions, and by them imports know what other systems call a status (resources/vocabulary).
struct FirstLeadStatus {
    QLatin1StringView code;
    LeadState type = LeadState::Open;
};
inline constexpr std::array firstLeadStatuses{
    FirstLeadStatus{QLatin1StringView("new"), LeadState::Open},
    FirstLeadStatus{QLatin1StringView("attempting"), LeadState::Working},
    FirstLeadStatus{QLatin1StringView("connected"), LeadState::Working},
    FirstLeadStatus{QLatin1StringView("qualified"), LeadState::Qualified},
    FirstLeadStatus{QLatin1StringView("nurture"), LeadState::Nurture},
    FirstLeadStatus{QLatin1StringView("disqualified"), LeadState::Disqualified},
    FirstLeadStatus{QLatin1StringView("converted"), LeadState::Converted}};

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
    LeadStatusId status = {};          // none: in a book without statuses
    LeadState state = LeadState::Open; // the type of its status
    Instant statusEnteredAt = {};      // none: since it was created, or since a former version
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
struct Table<LeadStatus> {
    static constexpr EntityKind kind = EntityKind::LeadStatus;
    static std::span<const Field<LeadStatus>> fields();
};
template <>
struct Table<Lead> {
    static constexpr EntityKind kind = EntityKind::Lead;
    static std::span<const Field<Lead>> fields();
};

} // namespace headway
