// SPDX-License-Identifier: GPL-3.0-or-later
// Loading shared by several actions. Only for the files behind actions.h.
#pragma once

#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "store/rows/records.h"

namespace headway::store {

// NotFound also for a record that was deleted.
inline Result<Record> loadLive(sql::Connection &connection, EntityRef ref)
{
    HEADWAY_TRY(record, load(connection, ref));
    if (!record.deletedAt)
        return std::move(record);
    return failure(ErrorCode::NotFound,
                   Sentence::tr("The %1 %2 was deleted.")
                       .arg(KindName{ref.kind}, Quoted{titleOf(ref.kind, record.row)}));
}

template <class E>
Result<E> loadLive(sql::Connection &connection, Id<Table<E>::kind> id)
{
    HEADWAY_TRY(record, loadLive(connection, EntityRef{Table<E>::kind, id.value}));
    return as<E>(record);
}

} // namespace headway::store
