// SPDX-License-Identifier: GPL-3.0-or-later
// A deal or a lead as a card of a board: everything computed once, when the record is read, so that painting only
// paints. A value, made by the board's model; any thread; nothing fails.
#pragma once

#include "app/board/cardid.h"
#include "app/text/display.h"
#include "domain/records/lane.h"
#include "domain/records/loadedrecord.h"
#include "domain/rules/deals.h"

#include <QMetaType>

#include <variant>

namespace headway::app {

enum class TimeMark { None, Ahead, Past };
enum class RotMark { None, Soon, Rotten };

struct Card {
    std::variant<std::monostate, Deal, Lead> record = {};
    CardId id = {}; // none while it is being read
    qint64 lane = 0;
    Instant enteredAt = {}; // its column; none: not known
    QString title = {};
    QString customer = {}; // a deal's company, or who is asked there; a lead's organisation
    QString amount = {};   // without cents from 1,000 on; empty: not known, which is not zero
    QString word = {};     // how hot a lead is; stands with the amount, or instead of it
    QString time =
        {}; // "12 Mar", "Mar 2027": when a deal is expected to close, or was closed; "4 d": how long a
            // lead has been here
    QString owner = {};
    QString initials = {};
    QString idle = {};    // "23 d", next to the mark of rotting
    QString spoken = {};  // "Renewal, Acme, €12,500"
    QString toolTip = {}; // rich text: all details, with reasons
    TimeMark timeMark = TimeMark::None;
    DueState next = DueState::None;
    RotMark rot = RotMark::None;
    bool isOpen = false; // something is expected to be done about it

    // Null if it is of the other kind, or being read.
    const Deal *deal() const { return std::get_if<Deal>(&record); }
    const Lead *lead() const { return std::get_if<Lead>(&record); }
    UserId ownerId() const;
    // The amount in minor units with its currency; none if it is not known.
    std::optional<std::pair<qint64, QString>> exactAmount() const;

    // Only a name is known, and who owns it: two lines suffice.
    bool isBrief() const
    {
        return customer.isEmpty() && amount.isEmpty() && word.isEmpty() && time.isEmpty()
            && rot == RotMark::None;
    }
    bool operator==(const Card &) const = default;
};

// `lane` is the one that it is in.
Card cardOf(const LoadedRecord &row, const Lane &lane, const Display &display, Instant now);

// The field that says in which column of a board a deal or a lead is: "stage_id", "status_id".
QStringView laneField(EntityKind cards);

} // namespace headway::app

Q_DECLARE_METATYPE(headway::app::Card)
