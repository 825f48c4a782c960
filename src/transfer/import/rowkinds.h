// SPDX-License-Identifier: GPL-3.0-or-later
// A column that says of each row what kind of record it is: "Type" with Person and Organisation, "is_company" with True
// and False. Then the rows of a file are of two kinds, each taken as its own. The words are data
// (resources/vocabulary/kinds.tsv). Pure but for
// readRowKinds(), which fails as the source does; any thread.
#pragma once

#include "domain/fields/entity.h"
#include "domain/result.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace headway::transfer {

class RowSource;

// How --word names the column: 'row_kind:Household=company'.
inline constexpr QLatin1StringView rowKindTarget("row_kind");

// Whether the cells of a column of that name may say what each row is.
[[nodiscard]] bool mayTell(const QString &column);

// The kind that a cell of such a column says; none if it says something else.
[[nodiscard]] std::optional<EntityKind> kindOfRow(const QString &column, const QString &cell);

// The kinds that may stand in one list with these records, themselves first.
[[nodiscard]] std::vector<EntityKind> kindsBeside(EntityKind kind);

struct RowKinds {
    qsizetype column = -1;              // which says it
    std::vector<EntityKind> kinds = {}; // of the rows; the first takes those of which it says nothing
};

// The first rows of a file; `isWhole`: there are no more.
struct FirstRows {
    std::vector<QStringList> rows = {};
    bool isWhole = false;
};

// The column whose cells in these rows are such words, those of two kinds that go together: people and companies, leads
// and deals. All of them have to be, or nearly all where both kinds are said. `named`: what the file's name says, which has to be one of the two.
[[nodiscard]] std::optional<RowKinds> rowKinds(const QStringList &columns, const FirstRows &first,
                                               const std::vector<EntityKind> &named);
// Of the first rows of a source, which is read only if one of its columns may say it, and is then somewhere in it.
[[nodiscard]] Result<std::optional<RowKinds>> readRowKinds(RowSource &source, const QStringList &columns,
                                                           const std::vector<EntityKind> &named);

} // namespace headway::transfer
