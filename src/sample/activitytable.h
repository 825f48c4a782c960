// SPDX-License-Identifier: GPL-3.0-or-later
// What sales people write down: calls, visits, mails, tasks by the phase of the deal. Constant tables;
// placeholders as in phrase.h; any thread.
#pragma once

#include "domain/records/activity.h"

#include <QStringView>

#include <span>

namespace headway::sample {

enum class Phase { Opening, Analysis, Offer, Closing, Renewal };
inline constexpr int phaseCount = 5;

struct Script {
    ActivityKind kind;
    QStringView subject;
    QStringView note;
};

// What happened; each note makes sense without the others.
std::span<const Script> doneScripts(Phase phase);
// What is to be done; the note may be empty.
std::span<const Script> plannedScripts(Phase phase);
// Added to a note: a detail, then what was agreed.
std::span<const QStringView> details(Phase phase);
std::span<const QStringView> agreements();

// For calls that reached no one.
std::span<const QStringView> missedCallNotes();
std::span<const Script> leadScripts();
std::span<const Script> plannedLeadScripts();

} // namespace headway::sample
