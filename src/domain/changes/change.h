// SPDX-License-Identifier: GPL-3.0-or-later
// What a user does, as a value. An Edit goes into store::commit, the only way to write; the ChangeSet that
// comes out serves notification, undo, the history, the timeline and views of an earlier day. Both consist
// of the same Changes, so undo is the inverse of what was committed.
#pragma once

#include "domain/records/record.h"

#include <QDate>
#include <QString>
#include <QTimeZone>

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

// Nothing if there is no such kind of change.
std::optional<ChangeKind> changeKindNamed(QStringView code);

// One field of one record. `before` is what the change expects to find: if the field holds something else,
// because somebody changed it meanwhile, the change is a conflict and nothing is written.
struct FieldDelta {
    int field = 0; // index into entityInfo(kind).fields
    Value before = {};
    Value after = {};

    bool operator==(const FieldDelta &) const = default;
};

// One field of a record, by its index in entityInfo(kind).fields, and its new value.
struct FieldValue {
    int field = 0;
    Value value = {};

    bool operator==(const FieldValue &) const = default;
};

// `row` with `values` put in; of several values for one field the last one wins.
Row rowWith(Row row, const std::vector<FieldValue> &values);
// `row` with `changes` applied, without looking at what it held before.
Row rowAfter(Row row, const std::vector<FieldDelta> &changes);

// Create: ref.id is 0 (any new id), negative (a placeholder by which other changes of the same Edit refer to
// the new record) or positive (exactly this id); `fields` holds what differs from the defaults.
// Remove: `fields` may be empty, or name what the record must still hold.
struct Change {
    ChangeKind kind = ChangeKind::Update;
    EntityRef ref = {};
    std::vector<FieldDelta> fields = {};
    Instant createdAt = {}; // Create: when the record was created, if not now (imports)

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

// Whether a step takes another one back, or makes it again.
constexpr bool isTakingBack(Origin origin)
{
    return origin == Origin::Undo || origin == Origin::Redo;
}

struct Edit {
    Sentence label = {}; // what the user did, see stepwords.h: Moved “Acme renewal” to Offer
    std::vector<Change> changes = {};
    Origin origin = Origin::Typed;
    qint64 reverts = 0; // the operation that this one undoes or redoes

    bool isEmpty() const { return changes.empty(); }
};

// Who does it, and when by that user's clock.
struct Actor {
    UserId user = {};
    Instant now = {};
    QTimeZone zone = {}; // where the clock hangs; invalid if nobody knows

    // The day; where nobody knows the zone, the latest that it is anywhere.
    QDate today() const;
};

// One step of the history.
struct Operation {
    qint64 id = 0;
    Instant at = {};
    UserId actor = {};
    Sentence label = {};
    Origin origin = Origin::Typed;
    qint64 reverts = 0;    // Undo and Redo: the operation that was undone or redone
    qint64 revertedBy = 0; // the operation that undid this one; 0 if it is not undone
    qint64 changeCount = 0;

    bool operator==(const Operation &) const = default;
};

struct ChangeSet {
    Operation operation = {};
    std::vector<Change> changes = {};
    // Records whose derived fields were updated though they were not changed themselves: for example a deal
    // that has a new next activity.
    std::vector<EntityRef> followers = {};
    // False after a bulk step: `changes` is then only its beginning, and listeners have to reload.
    bool complete = true;
};

// The changes that undo `changes`, last first; to be committed as an Edit with origin Undo or Redo.
std::vector<Change> inverse(const std::vector<Change> &changes);

// The difference of two rows of the same kind, without Derived fields.
std::vector<FieldDelta> difference(EntityKind kind, const Row &before, const Row &after);

// The Create of a record that holds `row`; `id` as explained at Change.
Change createRow(EntityKind kind, const Row &row, qint64 id);

template <class E>
Change create(const E &entity, qint64 id = 0)
{
    return createRow(Table<E>::kind, toRow(entity), id);
}

// The change that turns `before` into `after`; both are the same record.
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
