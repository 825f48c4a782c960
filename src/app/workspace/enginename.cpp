// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/enginename.h"

#include "store/schema/schema.h"

namespace headway::app {

Ticket readEngineName(Workspace &workspace, QObject *context, std::function<void(Result<QString>)> then)
{
    return workspace.read<QString>(
        context, [](sql::Connection &connection) { return store::engineName(connection); }, std::move(then));
}

} // namespace headway::app
