// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a book is consistent: the file, the schema, every rule, every link, derived fields, the search
// text, the stages' history and the change log. Reads only, on any connection and its thread; called by the
// window, `headwayctl check`, backup and tests. Fails only as the connection fails or when cancelled: the
// flaws of the book are in the report.
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

// The kinds of flaws; a repair depends on them.
enum class FlawKind {
    Damaged,     // the engine cannot read what it wrote
    Schema,      // a table, column or index is missing, unknown or altered
    BrokenRule,  // a field has a value that validate() refuses
    Dangling,    // a link to a record that does not exist
    RemovedLink, // only a note: a link to a record that was removed
    Derived,     // a derived field differs from its computed value
    SearchText,  // the search text differs from the records
    Stage,       // a deal's status or pipeline differs from its stage's
    StageVisit,  // gaps, overlaps or two open visits
    Log,         // the change log does not lead to the present values
    DamagedLog,  // an entry of it cannot be read
    StepCount,   // a step's number of changes is wrong
    Reverted,    // marks of undone steps do not match the steps that undo them
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
    // Whether there is nothing to repair; notes do not count.
    bool isSound() const;
    // The flaws as sentences, with "… and 380 more" after each kind that was cut.
    std::vector<Sentence> sentences() const;
};

// `progress` gets the parts done of all.
Result<CheckReport> checkBook(sql::Connection &connection, CheckDepth depth, const Progress &progress);

} // namespace headway::store
