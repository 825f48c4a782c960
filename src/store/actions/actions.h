// SPDX-License-Identifier: GPL-3.0-or-later
// What users do, as the window and the command line both call it: each function loads what the domain's
// rule needs and returns the Edit, for store::commit or the workspace to take. Nothing is written here.
// On the connection's thread. Fails with NotFound (a record that is not there, or was deleted), Invalid
// (a rule is broken; the sentence names the field), Conflict (something depends on it), or as the
// connection fails.
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
    DealId under = {}; // the card right above; none: the top of the column

    bool operator==(const CardPlace &) const = default;
};

// Takes one card, or several in their order, to a place. Their stage history follows, and where the
// cards there lie too close, those below move on. Of `entry` what was said of closing is for won and lost
// stages; what they leave open is filled, and a renewal made for each that is won. Empty if that changes
// nothing.
[[nodiscard]] Result<Edit> moveDealEdit(sql::Connection &connection, DealId deal, const CardPlace &to,
                                        const StageTransition &transition, const Actor &actor);
[[nodiscard]] Result<Edit> moveDealsEdit(sql::Connection &connection, const std::vector<DealId> &ids,
                                         const CardPlace &to, const StageTransition &transition,
                                         const Actor &actor);

// Wins or loses deals, each in the first such stage of its own pipeline; `type` is Won or Lost. Those that
// are won or lost like that already stay as they are; empty if that is all of them.
[[nodiscard]] Result<Edit> closeDealsEdit(sql::Connection &connection, const std::vector<DealId> &deals,
                                          StageType type, const StageTransition &transition,
                                          const Actor &actor);

// Makes the deal that renews `won`, which is as it will be once it is closed, in the first open stage of its
// pipeline; see renewalOf(). Goes into the edit that wins it. It may lack what that stage needs, which is asked
// when it moves on. Invalid if `won` has no closing date.
[[nodiscard]] Result<std::vector<Change>> renewalChanges(sql::Connection &connection, const Deal &won,
                                                         int months, const Actor &actor);

// A new deal at the top of its column. What it leaves open is filled in: the first open stage of its
// pipeline (else of the book's first), the actor as owner, the book's currency. A deal entered as won
// or lost needs its closing date and reason; one in any stage what that needs.
[[nodiscard]] Result<Edit> createDealEdit(sql::Connection &connection, Deal deal, const Actor &actor);

// Logs what was done or is planned, with its follow-up. Links that go without saying are added: with a
// deal its company and primary contact, with a contact the company, with a lead what became of it.
// An activity without a time is now; one without an owner is the actor's.
[[nodiscard]] Result<Edit> logActivityEdit(sql::Connection &connection, LoggedActivity transition,
                                           const Actor &actor);

// Ticks off what was planned. `done` is the activity as it shall be: state, outcome, note, duration.
// What was planned for later has happened now. The follow-up hangs on the same records.
[[nodiscard]] Result<Edit> completeActivityEdit(sql::Connection &connection, Activity done,
                                                std::optional<Activity> followUp, const Actor &actor);

// Puts planned activities on another day, see moveActivities() in domain/rules/today.h; `zone` is the clock on
// which that day is meant. Conflict if one of them is no longer planned.
[[nodiscard]] Result<Edit> moveActivitiesEdit(sql::Connection &connection,
                                              const std::vector<ActivityId> &activities, QDate day,
                                              const QTimeZone &zone);

// A new record of any kind; deals as in createDealEdit, activities as in logActivityEdit. Owner and
// currency are filled in where the kind has them and the row leaves them open; e-mail, phone, city and
// country of a contact, company or lead become its first contact points and address. What belongs to a
// record goes by the rules of domain/rules/childrecords.h.
[[nodiscard]] Result<Edit> createRecordEdit(sql::Connection &connection, EntityKind kind, Row row,
                                            const Actor &actor);

// Changes fields of one record, as typed into a form or a cell: each from what was seen there, so that
// commit finds whether somebody else was faster. A deal's stage is changed by moving it to the top of the
// new one, with closed_on, lost_reason_id, close_note and competitor as the closing; what the stage needs
// may be among the fields. An amount given to a record without a currency is in the book's. E-mail, phone,
// city and country go where createRecordEdit puts them. Empty if nothing differs.
[[nodiscard]] Result<Edit> changeFieldsEdit(sql::Connection &connection, EntityRef ref,
                                            const std::vector<FieldDelta> &changes, const Actor &actor);
// The same, whatever the fields hold now: of many records at once, or on the command line. Of several
// values for one field the last one holds.
[[nodiscard]] Result<Edit> setFieldsEdit(sql::Connection &connection, EntityRef ref,
                                         const std::vector<FieldValue> &fields, const Actor &actor);

// Hangs a tag on a record; a name that no tag has makes one, in the same step. Invalid if it hangs there
// already.
[[nodiscard]] Result<Edit> addTagEdit(sql::Connection &connection, EntityRef record, const QString &name);

// Deletes records (to a tombstone, so that undo brings them back). Conflict for what others are made
// of, such as a stage with deals in it or a user who owns something; the sentence names one user of it.
[[nodiscard]] Result<Edit> deleteEdit(sql::Connection &connection, const std::vector<EntityRef> &records);
// "Deleted 34 deals": the name of a step that deleted `count` of the records, more than one.
Sentence deletionLabel(const std::vector<EntityRef> &records, qint64 count);

// The currency of amounts that name none: the book's, else the one most of its deals have, else EUR.
[[nodiscard]] Result<QString> bookCurrency(sql::Connection &connection);

} // namespace headway::store
