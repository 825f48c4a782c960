// SPDX-License-Identifier: GPL-3.0-or-later
// What has to be said before a file can be read at all: the order of day and month, the decimal mark. An import that
// lacks it fails with a sentence; here are the questions behind it. Any thread. Fails as the source does.
#pragma once

#include "domain/records/pipeline.h"
#include "transfer/request/importreport.h"

namespace headway::transfer {

// `rows` are some of the file's; empty if they can be read.
[[nodiscard]] std::vector<ImportQuestion> styleQuestions(const exchange::ImportPlan &plan,
                                                         const std::vector<QStringList> &rows,
                                                         const exchange::StyleOptions &said);
// Of the first rows of a source; a plan that does not fit it asks nothing.
[[nodiscard]] Result<std::vector<ImportQuestion>> styleQuestions(RowSource &source,
                                                                 const ImportRequest &request,
                                                                 const std::vector<CustomField> &custom,
                                                                 const std::vector<Stage> &stages = {});

// The cells of the first rows behind the column names; the source is at its beginning.
inline constexpr int rowsForStyle = 2000;
[[nodiscard]] Result<std::vector<QStringList>> firstRows(RowSource &source, int most = rowsForStyle);

} // namespace headway::transfer
