// SPDX-License-Identifier: GPL-3.0-or-later
// Imports the rows of a source into the book: one transaction, one step in the history, memory independent
// of the number of rows. A row is imported whole or not at all; rows that cannot be imported are written to
// the file of rejected rows with line, column and reason, and the import continues. Called on the writer's
// thread by the import assistant and the command line. Fails, changing nothing, when the source cannot be
// read, the plan does not fit it, a number or date has two readings, the database fails, or the user
// cancels.
#pragma once

#include "domain/progress.h"
#include "store/commit/commit.h"
#include "transfer/request/importreport.h"

namespace headway::transfer {

[[nodiscard]] Result<ImportReport> importRows(sql::Connection &connection, RowSource &source,
                                              const ImportRequest &request, const Actor &actor,
                                              const Progress &progress = {});
// The same for a file; one matched by id is taken to be an export of ours.
[[nodiscard]] Result<ImportReport> importFile(sql::Connection &connection, SourceFile file,
                                              const ImportRequest &request, const Actor &actor,
                                              const Progress &progress = {});

} // namespace headway::transfer
