// SPDX-License-Identifier: GPL-3.0-or-later
// Commits the edit of a command and prints the result. Fails as store::commit does.
#pragma once

#include "ctl/session.h"
#include "domain/changes/change.h"

namespace headway::ctl {

// One step of the history, printed as a sentence and its number, or as JSON. An empty edit changes nothing,
// and prints so.
Result<ExitStatus> commitEdit(Session &session, const Edit &edit, const Actor &actor);

// The same for a step that was committed already; `verb` as in "Took back".
Result<ExitStatus> tellStep(const Session &session, const ChangeSet &set, const Sentence &sentence);

} // namespace headway::ctl
