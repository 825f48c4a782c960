// SPDX-License-Identifier: GPL-3.0-or-later
// Whether somebody who is being typed is in the book already. GUI thread; `then` is called there.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/records/alikerecord.h"

#include <functional>
#include <vector>

namespace headway::app {

// Kinds of which a new one may be there already: contacts, companies, leads.
bool mayBeHere(EntityKind kind);

// The likeliest, a few. A ticket that is dropped interrupts it.
Ticket readAlreadyHere(Workspace &workspace, QObject *context, EntityKind kind, const Row &typed,
                       std::function<void(Result<std::vector<AlikeRecord>>)> then);

} // namespace headway::app
