// SPDX-License-Identifier: GPL-3.0-or-later
// A record that a search found, and those of one kind. Values.
#pragma once

#include "domain/fields/ids.h"

#include <QString>

#include <optional>
#include <vector>

namespace headway {

struct SearchHit {
    EntityRef ref = {};
    QString title = {};
    QString detail =
        {};             // the company of a contact or deal, the organisation of a lead, the town of a company
    QString who = {};   // the contact of a deal, whom an activity is about
    QString phone = {}; // the primary number
    StageId stage = {}; // of a deal
    std::optional<qint64> amount = {}; // of a deal or lead, minor units of `currency`
    QString currency = {};
    Instant at = {};      // of an activity
    QString foundBy = {}; // what has the words if nothing of the above has them: a city, a tag, an own field
};

struct SearchGroup {
    EntityKind kind = EntityKind::Deal;
    std::vector<SearchHit> hits = {}; // the best first
    qint64 more = 0;                  // found beside them
    bool isCounted = true;            // false: there are more than `more`
};

} // namespace headway
