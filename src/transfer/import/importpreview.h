// SPDX-License-Identifier: GPL-3.0-or-later
// What the import assistant shows before an import: how the source is written, its columns, a sample of
// each, and their targets. Reads only the first rows; any thread. Fails as the source does.
#pragma once

#include "exchange/plan/columnfit.h"
#include "exchange/plan/importplan.h"
#include "transfer/import/rowsource.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace headway::transfer {

struct ImportPreview {
    Writing writing = {};
    QStringList columns = {};
    QStringList samples = {};                   // of each column, the first cell that is not blank
    QStringList targets = {};                   // names of the columns' targets; empty: not imported
    QString match = {};                         // the target that probably identifies records; empty: none
    std::vector<exchange::Misfit> misfits = {}; // columns that hold something else than their names say
};

[[nodiscard]] Result<ImportPreview> previewImport(RowSource &source, EntityKind kind,
                                                  const std::vector<CustomField> &custom);

// Whether records of the kind need a name that none of the targets provides.
[[nodiscard]] bool lacksName(EntityKind kind, const QStringList &targets);

// A name made of other columns, for deals from programs where deals have none: the product and, if there is
// one, the company, as a SetRule's text. Empty if there is no suggestion.
[[nodiscard]] QString suggestedName(const QStringList &columns, const QStringList &targets);

// The kind of record that most of the columns fit: what a file called "people.csv" probably contains.
[[nodiscard]] EntityKind likelyKind(const QStringList &columns, const std::vector<CustomField> &custom);

} // namespace headway::transfer
