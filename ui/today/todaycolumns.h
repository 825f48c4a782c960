// SPDX-License-Identifier: GPL-3.0-or-later
// How the rows of Today share the width of one line: what is to be done first, then whom it is about, then the
// amount and the time, which stand at fixed places at the far end and are never cut. Pure; nothing fails.
#pragma once

#include <vector>

namespace headway::ui {

// What a row wants of one line, pixels.
struct RowWidths {
    int text = 0;
    int about = 0;
    int amount = 0; // 0: none
    int when = 0;   // with the initials before it
};

// Measured from where the text begins; the gap is left between what stands side by side.
struct TodayColumns {
    int text = 0;        // width of the first column, the same in all rows
    int amountRight = 0; // where amounts end, the same in all rows

    // How far whom it is about may reach in this row: to its own amount or time, not to the widest of all.
    int aboutRight(const RowWidths &row, int room, int gap) const;
};

// `room` is the width of a whole row.
TodayColumns todayColumns(const std::vector<RowWidths> &rows, int room, int gap);

} // namespace headway::ui
