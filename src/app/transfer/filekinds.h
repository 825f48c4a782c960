// SPDX-License-Identifier: GPL-3.0-or-later
// How many kinds of records a file holds, found out beside the window, on a reader's thread.
#pragma once

#include "app/workspace/workspace.h"

#include <functional>

namespace headway::app {

// 0: its columns do not say. `then` gets the number, or why the file cannot be read.
Ticket countKinds(Workspace &workspace, QObject *context, const QString &path,
                  std::function<void(Result<qint64>)> then);

} // namespace headway::app
