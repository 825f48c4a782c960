// SPDX-License-Identifier: GPL-3.0-or-later
// The book's statuses where leads get into them. Only for the files behind actions.h; the rules are in
// domain/rules/leads.h. On the connection's thread; fails as the connection fails.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/lead.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <vector>

namespace headway::store {

// In their order.
[[nodiscard]] Result<std::vector<LeadStatus>> leadStatuses(sql::Connection &connection);
// The one of the type in which the program itself puts a lead; Invalid if the book has none.
[[nodiscard]] Result<LeadStatus> statusOfType(sql::Connection &connection, LeadState type);

// A lead without a status begins in the first one.
[[nodiscard]] Result<> beginLead(sql::Connection &connection, Row &lead);
// What a lead gets to do next by a change of its own fields, if that puts it into a status which plans something and it
// has no next step; empty if not, and if the user types one.
[[nodiscard]] Result<std::vector<Change>> stepOnEntryChanges(sql::Connection &connection, const Record &lead,
                                                             const std::vector<FieldDelta> &own,
                                                             const std::vector<FieldDelta> &elsewhere,
                                                             const Actor &actor);

// What a new lead that holds `row`, created by the same edit under the id -1, gets to do; empty if the user types it.
[[nodiscard]] Result<std::vector<Change>> firstStepChanges(sql::Connection &connection, const Row &row,
                                                           const std::vector<FieldDelta> &elsewhere,
                                                           const Actor &actor);
// The changes of the leads among `links`, by how what was done ended; empty if nothing was, or it moves none. With what
// their new status plans, if they have nothing to do next and `followUp` is not planned.
enum class FollowUp { None, Planned };
[[nodiscard]] Result<std::vector<Change>> outcomeChanges(sql::Connection &connection, const Activity &done,
                                                         const std::vector<EntityRef> &links,
                                                         FollowUp followUp, const Actor &actor);

} // namespace headway::store
