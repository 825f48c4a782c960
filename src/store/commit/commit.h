// SPDX-License-Identifier: GPL-3.0-or-later
// The only way to write. An Edit is written whole or not at all: one transaction, in which every change is
// checked against what it expects to find, validated, written to the change log, and everything derived
// from it is updated (keys, dates of activities, search text). Runs on the writer's thread. Fails with
// Conflict (somebody else changed the same field, or something depends on what would be removed), Invalid
// (a rule is broken), NotFound, or as the connection fails; then nothing was written.
#pragma once

#include "domain/changes/change.h"
#include "domain/progress.h"
#include "domain/records/user.h"
#include "domain/result.h"
#include "sql/connection.h"
#include "sql/largecache.h"
#include "store/commit/derived.h"
#include "store/commit/leadstates.h"
#include "store/commit/newrecords.h"
#include "store/rows/rowchanges.h"

#include <QHash>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace headway::store {

Result<ChangeSet> commit(sql::Connection &connection, const Edit &edit, const Actor &actor);

// Undoes a step of the history (Origin::Undo), or an undo (Origin::Redo), field by field; fields changed
// since then by somebody else are conflicts. `progress` gets the changes done so far.
Result<ChangeSet> revert(sql::Connection &connection, qint64 operation, const Actor &actor,
                         const Progress &progress = {});

// A step that is written piece by piece, if it does not fit into one Edit: an import of a million rows.
// Destroying it without finish() leaves the book as it was.
class StepWriter
{
public:
    static Result<StepWriter> begin(sql::Connection &connection, const Sentence &label, Origin origin,
                                    const Actor &actor, qint64 reverts = 0);

    // Applies each of them, reading what they change, and writing it, a few hundred at a time.
    Result<> applyAll(std::span<const Change> changes);
    // Reads those records, which are about to be changed; until writeTogether() what apply() changes of them is kept, and
    // then written together. Nobody may read their rows in between.
    Result<> readTogether(std::span<const EntityRef> records);
    Result<> writeTogether();
    bool isKeepingRows() const { return !m_rows.isEmpty(); }
    // A record as it is now, from what was read together if it is among that. NotFound if there is none.
    Result<Record> present(EntityRef ref);
    // Returns the changed record with its real id. A negative id in `change`, also inside a reference,
    // means the record created under it earlier in this step.
    Result<EntityRef> apply(Change change);
    // Derives what follows from the changes so far, so that later ones can look for it; finish() does it for all.
    Result<> settle();
    // The label, if it is known only at the end: "Imported 8,800 deals".
    void setLabel(const Sentence &label) { m_set.operation.label = label; }
    // `progress` hears of what takes long; it may cancel, and is asked a last time before all of it is kept.
    Result<ChangeSet> finish(const Progress &progress = {});

    qint64 operation() const { return m_set.operation.id; } // its number in the history
    qint64 changeCount() const { return m_set.operation.changeCount; }

    // Of an import: what it makes is written late, and what may be looked up then (newrecords.h). Null for other steps.
    KnownKeys *keys() { return m_new ? &m_new->keys() : nullptr; }
    // While it lives, only this record and its parts are read: then nothing else is written for it.
    std::optional<sql::Connection::Around> past(EntityRef ref) const;

private:
    friend Result<ChangeSet> commit(sql::Connection &connection, const Edit &edit, const Actor &actor);

    StepWriter(sql::Connection &connection, sql::Transaction transaction);
    // `expected.changeCount` is an estimate of the changes that it will make.
    static Result<StepWriter> begin(sql::Connection &connection, const Operation &expected);

    Change resolved(Change change) const;
    Result<> writeRow();
    Result<Record> take(EntityRef ref);
    Result<EntityRef> create(Change change);
    Result<EntityRef> createLater(const Change &change, Row row, Times times);
    Result<EntityRef> applyResolved(Change real);
    Result<EntityRef> update(const Change &change);
    Result<EntityRef> remove(const Change &change);
    Result<EntityRef> restore(const Change &change);
    Result<> expectFields(const Record &record, const Change &change) const;
    Result<> refuseIfNeeded() const;
    void noteAdministrator(const Record &before, const Row *after);
    Result<> keepAdministrator() const;
    Result<> log(Change change);
    Result<> writeLog();
    Error undecided(Error error) const;
    Result<FieldContent> contentOf(const Record &record, int field, const Value &value) const;
    Result<> conflict(const Record &record, const FieldDelta &delta) const;

    sql::Connection *m_connection;
    std::optional<sql::LargeCache> m_cache; // of a long step; given back behind the transaction
    sql::Transaction m_transaction;
    Operation m_begun; // as it was written at the beginning
    ChangeSet m_set;
    Derivation m_derivation;
    LeadStates m_leadStates;
    RowChanges m_rows;
    bool m_keepsRows = false;
    std::unique_ptr<NewRecords> m_new; // of an import
    QHash<EntityRef, qint64> m_newIds;
    QHash<EntityRef, Record> m_expected; // read and locked ahead, as they are until something changes them
    std::vector<Change> m_unwritten;     // for the change log
    qint64 m_unwrittenText = 0;          // its size
    qint64 m_keptText = 0;               // that of the changes in m_set
    std::vector<EntityRef> m_takenBack;  // creations that an undo removed
    std::optional<User> m_former;        // an active administrator who stops being one by this step
};

} // namespace headway::store
