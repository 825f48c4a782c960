// SPDX-License-Identifier: GPL-3.0-or-later
// A column of a board: a stage of a pipeline, with its deals; or a status of leads, with the leads that have it. A
// value; any thread; nothing fails.
#pragma once

#include "domain/records/lead.h"
#include "domain/records/pipeline.h"

#include <variant>

namespace headway {

class Lane
{
public:
    Lane() = default;
    Lane(Stage stage) : m_of(std::move(stage)) {}
    Lane(LeadStatus status) : m_of(std::move(status)) {}

    // Null where the lane is of the other kind.
    const Stage *stage() const { return std::get_if<Stage>(&m_of); }
    const LeadStatus *status() const { return std::get_if<LeadStatus>(&m_of); }

    qint64 id() const; // of the stage or status
    const QString &name() const;
    const QString &colour() const; // #rrggbb; empty: by its place
    // Nobody works on what is here any more: won and lost, disqualified and converted.
    bool isClosed() const;
    // Whether it stands at the side until somebody wants to see its cards: what is closed, and what sleeps.
    bool isAside() const;

    // Whether cards are put here: not where a status is out of use.
    bool takesCards() const;

    bool operator==(const Lane &) const = default;

private:
    std::variant<Stage, LeadStatus> m_of;
};

} // namespace headway
