// SPDX-License-Identifier: GPL-3.0-or-later
// Loading shared by several actions. Only for the files behind actions.h.
#pragma once

#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "store/rows/records.h"

#include <algorithm>
#include <vector>

namespace headway::store {

// NotFound for a record that was deleted.
inline Result<> checkLive(const Record &record)
{
    if (!record.deletedAt)
        return {};
    const EntityRef ref = record.ref;
    const QString title = titleOf(ref.kind, record.row);
    return failure(
        ErrorCode::NotFound,
        title.isEmpty()
            ? Sentence::tr("The %1 %2 was deleted.").arg(KindName{ref.kind}, QString::number(ref.id))
            : Sentence::tr("The %1 %2 was deleted.").arg(KindName{ref.kind}, Quoted{title}));
}

// NotFound also for a record that was deleted.
inline Result<Record> loadLive(sql::Connection &connection, EntityRef ref)
{
    HEADWAY_TRY(record, load(connection, ref));
    HEADWAY_CHECK(checkLive(record));
    return std::move(record);
}

template <class E>
Result<E> loadLive(sql::Connection &connection, Id<Table<E>::kind> id)
{
    HEADWAY_TRY(record, loadLive(connection, EntityRef{Table<E>::kind, id.value}));
    return as<E>(record);
}

template <EntityKind K>
std::vector<qint64> numbersOf(const std::vector<Id<K>> &ids)
{
    std::vector<qint64> numbers;
    for (const Id<K> id : ids)
        numbers.push_back(id.value);
    return numbers;
}

// All of them, in the order of `ids`. Says which one is gone, as loadLive() does.
inline Result<std::vector<Record>> loadManyLive(sql::Connection &connection, EntityKind kind,
                                                const std::vector<qint64> &ids)
{
    if (ids.size() > 1) {
        HEADWAY_TRY(records, loadMany(connection, kind, ids));
        const auto isLive = [](const Record &record) { return !record.deletedAt; };
        if (records.size() == ids.size() && std::all_of(records.begin(), records.end(), isLive))
            return std::move(records);
    }
    std::vector<Record> records;
    for (const qint64 id : ids) {
        HEADWAY_TRY(record, loadLive(connection, EntityRef{kind, id}));
        records.push_back(std::move(record));
    }
    return records;
}

// The one of that field, to be changed; null if there is none.
inline FieldDelta *deltaOf(std::vector<FieldDelta> &changes, int field)
{
    const auto found = std::find_if(changes.begin(), changes.end(),
                                    [field](const FieldDelta &delta) { return delta.field == field; });
    return found == changes.end() ? nullptr : &*found;
}

// Invalid if the reason, if any, asks for a note that is not there.
Result<> checkLostReason(sql::Connection &connection, LostReasonId reason, const QString &note);

} // namespace headway::store
