// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that every record obeys, wherever it comes from: form, list, import, command line. Nothing is
// silently corrected or cut; each problem names its field.
#pragma once

#include "domain/fields/field.h"
#include "domain/result.h"

#include <vector>

namespace headway {

struct Problem {
    int field = -1; // -1: the record as a whole
    Sentence text = {};

    bool operator==(const Problem &) const = default;
};

// All problems of `row`, in the order of its fields. Pure; any thread.
std::vector<Problem> problemsOf(EntityKind kind, const Row &row);

// The first problem as an Error of code Invalid, or nothing.
Result<> validate(EntityKind kind, const Row &row);

// What is wrong with a value that lies ahead of today in a field that is never ahead (Trait::Past); empty if nothing.
// Asked of what is typed and imported, not of what a book holds already.
Sentence problemAhead(EntityKind kind, int field, const Value &value, QDate today);

// The longest line of text a field may hold, in characters; longer ones belong in a note.
inline constexpr int longestLine = 500;
inline constexpr int longestText = 1'000'000;
// In minor units: ten trillion euros. Multiplied by a hundred percent and summed over a book it fits 64
// bits.
inline constexpr qint64 largestAmount = 1'000'000'000'000'000;

} // namespace headway
