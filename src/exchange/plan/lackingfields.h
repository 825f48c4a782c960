// SPDX-License-Identifier: GPL-3.0-or-later
// Fields that records mostly have and that no column of a file is, though one that nothing takes holds just that: money
// in a file of deals without an amount, e-mail addresses in one of people without any. Careful, for each is a question.
// Pure; any thread; nothing fails.
#pragma once

#include "exchange/plan/importplan.h"

#include <QList>

namespace headway::exchange {

// What the book is full of, and by which its columns are known.
struct BookWords {
    QStringList users = {};  // names and e-mail addresses
    QStringList stages = {}; // of all pipelines
};

// A field that is lacking, and the columns that may be it.
struct LackingField {
    QString target = {};           // by its name on the command line: "amount"
    QList<qsizetype> columns = {}; // by index, the likeliest first; never empty

    bool operator==(const LackingField &) const = default;
};

// The targets that may be lacking, of records of any kind.
[[nodiscard]] QStringList fieldsThatMayLack();

// `rest`: the columns that nothing takes, and of which nobody has said anything, by index. `rows`: the first of the
// file, of which some are looked at.
[[nodiscard]] std::vector<LackingField> lackingFields(const ImportPlan &plan, const QList<qsizetype> &rest,
                                                      const std::vector<QStringList> &rows,
                                                      const BookWords &book);

// The columns of days, those first whose names speak of an end: where a closing day may stand.
[[nodiscard]] QStringList columnsOfDays(const ImportPlan &plan, const std::vector<QStringList> &rows);

} // namespace headway::exchange
