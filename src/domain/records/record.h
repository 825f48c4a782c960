// SPDX-License-Identifier: GPL-3.0-or-later
// All kinds of record by their field tables, and one record of any of them. A new kind is a line in
// record.cpp. Never fails; any thread.
#pragma once

#include "domain/fields/field.h"

namespace headway {

// Never fails; the tables are built once, at the first call. Any thread.
const EntityInfo &entityInfo(EntityKind kind);

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
