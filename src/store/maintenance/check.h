// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a book is what it should be: the file, the schema, every rule, every link, what is derived,
// the search text, the stages' history and the change log. Reads only, on any connection and its thread;
// the window, `headwayctl check`, backup and tests call it. Fails only as the connection fails or when
// cancelled: what is wrong with the book is in the report.
#pragma once

#include "domain/fields/entity.h"
#include "domain/progress.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <QString>

#include <array>
#include <vector>

namespace headway::store {

enum class CheckDepth {
    Quick,    // the engine's quick check and the schema: seconds, for a copy just made
    Thorough, // everything; about a minute for a million contacts
};

// What can be wrong; a repair goes by it.
enum class FlawKind {
    Damaged,     // the engine cannot read what it wrote
    Schema,      // a table, column or index is missing, strange or altered
    BrokenRule,  // a field holds what validate() refuses
    Dangling,    // a link to a record that is not there
    RemovedLink, // a note: a link to a record that was removed
    Derived,     // a derived field differs from what it follows from
    SearchText,  // the search finds what is not there, or not what is
    Stage,       // a deal's status or pipeline differs from its stage's
    StageVisit,  // gaps, overlaps or two open visits
    Log,         // the change log does not lead to the present state
    DamagedLog,  // an entry of it cannot be read
    StepCount,   // a step counts other changes than it made
    Reverted,    // steps and those that take them back do not agree
};
inline constexpr int flawKindCount = 13;

struct Flaw {
    FlawKind kind = FlawKind::Damaged;
    EntityRef record = {}; // id 0: the book as a whole
    Sentence text = {};    // names the record
};

struct CheckReport {
    std::vector<Flaw> flaws = {};                  // the first of each kind
    std::array<qint64, flawKindCount> counts = {}; // all of each kind

    qint64 count(FlawKind kind) const { return counts[size_t(kind)]; }
    // Whether there is nothing to mend; notes do not count.
    bool isSound() const;
    // The flaws as sentences, with "… and 380 more" after each kind that was cut.
    std::vector<Sentence> sentences() const;
};

// `progress` hears parts done of all.
Result<CheckReport> checkBook(sql::Connection &connection, CheckDepth depth, const Progress &progress);

} // namespace headway::store
