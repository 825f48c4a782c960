// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/exportrecords.h"

namespace headway::app {

Ticket exportRecords(Workspace &workspace, QObject *context, const transfer::ExportRequest &request,
                     const transfer::TargetFile &file, const Progress &progress,
                     std::function<void(Result<transfer::ExportReport>)> then)
{
    return workspace.read<transfer::ExportReport>(
        context,
        [request, file, progress](sql::Connection &connection) {
            return transfer::exportFile(connection, request, file, progress);
        },
        std::move(then));
}

} // namespace headway::app
