// SPDX-License-Identifier: GPL-3.0-or-later
// What users do, called by the window and the command line: each function loads what the domain's rule
// needs and returns the Edit, to be passed to store::commit or the workspace. Nothing is written here. On
// the connection's thread. Fails with NotFound (a record that does not exist or was deleted), Invalid (a
// rule is broken; the sentence names the field), Conflict (something depends on it), or as the connection
// fails.
#pragma once

#include "domain/changes/change.h"
#include "domain/result.h"
#include "domain/rules/activities.h"
#include "domain/rules/deals.h"
#include "store/commit/commit.h"

#include <vector>

namespace headway::store {

// A place in a column of the board.
struct CardPlace {
    StageId stage = {};
    DealId under = {}; // the card directly above; none: the top of the column

    bool operator==(const CardPlace &) const = default;
};

// Moves one card, or several in their order, to a place. Their stage history is updated, and if the cards
// there are too close together, those below are moved down. The closing values of `transition` are for won
// and lost stages; fields that the stage requires are filled from it, and a renewal is created for each won
// deal. The Edit is empty if nothing changes.
[[nodiscard]] Result<Edit> moveDealEdit(sql::Connection &connection, DealId deal, const CardPlace &to,
                                        const StageTransition &transition, const Actor &actor);
[[nodiscard]] Result<Edit> moveDealsEdit(sql::Connection &connection, const std::vector<DealId> &ids,
                                         const CardPlace &to, const StageTransition &transition,
                                         const Actor &actor);

// Wins or loses deals, each in the first stage of that type in its own pipeline; `type` is Won or Lost.
// Deals that have that status already are left alone; empty if all have.
[[nodiscard]] Result<Edit> closeDealsEdit(sql::Connection &connection, const std::vector<DealId> &deals,
                                          StageType type, const StageTransition &transition,
                                          const Actor &actor);

// Creates the deal that renews `won`, which is passed as it will be once closed, in the first open stage of
// its pipeline; see renewalOf(). Part of the edit that wins it. Fields that the stage requires may be
// missing; they are checked when the deal moves on. Invalid if `won` has no closing date.
[[nodiscard]] Result<std::vector<Change>> renewalChanges(sql::Connection &connection, const Deal &won,
                                                         int months, const Actor &actor);

// A new deal at the top of its column. Empty fields get defaults: the first open stage of its pipeline
// (else of the book's first), the actor as owner, the book's currency. A deal entered as won or lost needs
// its closing date and reason; a deal in any stage needs the fields that the stage requires.
[[nodiscard]] Result<Edit> createDealEdit(sql::Connection &connection, Deal deal, const Actor &actor);

// Logs what was done or is planned, with its follow-up. Implied links are added: for a deal its company and
// primary contact, for a contact the company, for a lead the records it was converted to. An activity
// without a time happens now; one without an owner is the actor's.
[[nodiscard]] Result<Edit> logActivityEdit(sql::Connection &connection, LoggedActivity logged,
                                           const Actor &actor);

// Completes a planned activity. `done` is the activity as it will be: state, outcome, note, duration; its `at`
// is when it happened; one that was planned for later happens now. The follow-up gets the same links. Those of
// `participants` who are not part of it yet are added.
[[nodiscard]] Result<Edit> completeActivityEdit(sql::Connection &connection, Activity done,
                                                std::optional<Activity> followUp, const Actor &actor,
                                                std::vector<EntityRef> participants = {});

// Puts planned activities on another day, see moveActivities() in domain/rules/today.h; the day is one in
// `zone`. Conflict if one of them is no longer planned.
[[nodiscard]] Result<Edit> moveActivitiesEdit(sql::Connection &connection,
                                              const std::vector<ActivityId> &activities, QDate day,
                                              const QTimeZone &zone);

// A new record of any kind; deals as in createDealEdit, activities as in logActivityEdit. An empty owner
// and currency get defaults if the kind has them; e-mail, phone, city and country of a contact, company or
// lead become its first contact points and address, a next step a planned task. Child records follow the rules of
// domain/rules/childrecords.h.
[[nodiscard]] Result<Edit> createRecordEdit(sql::Connection &connection, EntityKind kind, Row row,
                                            const Actor &actor);

// Changes fields of one record, as typed into a form or a cell. Each expects the value seen there, so that
// commit detects a conflicting change. A deal's stage is changed by moving it to the top of the new one,
// with closed_on, lost_reason_id, close_note and competitor for the closing; the fields may include those
// that the stage requires. An amount given to a record without a currency is in the book's. E-mail, phone,
// city and country are handled as in createRecordEdit; what is typed as the next step plans an activity, or
// changes the one that it shows. Empty if nothing differs.
[[nodiscard]] Result<Edit> changeFieldsEdit(sql::Connection &connection, EntityRef ref,
                                            const std::vector<FieldDelta> &changes, const Actor &actor);
// The same, whatever the fields hold now: for many records at once, or the command line. Of several values
// for one field the last one wins.
[[nodiscard]] Result<Edit> setFieldsEdit(sql::Connection &connection, EntityRef ref,
                                         const std::vector<FieldValue> &fields, const Actor &actor);
// The same for a record that was just read.
[[nodiscard]] Result<Edit> setFieldsEditOf(sql::Connection &connection, const Record &record,
                                           const std::vector<FieldValue> &fields, const Actor &actor);

// Adds a tag to a record; a tag that does not exist is created in the same step. Invalid if the record has
// the tag already.
[[nodiscard]] Result<Edit> addTagEdit(sql::Connection &connection, EntityRef record, const QString &name);

// Deletes records (to a tombstone, so that undo brings them back). Conflict for records that others need,
// such as a stage with deals or a user who owns something; the sentence names one of those.
[[nodiscard]] Result<Edit> deleteEdit(sql::Connection &connection, const std::vector<EntityRef> &records);
// The same for one that was just read.
[[nodiscard]] Result<Edit> deleteEditOf(sql::Connection &connection, const Record &record);
// "Deleted 34 deals": the label of a step that deleted `count` of the records, more than one.
Sentence deletionLabel(const std::vector<EntityRef> &records, qint64 count);

// The currency of amounts without one: the book's, else that of most of its deals, else EUR.
[[nodiscard]] Result<QString> bookCurrency(sql::Connection &connection);

} // namespace headway::store
