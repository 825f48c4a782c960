// SPDX-License-Identifier: GPL-3.0-or-later
// What must be asked before deals enter a stage. A value; any thread; nothing fails. The store refuses the
// move if the answer is incomplete.
#pragma once

#include "app/edits/recordedits.h"
#include "domain/records/lookups.h"

#include <optional>

namespace headway::app {

struct StageQuestion {
    Stage stage = {};
    std::vector<int> missing = {}; // fields that it requires and some of the deals lack
    Row deal = {};                 // one of the deals; input is read in its context
    bool offersRenewal = false;    // for a won stage
    DealId alone = {};             // the deal, if there is only one; its draft keeps the input

    bool isClosing() const { return isClosed(stage.type); }
    bool asksFor(int field) const; // whether it is one of the missing
    // Whether to ask for the final amount: for a single deal that is won.
    bool asksForValue() const;
};

// Whether a stage raises questions is decided here, for the board, lists and forms alike.

// Deals about to enter a stage: how many, and those of them that are loaded.
struct DealsComing {
    size_t count = 0;
    std::vector<Deal> known = {};
};
// None if there is nothing to ask, or no deal.
std::optional<StageQuestion> questionFor(const Stage &stage, const DealsComing &coming);
// For winning or losing deals, each in its own pipeline; `type` is Won or Lost. Its stage has no id if none
// of the deals moves.
StageQuestion closingQuestion(const Lookups &lookups, StageType type, const DealsComing &coming);
// For changes that move the deal of this row; none if they do not move it.
std::optional<StageQuestion> questionFor(const Lookups &lookups, EntityKind kind, const Row &row,
                                         const std::vector<FieldDelta> &changes);
// For one value set in many records of a kind: when and why deals are closed. Other fields that a stage
// requires are not asked for; the rules report them afterwards.
std::optional<StageQuestion> questionForMany(const Lookups &lookups, EntityKind kind,
                                             const FieldValue &value);

// Fields required by any stage of the book, for the form of a new deal.
std::vector<int> fieldsNeededSomewhere(const Lookups &lookups);

// The answer as field values, to be set along with the stage; without a renewal, which is not a field.
std::vector<FieldValue> valuesOf(const StageQuestion &question, const StageTransition &transition);

} // namespace headway::app
