// SPDX-License-Identifier: GPL-3.0-or-later
// Commits what a command wants to do and says what became of it. Fails as store::commit does.
#pragma once

#include "ctl/session.h"
#include "domain/changes/change.h"

namespace headway::ctl {

// One step of the history, told as a sentence and its number, or as JSON. An empty edit changes nothing,
// and that is said.
Result<ExitStatus> commitEdit(Session &session, const Edit &edit, const Actor &actor);

// The same for a step that was committed already; `verb` as in "Took back".
Result<ExitStatus> tellStep(const Session &session, const ChangeSet &set, const Sentence &sentence);

} // namespace headway::ctl
