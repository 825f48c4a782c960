// SPDX-License-Identifier: GPL-3.0-or-later
// What one step of the history changed, as lines of text: which record, which field, before, after. Only what
// a user changed: stays of deals in stages and other bookkeeping go along with it. GUI thread but for
// countLines(); fails as reading fails.
#pragma once

#include "app/text/display.h"
#include "app/workspace/workspace.h"

#include <functional>
#include <vector>

namespace headway::app {

struct HistoryLine {
    QString record = {};
    QString field = {};
    QString before = {};
    QString after = {};
};

struct HistoryLines {
    std::vector<HistoryLine> lines = {};
    EntityRef record = {};  // what can be opened of what it changed; id 0: nothing
    bool isComplete = true; // there are no more
};

constexpr int mostHistoryLines = 500; // an import has too many to read

// `then` is called on the GUI thread.
Ticket readHistoryLines(Workspace &workspace, QObject *context, const Display &display, qint64 operation,
                        int most, std::function<void(Result<HistoryLines>)> then);

// How many lines readHistoryLines() gives for this change. Any thread.
int countLines(const Change &change);

} // namespace headway::app
