// SPDX-License-Identifier: GPL-3.0-or-later
// An export that runs beside the window, on a reader's thread.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/progress.h"
#include "transfer/export/exporter.h"

namespace headway::app {

// `progress` is called on the reader's thread; false stops it. `then` hears what was written, or why not.
Ticket exportRecords(Workspace &workspace, QObject *context, const transfer::ExportRequest &request,
                     const transfer::TargetFile &file, const Progress &progress,
                     std::function<void(Result<transfer::ExportReport>)> then);

} // namespace headway::app
