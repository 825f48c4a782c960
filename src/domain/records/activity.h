// SPDX-License-Identifier: GPL-3.0-or-later
// What sales people do and plan: calls, meetings, visits, tasks, notes; all in one timeline.
#pragma once

#include "domain/fields/field.h"

namespace headway {

enum class ActivityKind { Call, Meeting, Visit, TradeShow, Retail, Email, Letter, Message, Task, Note };
template <>
struct Choices<ActivityKind> {
    static constexpr std::array list{
        Choice{"call", Label::tr("Call")},          Choice{"meeting", Label::tr("Meeting")},
        Choice{"visit", Label::tr("Visit")},        Choice{"trade_show", Label::tr("Trade-show talk")},
        Choice{"retail", Label::tr("Retail talk")}, Choice{"email", Label::tr("E-mail")},
        Choice{"letter", Label::tr("Letter")},      Choice{"message", Label::tr("Message")},
        Choice{"task", Label::tr("Task")},          Choice{"note", Label::tr("Note")}};
};

enum class ActivityState { Planned, Done, Cancelled, NoShow };
template <>
struct Choices<ActivityState> {
    static constexpr std::array list{
        Choice{"planned", Label::tr("Planned")}, Choice{"done", Label::tr("Done")},
        Choice{"cancelled", Label::tr("Cancelled")}, Choice{"no_show", Label::tr("No show")}};
};

enum class Direction { Unstated, Outgoing, Incoming };
template <>
struct Choices<Direction> {
    static constexpr std::array list{Choice{"", ""}, Choice{"outgoing", Label::tr("Outgoing")},
                                     Choice{"incoming", Label::tr("Incoming")}};
};

struct Activity {
    ActivityId id = {};
    qint64 version = 0;
    ActivityKind kind = ActivityKind::Note;
    ActivityState state = ActivityState::Done;
    QString subject = {};
    QString note = {};
    Direction direction = Direction::Unstated;
    OutcomeId outcome = {};
    Instant at = {};                     // when it happened, or is due
    bool allDay = false;                 // due on the day of `at` in `timeZone`, at no particular time
    QString timeZone = {};               // IANA name, if the time was meant on a particular wall clock
    QDate day = {};                      // of one that takes all day, see wholeday.h
    std::optional<qint64> duration = {}; // seconds
    QString location = {};
    qint64 priority = 0; // 0 none, 1 low, 2 medium, 3 high
    UserId owner = {};
    Instant doneAt = {};
    ActivityId followUpOf = {};
    bool confidential = false;
    QString custom = {};

    bool operator==(const Activity &) const = default;
};

// Links an activity to a record; it may have any number of links.
struct ActivityLink {
    Id<EntityKind::ActivityLink> id = {};
    qint64 version = 0;
    ActivityId activity = {};
    EntityKind recordKind = EntityKind::Deal;
    qint64 recordId = 0;
    Instant at = {};  // the activity's, so that a timeline needs one index
    qint64 phase = 0; // likewise: 0 done, 1 planned, 2 cancelled, missed or deleted

    bool operator==(const ActivityLink &) const = default;
};

enum class Acceptance { Unanswered, Accepted, Declined, Tentative };
template <>
struct Choices<Acceptance> {
    static constexpr std::array list{
        Choice{"", Label::tr("Not answered")}, Choice{"accepted", Label::tr("Accepted")},
        Choice{"declined", Label::tr("Declined")}, Choice{"tentative", Label::tr("Tentative")}};
};

// Somebody who took part, or is invited: a contact or a user.
struct Participant {
    Id<EntityKind::Participant> id = {};
    qint64 version = 0;
    ActivityId activity = {};
    EntityKind recordKind = EntityKind::Contact;
    qint64 recordId = 0;
    Acceptance acceptance = Acceptance::Unanswered;

    bool operator==(const Participant &) const = default;
};

// How a call or meeting ended; the list is edited by the book's administrator.
struct Outcome {
    OutcomeId id = {};
    qint64 version = 0;
    QString name = {};
    QString nameKey = {};
    QString activityKinds = {};              // codes, space-separated; empty: any
    bool reached = false;                    // a person was reached
    bool attempt = true;                     // counts as an attempt to contact
    std::optional<qint64> followUpDays = {}; // suggested
    LeadStatusId leadStatus = {};            // into which it moves a lead that is not there yet
    qint64 position = 0;                     // its digit in the form for logging
    bool active = true;

    bool operator==(const Outcome &) const = default;
};

template <>
struct Table<Activity> {
    static constexpr EntityKind kind = EntityKind::Activity;
    static std::span<const Field<Activity>> fields();
};
template <>
struct Table<ActivityLink> {
    static constexpr EntityKind kind = EntityKind::ActivityLink;
    static std::span<const Field<ActivityLink>> fields();
};
template <>
struct Table<Participant> {
    static constexpr EntityKind kind = EntityKind::Participant;
    static std::span<const Field<Participant>> fields();
};
template <>
struct Table<Outcome> {
    static constexpr EntityKind kind = EntityKind::Outcome;
    static std::span<const Field<Outcome>> fields();
};

} // namespace headway
