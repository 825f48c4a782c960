// SPDX-License-Identifier: GPL-3.0-or-later
// Records found by what is typed: of one kind, as fields that link to records offer them, or of all,
// for the palette. GUI thread; a search that fails answers with nothing.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/records/searchhit.h"

namespace headway::app {

// The best few; `then` comes on the GUI thread unless the ticket was dropped.
Ticket searchRecords(Workspace &workspace, QObject *context, EntityKind kind, const QString &typed,
                     std::function<void(const std::vector<SearchHit> &)> then);

// The best `most` of all kinds; `then` as above.
Ticket searchBook(Workspace &workspace, QObject *context, const QString &typed, int most,
                  std::function<void(const std::vector<SearchHit> &)> then);

} // namespace headway::app
