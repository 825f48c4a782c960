// SPDX-License-Identifier: GPL-3.0-or-later
// What must be asked before deals enter a stage. A value; any thread; nothing fails. The store refuses the
// move where the answer is not enough.
#pragma once

#include "app/edits/recordedits.h"

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

// None if nothing has to be asked. `coming` are the deals as far as they are known; where there are more, it
// is for the caller to say that it is not about one alone.
std::optional<StageQuestion> questionFor(const Stage &stage, const std::vector<Deal> &coming);
// For winning or losing deals, each in its own pipeline; `type` is Won or Lost. Its stage has no id if none of
// them moves.
StageQuestion closingQuestion(const store::Lookups &lookups, StageType type, const std::vector<Deal> &coming);
// For changes that move the deal of this row; none if they do not.
std::optional<StageQuestion> questionFor(const store::Lookups &lookups, EntityKind kind, const Row &row,
                                         const std::vector<FieldDelta> &changes);

// Fields that any stage of the book needs, for the form of a new deal.
std::vector<int> fieldsNeededSomewhere(const store::Lookups &lookups);

// The answer as values of fields, which go along with the stage; a renewal is none.
std::vector<FieldValue> valuesOf(const StageQuestion &question, const StageEntry &entry);

} // namespace headway::app
