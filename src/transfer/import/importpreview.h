// SPDX-License-Identifier: GPL-3.0-or-later
// What the import assistant shows before anything is imported: how the source is written, its columns,
// a sample of each, and where each would go. Reads only the first rows; any thread. Fails as the source
// does.
#pragma once

#include "exchange/plan/importplan.h"
#include "transfer/import/rowsource.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace headway::transfer {

struct ImportPreview {
    Writing writing = {};
    QStringList columns = {};
    QStringList samples = {}; // the first cell of each column that is not blank
    QStringList targets = {}; // the name of where each column would go; empty: nowhere
    QString match = {};       // the target by which records are probably known again; empty: none
};

[[nodiscard]] Result<ImportPreview> previewImport(RowSource &source, EntityKind kind,
                                                  const std::vector<CustomField> &custom);

// Whether records of the kind need a name that none of the targets brings.
[[nodiscard]] bool lacksName(EntityKind kind, const QStringList &targets);

// A name made of other columns, for deals from programs that give theirs none: the product and, where
// there is one, the company, as a SetRule's text. Empty: nothing suggests itself.
[[nodiscard]] QString suggestedName(const QStringList &columns, const QStringList &targets);

// The kind of record that most of the columns fit: what a file called "people.csv" probably holds.
[[nodiscard]] EntityKind likelyKind(const QStringList &columns, const std::vector<CustomField> &custom);

} // namespace headway::transfer
