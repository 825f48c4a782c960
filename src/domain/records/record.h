// SPDX-License-Identifier: GPL-3.0-or-later
// The table of kinds: each kind of record by what is asked of it and its fields; and one record of any of
// them. A new kind is a row in record.cpp. Never fails; any thread.
#pragma once

#include "domain/fields/field.h"
#include "domain/sentence.h"

#include <vector>

namespace headway {

// Never fails; the tables are built once, at the first call. Any thread.
const EntityInfo &entityInfo(EntityKind kind);

// Those with all of `traits`, in the order of allEntityKinds().
std::vector<EntityKind> kindsWith(KindTraits traits);
// The same, the closest to a sale first.
std::vector<EntityKind> kindsByCloseness(KindTraits traits);
// Those that files of other programs may hold, by rank.
std::vector<EntityKind> importableKinds();

// `row` with the fields of the kind's table.
template <class E>
EntityInfo describe(EntityInfo row)
{
    row.kind = Table<E>::kind;
    row.defaults = toRow(E{});
    for (const Field<E> &f : Table<E>::fields())
        row.fields.push_back(f.info);
    return row;
}

// Adds a kind that is not the program's own: `info` is of foreignKind, the next one of the kind after it.
// Only at the start of a process, before a book is opened and before other threads run, for statements are
// made once for all kinds. Used by the tests that walk a made-up kind through the program.
void registerKind(QLatin1StringView tableName, const EntityInfo &info);

// A record as the store hands it out.
struct Record {
    EntityRef ref = {};
    qint64 version = 0;
    Instant createdAt = {};
    Instant modifiedAt = {};
    Instant deletedAt = {};
    Row row = {};

    const EntityInfo &info() const { return entityInfo(ref.kind); }
    // The value of the field of that name; an unknown name is a mistake of ours.
    const Value &value(QStringView name) const;
    bool operator==(const Record &) const = default;
};

// A field as a sentence names it.
inline FieldName nameOf(EntityKind kind, const FieldInfo &field)
{
    return {kind, QString(field.name), {}};
}

template <class E>
E as(const Record &record)
{
    Q_ASSERT(record.ref.kind == Table<E>::kind);
    E entity = fromRow<E>(record.row);
    entity.id.value = record.ref.id;
    entity.version = record.version;
    return entity;
}

} // namespace headway
