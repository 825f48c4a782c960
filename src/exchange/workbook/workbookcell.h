// SPDX-License-Identifier: GPL-3.0-or-later
// A cell of a workbook as its program means it, whatever the file is written in. Values; any thread.
#pragma once

#include <QString>

#include <vector>

namespace headway::exchange {

struct WorkbookCell {
    enum class Type {
        Empty,
        Text,
        Number,  // 1234.5: with a point, without marks for thousands
        Percent, // 35 for 35 %
        Amount,  // a number with a currency
        Day,     // 2026-03-04
        Moment,  // 2026-03-04 12:30, :15 and .500 where there are such; on the writer's clock, or with a Z
        Time,    // 12:30:00, and 36:30:00 of a duration
        Boolean, // true or false
        Error,   // #N/A, or a formula whose value the file does not have: =A1+B1
    };
    Type type = Type::Empty;
    QString text = {};
    QString currency = {}; // of an amount: its code, or the sign if that may be of several
    bool isCut = false; // a number of more digits than workbooks keep: the last ones may be lost in the file
    int column = 0;     // from 0

    bool operator==(const WorkbookCell &) const = default;
};

struct WorkbookRow {
    qint64 line = 0;                      // the first of a sheet is 1
    std::vector<WorkbookCell> cells = {}; // those that have something in them, from left to right
    bool isFaulty = false;                // something in it cannot be read

    bool operator==(const WorkbookRow &) const = default;
};

inline constexpr int mostColumns = 16'384; // of a sheet, in every program

} // namespace headway::exchange
