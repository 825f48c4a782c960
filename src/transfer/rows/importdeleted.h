// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that the other system has deleted or archived, and exports all the same: IsDeleted, Archive status, Deleted at.
// The columns and words are in resources/vocabulary/rows.tsv. Pure; any thread; nothing fails.
#pragma once

#include "exchange/plan/importplan.h"

#include <QStringList>

#include <vector>

namespace headway::transfer {

class DeletedRows
{
public:
    DeletedRows() = default;
    // A column that goes into a field says something else.
    explicit DeletedRows(const exchange::ImportPlan &plan);

    // The column that says that the row is deleted; -1 if none does.
    qsizetype markIn(const QStringList &cells) const;

private:
    struct Mark {
        qsizetype column = -1;
        bool isTime = false; // when it was deleted
    };
    std::vector<Mark> m_marks = {};
};

} // namespace headway::transfer
