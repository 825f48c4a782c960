// SPDX-License-Identifier: GPL-3.0-or-later
// What must be asked before deals enter a stage. A value; any thread; nothing fails. The store refuses the
// move where the answer is not enough.
#pragma once

#include "app/edits/recordedits.h"
#include "domain/records/lookups.h"

#include <optional>

namespace headway::app {

struct StageQuestion {
    Stage stage = {};
    std::vector<int> missing = {}; // fields that it needs and some of the deals leave open
    Row deal = {};                 // one of the deals; what is typed is read as if for it
    bool offersRenewal = false;    // won
    DealId alone = {};             // the deal, if it is about one; what is typed is then kept as its draft

    bool isClosing() const { return isClosed(stage.type); }
    bool asksFor(int field) const; // it is among the missing
    // What one deal that is won was sold for, if not what it says.
    bool asksForValue() const;
};

// Whether entering a stage asks anything is decided here, for the board, lists and forms alike.

// Deals on their way to a stage: how many there are, and those of them that are at hand.
struct DealsComing {
    size_t count = 0;
    std::vector<Deal> known = {};
};
// None if nothing has to be asked, or nothing comes.
std::optional<StageQuestion> questionFor(const Stage &stage, const DealsComing &coming);
// For winning or losing deals, each in its own pipeline; `type` is Won or Lost. Its stage has no id if none of
// them moves.
StageQuestion closingQuestion(const Lookups &lookups, StageType type, const DealsComing &coming);
// For changes that move the deal of this row; none if they do not.
std::optional<StageQuestion> questionFor(const Lookups &lookups, EntityKind kind, const Row &row,
                                         const std::vector<FieldDelta> &changes);
// For a value that many records of a kind get at once: when and why deals are closed. What else a stage needs
// and some of them leave open, the rules say afterwards.
std::optional<StageQuestion> questionForMany(const Lookups &lookups, EntityKind kind,
                                             const FieldValue &value);

// Fields that any stage of the book needs, for the form of a new deal.
std::vector<int> fieldsNeededSomewhere(const Lookups &lookups);

// The answer as values of fields, which go along with the stage; a renewal is none.
std::vector<FieldValue> valuesOf(const StageQuestion &question, const StageTransition &transition);

} // namespace headway::app
