// SPDX-License-Identifier: GPL-3.0-or-later
// What a user's action is, as a value. An Edit goes into the store's one door; the ChangeSet that
// comes out serves notification, undo, the history, the timeline and views of an earlier day.
// Both are made of the same Changes, so undo is the inverse of what was committed.
#pragma once

#include "domain/records/record.h"

#include <QString>

#include <optional>
#include <vector>

namespace headway {

enum class ChangeKind { Create, Update, Remove, Restore };
template <>
struct Choices<ChangeKind> {
    static constexpr std::array list{
        Choice{"create", Label::tr("Created")}, Choice{"update", Label::tr("Changed")},
        Choice{"remove", Label::tr("Deleted")}, Choice{"restore", Label::tr("Restored")}};
};

// Nothing if there is no such kind.
std::optional<ChangeKind> changeKindNamed(QStringView code);

// One field of one record. `before` is what the change expects to find: if somebody else has put
// something different there, the change is a conflict and nothing is written.
struct FieldDelta {
    int field = 0; // index into entityInfo(kind).fields
    Value before = {};
    Value after = {};

    bool operator==(const FieldDelta &) const = default;
};

// One field of a record, by its place in entityInfo(kind).fields, and what it shall hold.
struct FieldValue {
    int field = 0;
    Value value = {};

    bool operator==(const FieldValue &) const = default;
};

// `row` with `values` in their places; the last one for a field holds.
Row rowWith(Row row, const std::vector<FieldValue> &values);
// `row` after `changes`, whatever it held before them.
Row rowAfter(Row row, const std::vector<FieldDelta> &changes);

// Create: ref.id is 0 (any new id), negative (a name by which other changes of the same Edit refer to
// the new record) or positive (this very id); `fields` holds what differs from the defaults.
// Remove: `fields` may be empty, or name what the record must still hold.
struct Change {
    ChangeKind kind = ChangeKind::Update;
    EntityRef ref = {};
    std::vector<FieldDelta> fields = {};
    Instant createdAt = {}; // Create: when the record came into being, where that is not now (imports)

    bool operator==(const Change &) const = default;
};

enum class Origin { Typed, Imported, Generated, Undo, Redo };
template <>
struct Choices<Origin> {
    static constexpr std::array list{Choice{"typed", Label::tr("Typed")},
                                     Choice{"imported", Label::tr("Imported")},
                                     Choice{"generated", Label::tr("Generated")},
                                     Choice{"undo", Label::tr("Undo")}, Choice{"redo", Label::tr("Redo")}};
};

struct Edit {
    Sentence label = {}; // what the user did: Moved “Acme renewal” to Offer (stepwords.h)
    std::vector<Change> changes = {};
    Origin origin = Origin::Typed;
    qint64 reverts = 0; // the operation that this undoes or does again

    bool isEmpty() const { return changes.empty(); }
};

// Who does it, and when by the caller's clock.
struct Actor {
    UserId user = {};
    Instant now = {};
};

// One step of the history.
struct Operation {
    qint64 id = 0;
    Instant at = {};
    UserId actor = {};
    Sentence label = {};
    Origin origin = Origin::Typed;
    qint64 reverts = 0;    // for Undo and Redo: the operation taken back
    qint64 revertedBy = 0; // the operation that took this one back, while it is taken back
    qint64 changeCount = 0;

    bool operator==(const Operation &) const = default;
};

struct ChangeSet {
    Operation operation = {};
    std::vector<Change> changes = {};
    // Records whose derived fields followed, though they were not changed themselves: the deal whose
    // next activity is another one now.
    std::vector<EntityRef> followers = {};
    // False after a bulk step: `changes` is then only its beginning, and listeners read afresh.
    bool complete = true;
};

// The changes that take `set` back, last first; to be committed as an Edit with origin Undo or Redo.
std::vector<Change> inverse(const std::vector<Change> &changes);

// The difference of two rows of the same kind, Derived fields left out.
std::vector<FieldDelta> difference(EntityKind kind, const Row &before, const Row &after);

// A new record that holds `row`; `id` as explained at Change.
Change createRow(EntityKind kind, const Row &row, qint64 id);

template <class E>
Change create(const E &entity, qint64 id = 0)
{
    return createRow(Table<E>::kind, toRow(entity), id);
}

// What turns `before` into `after`; both are the same record.
template <class E>
Change update(const E &before, const E &after)
{
    return {ChangeKind::Update,
            {Table<E>::kind, before.id.value},
            difference(Table<E>::kind, toRow(before), toRow(after)),
            {}};
}

// One field of one record set to `after`, e.g. from a cell edited in a list.
Change setField(const Record &record, int field, const Value &after);

inline Change remove(EntityRef ref)
{
    return {ChangeKind::Remove, ref, {}, {}};
}

// The field's new value in `change`, if the change touches it.
const FieldDelta *deltaOf(const Change &change, QStringView fieldName);

} // namespace headway
