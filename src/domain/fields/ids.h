// SPDX-License-Identifier: GPL-3.0-or-later
// Strong ids: a ContactId cannot go where a DealId belongs. 0 means "none"; a negative id stands for
// a record that an Edit is about to create (see change.h).
#pragma once

#include "domain/fields/entity.h"

#include <QtGlobal>

#include <compare>

namespace headway {

template <EntityKind K>
struct Id {
    static constexpr EntityKind kind = K;
    qint64 value = 0;

    explicit operator bool() const { return value != 0; }
    auto operator<=>(const Id &) const = default;
};

using UserId = Id<EntityKind::User>;
using TeamId = Id<EntityKind::Team>;
using CompanyId = Id<EntityKind::Company>;
using ContactId = Id<EntityKind::Contact>;
using LeadId = Id<EntityKind::Lead>;
using PipelineId = Id<EntityKind::Pipeline>;
using StageId = Id<EntityKind::Stage>;
using DealId = Id<EntityKind::Deal>;
using ProductId = Id<EntityKind::Product>;
using ActivityId = Id<EntityKind::Activity>;
using TagId = Id<EntityKind::Tag>;
using SourceId = Id<EntityKind::Source>;
using OutcomeId = Id<EntityKind::Outcome>;
using LostReasonId = Id<EntityKind::LostReason>;
using LeadStatusId = Id<EntityKind::LeadStatus>;

// A moment in time: milliseconds since 1970-01-01 UTC. 0 means "none".
struct Instant {
    qint64 ms = 0;

    explicit operator bool() const { return ms != 0; }
    auto operator<=>(const Instant &) const = default;
};

} // namespace headway
