// SPDX-License-Identifier: GPL-3.0-or-later
// What an import did or would do, in lines: counts, links, questions, notes. GUI thread; nothing fails.
#pragma once

#include "transfer/request/importreport.h"

#include <vector>

namespace headway::app {
class Display;
}

namespace headway::ui {

// "120 rows · 118 new · 2 cannot be taken".
QString importCounts(const transfer::ImportReport &report, const app::Display &display,
                     transfer::RunMode mode);
// Of several reports the remarks, which are the same for each of them, are said once below all.
enum class Remarks { Said, Below };
QString importSummary(const transfer::ImportReport &report, const app::Display &display,
                      transfer::RunMode mode, Remarks remarks = Remarks::Said);
// What becomes of rows whose links are missing, and of what is not understood; empty: there is neither.
QStringList importRemarks(const std::vector<const transfer::ImportReport *> &reports, transfer::RunMode mode);
// Which columns stay out; empty: none.
QString columnsLeftText(const transfer::ImportReport &report);

} // namespace headway::ui
