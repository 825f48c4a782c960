// SPDX-License-Identifier: GPL-3.0-or-later
// One run of headwayctl from the words to the exit status; writes to the standard output and the standard
// error. Called by main() and, with an environment of their own, by tests. On the main thread; errors are
// printed and returned as the status.
#pragma once

#include "ctl/session.h"

namespace headway::ctl {

// `words` without the program's name.
ExitStatus runProgram(const QStringList &words, const Environment &environment);

} // namespace headway::ctl
