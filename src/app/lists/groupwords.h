// SPDX-License-Identifier: GPL-3.0-or-later
// The name of a group of a list, as its head, a sheet and a screen reader say it. Pure; any thread; nothing fails.
#pragma once

#include "app/lists/columns.h"
#include "app/lists/groupedrows.h"
#include "app/text/display.h"

namespace headway::app {

// The title of the column that the rows are grouped by.
QString groupHeading(const ColumnText &text, EntityKind kind, const Grouping &grouping);

// "Katharina Brandt", "November 2026", "Q4 2026", "Q1 of FY2027"; for those that have none, "Owner: none".
// `heading` is that of groupHeading().
QString groupName(const Display &display, const store::GroupedQuery &query, const GroupHead &head,
                  const QString &heading);

// "1 without a next step"; empty for none.
QString withoutNextStep(const Display &display, qint64 count);

// "group Katharina Brandt, 9 deals, expanded"
QString spokenGroup(const Display &display, EntityKind kind, const QString &name, const GroupHead &head);

} // namespace headway::app
