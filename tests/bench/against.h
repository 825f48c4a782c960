// SPDX-License-Identifier: GPL-3.0-or-later
// Two builds of this program side by side: the rows of both are measured in turn, family by family, so that what
// else the machine does meets both alike. What is printed is a ratio for each row, new to old, with its range.
#pragma once

#include <QStringList>

namespace headway::bench {

struct Comparison {
    QString program = {};       // the bench of the other build
    QStringList arguments = {}; // for both: scale, engine
    QStringList families = {};  // the beginnings of the names of rows; those of one are measured together
    QStringList only = {};      // rows whose names begin so; empty: all
    int rounds = 5;             // at least 1
    bool onServer = false;      // whether the rows of a server are measured as well
};

// Prints a table. Ends the program if nothing at all could be measured.
void compareBuilds(const Comparison &comparison);

} // namespace headway::bench
