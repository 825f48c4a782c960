// SPDX-License-Identifier: GPL-3.0-or-later
// Blank cells of columns that have a value only in the first row of each group, as reports write them: they have the
// value above if the user says so; where they only seem to, it is asked. A row after the other, as the source gives them;
// on the thread of the import; nothing fails.
#pragma once

#include "transfer/request/importreport.h"

#include <vector>

namespace headway::transfer {

class GroupBlanks
{
public:
    GroupBlanks() = default;
    // What is said of columns.
    GroupBlanks(const std::vector<CellRule> &rules, const QStringList &columns);
    // `grouped`: those that look so; asked about if nothing is said of their blank cells. Only what names something is
    // meant, and choices: nobody has the telephone of the row above.
    void askAbout(const std::vector<qsizetype> &grouped, const ImportRequest &request,
                  const exchange::ImportPlan &plan);

    void begin(); // at the first row again
    void read(QStringList &cells);
    std::vector<ImportQuestion> questions() const;

private:
    struct Column {
        qsizetype index = 0;
        QString name = {};
        QString target = {}; // of one that is asked about
        bool isFilled = false;
        QString above = {};
        QString sample = {}; // the first value with a blank cell below it
        qint64 rows = 0;     // with a blank cell below a value
    };
    std::vector<Column> m_columns; // from left to right
};

} // namespace headway::transfer
