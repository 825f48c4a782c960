// SPDX-License-Identifier: GPL-3.0-or-later
// An export in the background, on a reader's thread.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/progress.h"
#include "transfer/export/exporter.h"

namespace headway::app {

// `progress` is called on the reader's thread; returning false cancels. `then` gets the report, or the
// error.
Ticket exportRecords(Workspace &workspace, QObject *context, const transfer::ExportRequest &request,
                     const transfer::TargetFile &file, const Progress &progress,
                     std::function<void(Result<transfer::ExportReport>)> then);

} // namespace headway::app
