// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the rows of a source into the book: one transaction, one step in the history, memory independent
// of the number of rows. A row goes in whole or not at all; rows that cannot be taken go to the rejected file
// with line, column and reason, and the rest goes on. Called on the writer's thread by the import
// assistant and the command line. Fails, changing nothing, when the source cannot be read, the plan does
// not fit it, a number or date can be read in two ways, the database fails, or the user cancels.
#pragma once

#include "domain/progress.h"
#include "store/commit/commit.h"
#include "transfer/import/importrequest.h"

namespace headway::transfer {

[[nodiscard]] Result<ImportReport> importRows(sql::Connection &connection, RowSource &source,
                                              const ImportRequest &request, const Actor &actor,
                                              const Progress &progress = {});
// The same for a file; one that is matched by id is an export of ours.
[[nodiscard]] Result<ImportReport> importFile(sql::Connection &connection, SourceFile file,
                                              const ImportRequest &request, const Actor &actor,
                                              const Progress &progress = {});

// What the words of --existing and --create-missing mean; Invalid names the word.
[[nodiscard]] Result<DuplicatePolicy> existingNamed(const QString &word);
[[nodiscard]] Result<EntityKind> kindNamed(const QString &word); // "deal", "deals", "users" …

} // namespace headway::transfer
