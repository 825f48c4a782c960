// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/alreadyhere.h"

#include "domain/records/record.h"
#include "store/reading/alike.h"

namespace headway::app {

bool mayBeHere(EntityKind kind)
{
    const EntityInfo &info = entityInfo(kind);
    return info.has(KindTrait::HasContactPoints) && info.has(KindTrait::IsSearched);
}

Ticket readAlreadyHere(Workspace &workspace, QObject *context, EntityKind kind, const Row &typed,
                       std::function<void(Result<std::vector<AlikeRecord>>)> then)
{
    constexpr int mostShown = 5;
    return workspace.read<std::vector<AlikeRecord>>(
        context,
        [kind, typed](sql::Connection &connection) {
            return store::alreadyHere(connection, kind, typed, mostShown);
        },
        std::move(then));
}

} // namespace headway::app
