// SPDX-License-Identifier: GPL-3.0-or-later
// Search as you type over the whole book, for the palette. GUI thread; a search that fails answers
// with nothing.
#pragma once

#include "app/workspace.h"
#include "store/search.h"

namespace headway::app {

// The best `most` hits; `then` comes on the GUI thread unless the ticket was dropped.
Ticket searchBook(Workspace &workspace, QObject *context, const QString &typed, int most,
                  std::function<void(const std::vector<store::Hit> &)> then);

} // namespace headway::app
