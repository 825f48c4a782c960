// SPDX-License-Identifier: GPL-3.0-or-later
// The next step of a record in words, the same in lists, in the pane and on the command line. Any thread; nothing
// fails.
#pragma once

#include "app/text/display.h"
#include "domain/rules/nextstep.h"

namespace headway::app {

struct NextStepText {
    std::optional<DueState> mark = {}; // see nextStepMark()
    QString day = {};                  // "today", "19 Nov"
    QString what = {};                 // its subject, where the record keeps it

    QString shown() const;  // "▲ 19 Nov · Follow up", "◇"; empty: no mark
    QString spoken() const; // "Overdue, 19 Nov, Follow up", "No next step"
};

NextStepText nextStepText(const Record &record, const Display &display, Instant now);

// "Overdue", "Today"; empty for what lies ahead; "No next step".
QString dueWord(DueState state);

} // namespace headway::app
