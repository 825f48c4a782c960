// SPDX-License-Identifier: GPL-3.0-or-later
// The table of kinds: the names, traits and fields of each kind of record; and Record, one record of any
// kind. A new kind is a row in record.cpp. Never fails; any thread.
#pragma once

#include "domain/fields/field.h"
#include "domain/sentence.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace headway {

// Never fails; the tables are built once, at the first call. Any thread.
const EntityInfo &entityInfo(EntityKind kind);

// The kind of that name or of that of its table, in any case and punctuation: "deal", "Deals", "lost_reason".
std::optional<EntityKind> kindCalled(QStringView name);
// “delas” is not a kind of record. Did you mean “deals”? With `names`, the kinds are offered by these.
Sentence noSuchKind(const QString &typed);
Sentence noSuchKind(const QString &typed, const QStringList &names);

// Of which a book has one: its settings.
bool isSingle(EntityKind kind);

// The kinds with all of `traits`, in the order of allEntityKinds().
std::vector<EntityKind> kindsWith(KindTraits traits);
// The same, the closest to a sale first.
std::vector<EntityKind> kindsByCloseness(KindTraits traits);
// The kinds that files of other programs may hold, by importRank.
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

// Adds a kind that is not built in; `info.kind` has to be foreignKind, or the one after the last kind
// registered. Only at the start of a process, before a book is opened and before other threads run, because
// statements are made once for all kinds. Used by the tests that take a made-up kind through the program.
void registerKind(QLatin1StringView tableName, const EntityInfo &info);

// A record as the store returns it.
struct Record {
    EntityRef ref = {};
    qint64 version = 0;
    Instant createdAt = {};
    Instant modifiedAt = {};
    Instant deletedAt = {};
    Row row = {};

    const EntityInfo &info() const { return entityInfo(ref.kind); }
    // The value of the field of that name; an unknown name is a bug.
    const Value &value(QStringView name) const;
    bool operator==(const Record &) const = default;
};

// A field as a part of a sentence.
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
