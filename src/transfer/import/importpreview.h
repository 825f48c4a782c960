// SPDX-License-Identifier: GPL-3.0-or-later
// What the import assistant shows before an import: how the source is written, its columns, samples of each, their
// targets, and what has to be said before it can be read. Reads only the first rows; any thread. Fails as the source
// does.
#pragma once

#include "domain/records/pipeline.h"
#include "exchange/plan/columnfit.h"
#include "exchange/plan/importplan.h"
#include "exchange/plan/owncolumns.h"
#include "transfer/questions/importquestions.h"
#include "transfer/source/rowsource.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace headway::transfer {

struct ImportPreview {
    Writing writing = {};
    QStringList columns = {};
    QStringList samples = {};                    // of each column, the first cell that is not blank
    QStringList targets = {};                    // names of the columns' targets; empty: not imported
    QString match = {};                          // the target that probably identifies records; empty: none
    std::vector<exchange::Misfit> misfits = {};  // columns that hold something else than their names say
    std::vector<exchange::RestColumn> rest = {}; // columns that nothing takes; the field each could become
    QString product = {};                        // whose columns they are: "HubSpot"; empty: nobody knows
    std::vector<QStringList> examples = {};      // of each column, the first cells that differ
    std::vector<SourceRow> opening = {};         // the first rows of the file, as they stand there
    std::vector<SourceSheet> sheets = {};        // of a workbook
    QString sheet = {};                          // the one that is read
    qint64 headerLine = 0;                      // where the column names stand; 0: such a source has no lines
    std::vector<ImportQuestion> questions = {}; // without an answer it cannot be read
};

// `stages` of the book: a column such as "Offer since" is of one of these, or of one that the rows name.
[[nodiscard]] Result<ImportPreview> previewImport(RowSource &source, EntityKind kind,
                                                  const std::vector<CustomField> &custom,
                                                  const std::vector<Stage> &stages = {});

// Whether records of the kind need a name that none of the targets provides.
[[nodiscard]] bool lacksName(EntityKind kind, const QStringList &targets);

// A name made of other columns, for deals from programs where deals have none: the product and, if there is
// one, the company, as a SetRule's text. Empty if there is no suggestion.
[[nodiscard]] QString suggestedName(const QStringList &columns, const QStringList &targets);

// The kind of record that most of the columns fit: what a file called "people.csv" probably contains.
[[nodiscard]] EntityKind likelyKind(const QStringList &columns, const std::vector<CustomField> &custom);

} // namespace headway::transfer
