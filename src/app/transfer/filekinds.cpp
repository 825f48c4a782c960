// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/filekinds.h"

#include "transfer/import/filekind.h"
#include "transfer/import/importparts.h"
#include "transfer/source/rowsource.h"

#include <QFileInfo>

namespace headway::app {

Ticket countKinds(Workspace &workspace, QObject *context, const QString &path,
                  std::function<void(Result<qint64>)> then)
{
    return workspace.read<qint64>(
        context,
        [path, custom = workspace.lookups().customFields](sql::Connection &) -> Result<qint64> {
            HEADWAY_TRY(source, transfer::openSource({.path = path}));
            HEADWAY_TRY(columns, source->begin());
            const QString name = QFileInfo(path).completeBaseName();
            HEADWAY_TRY(rows, transfer::readRowKinds(*source, columns.names, transfer::kindsInName(name)));
            const auto parts = transfer::partsOf(columns.names, name, custom, rows);
            return qint64(parts.size());
        },
        std::move(then));
}

} // namespace headway::app
