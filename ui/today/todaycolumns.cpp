// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todaycolumns.h"

#include <algorithm>

namespace headway::ui {

namespace {

// One row with a very long text must not leave the others without what they are about.
int mostOfText(int shared)
{
    return shared * 3 / 5;
}

} // namespace

int TodayColumns::aboutRight(const RowWidths &row, int room, int gap) const
{
    if (row.amount > 0)
        return std::max(0, amountRight - row.amount - gap);
    return row.when > 0 ? std::max(0, room - row.when - gap) : room;
}

TodayColumns todayColumns(const std::vector<RowWidths> &rows, int room, int gap)
{
    TodayColumns columns{.text = 0, .amountRight = room};
    for (const RowWidths &row : rows) {
        if (row.amount > 0 && row.when > 0)
            columns.amountRight = std::min(columns.amountRight, std::max(0, room - row.when - gap));
    }
    int widestText = 0;
    int wholeRoom = room; // of the first column, if every row shows whole what it is about
    int shared = room;    // by text and about where least is left
    for (const RowWidths &row : rows) {
        const int right = columns.aboutRight(row, room, gap);
        widestText = std::max(widestText, row.text);
        shared = std::min(shared, right);
        if (row.about > 0)
            wholeRoom = std::min(wholeRoom, right - row.about - gap);
    }
    columns.text = std::max(0, std::min(widestText, std::max(wholeRoom, mostOfText(shared))));
    return columns;
}

} // namespace headway::ui
