// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/filekinds.h"

#include "transfer/import/filekind.h"
#include "transfer/import/importparts.h"
#include "transfer/source/rowsource.h"

#include <QFileInfo>

namespace headway::app {

namespace {

Result<qint64> kindsIn(const QString &path, const std::vector<CustomField> &custom)
{
    HEADWAY_TRY(source, transfer::openSource({.path = path}));
    HEADWAY_TRY(columns, source->begin());
    const QString name = QFileInfo(path).completeBaseName();
    HEADWAY_TRY(rows, transfer::readRowKinds(*source, columns.names, transfer::kindsInName(name)));
    return qint64(transfer::partsOf(columns.names, name, custom, rows).size());
}

} // namespace

Ticket countKinds(Workspace &workspace, QObject *context, const QString &path,
                  std::function<void(Result<qint64>)> then)
{
    return workspace.read<qint64>(
        context,
        [path, custom = workspace.lookups().customFields](sql::Connection &) -> Result<qint64> {
            const QStringList sheets = transfer::withSheets({path});
            qint64 kinds = 0;
            for (const QString &sheet : sheets) {
                const Result<qint64> its = kindsIn(sheet, custom);
                if (!its && sheets.size() == 1)
                    return its;
                kinds += its.value_or(0);
            }
            return kinds;
        },
        std::move(then));
}

} // namespace headway::app
