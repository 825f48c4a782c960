// SPDX-License-Identifier: GPL-3.0-or-later
// The first rows of a source as the records that they would become: imported for real, looked at, and taken back. On
// the writer's thread; nothing is left in the book. Fails as importRows() does; a row that cannot be taken is a sample
// with its reason.
#pragma once

#include "domain/records/loadedrecord.h"
#include "transfer/import/importer.h"

namespace headway::transfer {

struct ImportSample {
    enum class Becomes { New, Changed, Same, Rejected };

    qint64 line = 0; // of the file
    Becomes becomes = Becomes::New;
    LoadedRecord record = {};    // but for a rejected row
    RelatedRecords related = {}; // its numbers, addresses, tags …
    ImportReport report =
        {}; // of this row alone: what is made along with it, what is asked, why it is rejected
};

[[nodiscard]] Result<std::vector<ImportSample>> sampleImport(sql::Connection &connection, RowSource &source,
                                                             ImportRequest request, const Actor &actor,
                                                             int most);

} // namespace headway::transfer
