// SPDX-License-Identifier: GPL-3.0-or-later
// What has to be said before a file can be read at all: the order of day and month, the decimal mark. An import that
// lacks it fails with a sentence; here are the questions behind it. Any thread. Fails as the source does.
#pragma once

#include "domain/records/pipeline.h"
#include "transfer/request/importreport.h"

namespace headway::transfer {

inline constexpr int rowsForStyle = 2000;

// `rows` are some of the file's, as SampleRows::typed(); empty if they can be read.
[[nodiscard]] std::vector<ImportQuestion> styleQuestions(const exchange::ImportPlan &plan,
                                                         const std::vector<QStringList> &rows,
                                                         const exchange::StyleOptions &said);
// Of the first rows of a source; a plan that does not fit it asks nothing.
[[nodiscard]] Result<std::vector<ImportQuestion>> styleQuestions(RowSource &source,
                                                                 const ImportRequest &request,
                                                                 const std::vector<CustomField> &custom,
                                                                 const std::vector<Stage> &stages = {});

// The first rows behind the column names.
class SampleRows
{
public:
    // The source is at its beginning.
    [[nodiscard]] static Result<SampleRows> read(RowSource &source, int most = rowsForStyle);

    // Their cells; numbers that the source knows are written with a point, or with that mark.
    std::vector<QStringList> cells(QChar decimalMark = u'.') const;
    // Without those numbers, which say nothing of how texts are written.
    std::vector<QStringList> typed() const;

private:
    std::vector<SourceRow> m_rows;
};

} // namespace headway::transfer
