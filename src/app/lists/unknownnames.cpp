// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/unknownnames.h"

#include "store/reading/nearnames.h"

#include <optional>

namespace headway::app {

Ticket findUnknownName(Workspace &workspace, QObject *context, EntityKind kind, const QString &text,
                       std::function<void(const FilterError &)> then)
{
    std::vector<TypedName> names = typedNames(kind, text, workspace.lookups().customFields);
    if (names.empty())
        return {};
    using Found = std::optional<FilterError>;
    return workspace.read<Found>(
        context,
        [names = std::move(names)](sql::Connection &connection) {
            return store::unknownName(connection, names);
        },
        [then = std::move(then)](const Result<Found> &unknown) {
            if (unknown && *unknown)
                then(**unknown);
        });
}

} // namespace headway::app
