// SPDX-License-Identifier: GPL-3.0-or-later
// The table of commands, the single source of parsing, of --help, and of what docs/command-line.md
// documents. Each command runs on the main thread.
#pragma once

#include "ctl/session.h"

#include <QStringList>

#include <span>

namespace headway::ctl {

std::span<const CommandInfo> commands();
std::span<const OptionInfo> globalOptions();

Result<ExitStatus> runNew(Session &session, const Arguments &arguments);
Result<ExitStatus> runDemo(Session &session, const Arguments &arguments);
Result<ExitStatus> runImport(Session &session, const Arguments &arguments);
Result<ExitStatus> runExport(Session &session, const Arguments &arguments);
Result<ExitStatus> runList(Session &session, const Arguments &arguments);
Result<ExitStatus> runShow(Session &session, const Arguments &arguments);
Result<ExitStatus> runCount(Session &session, const Arguments &arguments);
Result<ExitStatus> runViews(Session &session, const Arguments &arguments);
Result<ExitStatus> runSearch(Session &session, const Arguments &arguments);
Result<ExitStatus> runBoard(Session &session, const Arguments &arguments);
Result<ExitStatus> runReport(Session &session, const Arguments &arguments);
Result<ExitStatus> runConvert(Session &session, const Arguments &arguments);
Result<ExitStatus> runDisqualify(Session &session, const Arguments &arguments);
Result<ExitStatus> runLog(Session &session, const Arguments &arguments);
Result<ExitStatus> runSleep(Session &session, const Arguments &arguments);
Result<ExitStatus> runMove(Session &session, const Arguments &arguments);
Result<ExitStatus> runAdd(Session &session, const Arguments &arguments);
Result<ExitStatus> runSet(Session &session, const Arguments &arguments);
Result<ExitStatus> runDelete(Session &session, const Arguments &arguments);
Result<ExitStatus> runHistory(Session &session, const Arguments &arguments);
Result<ExitStatus> runUndo(Session &session, const Arguments &arguments);
Result<ExitStatus> runRedo(Session &session, const Arguments &arguments);
Result<ExitStatus> runCheck(Session &session, const Arguments &arguments);
Result<ExitStatus> runBackup(Session &session, const Arguments &arguments);
Result<ExitStatus> runRestore(Session &session, const Arguments &arguments);

// Lists of words in the table, from the files that handle them.
QStringList reportWords();   // "won-by" …
QStringList reportGroups();  // "owner" …
QStringList activityWords(); // "call" …

} // namespace headway::ctl
