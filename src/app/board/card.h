// SPDX-License-Identifier: GPL-3.0-or-later
// A deal as a card of the board: everything computed once, when the deal is read, so that painting only
// paints. A value, made by the board's model; any thread; nothing fails.
#pragma once

#include "app/text/display.h"
#include "domain/records/loadedrecord.h"
#include "domain/rules/deals.h"

#include <QMetaType>

namespace headway::app {

enum class CloseMark { None, Ahead, Past };
enum class RotMark { None, Soon, Rotten };

struct Card {
    Deal deal = {};
    QString company = {};
    QString amount = {}; // without cents from 1,000 on; empty: not known, which is not zero
    QString close = {};  // "12 Mar", "Mar 2027": expected, or for a closed deal when it was closed
    QString owner = {};
    QString initials = {};
    QString idle = {};    // "23 d", next to the mark of rotting
    QString spoken = {};  // "Renewal, Acme, €12,500"
    QString toolTip = {}; // rich text: all details, with reasons
    CloseMark closeMark = CloseMark::None;
    DueState next = DueState::None;
    RotMark rot = RotMark::None;

    bool isOpen() const { return deal.status == StageType::Open || deal.status == StageType::OnHold; }
    // Only a name is known, and who owns it: two lines suffice.
    bool isBrief() const
    {
        return company.isEmpty() && amount.isEmpty() && close.isEmpty() && rot == RotMark::None;
    }
    bool operator==(const Card &) const = default;
};

Card cardOf(const LoadedRecord &row, const Stage &stage, const Display &display, Instant now);

} // namespace headway::app

Q_DECLARE_METATYPE(headway::app::Card)
