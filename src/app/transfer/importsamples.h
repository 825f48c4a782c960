// SPDX-License-Identifier: GPL-3.0-or-later
// The first rows of an import as the records that they would become, found out on the writer's thread.
#pragma once

#include "app/workspace/workspace.h"
#include "transfer/import/importsample.h"

#include <functional>

namespace headway::app {

inline constexpr int samplesShown = 5;

// `then` gets the rows, or why the file cannot be read as requested. Nothing is left in the book.
Ticket readSamples(Workspace &workspace, QObject *context, const transfer::SourceFile &file,
                   const transfer::ImportRequest &request,
                   std::function<void(Result<std::vector<transfer::ImportSample>>)> then);

} // namespace headway::app
