// SPDX-License-Identifier: GPL-3.0-or-later
// The stage and place of an imported deal: its stage is looked up among those of the book. The consequences
// of a stage are rules of the domain (domain/rules/importeddeals.h). On the writer's thread. Fails with
// Invalid if the row cannot be imported, or as the connection fails.
#pragma once

#include "domain/rules/importeddeals.h"
#include "transfer/import/importrow.h"

namespace headway::transfer {

// A row of the book with a file's changes. A reference to a record that has to be created first is -1.
struct MergedRow {
    struct Pending {
        int field = -1;
        NamedRecord named = {};
    };
    Row row = {};
    std::vector<Pending> pending = {};
};

class DealPlacement
{
public:
    DealPlacement(const ImportContext &context, References &references, sql::Connection &connection);

    // The row with the deal's stage and its consequences; `before` is the deal in the book.
    Result<MergedRow> complete(const ImportedRecord &imported, const std::optional<Deal> &before,
                               MergedRow merged) const;
    // The row with its rank: the file's order becomes the column's, below the cards that are there. The
    // records it refers to exist by now.
    Result<Row> placed(Row row, const ImportedRecord &imported);
    // The stage history of a deal that was created from `row`, and of one that was changed to `row`.
    std::vector<Change> firstStay(DealId deal, const Row &row) const;
    Result<std::vector<Change>> stayAfter(const Record &before, const Row &row) const;

private:
    Result<NamedRecord> stageOf(const ImportedRecord &imported, const std::optional<Deal> &before) const;
    void sayClosing(const ImportedRecord &imported, const Stage &stage, const Deal &deal, DealRow &row) const;
    DealRow described(const ImportedRecord &imported, const std::optional<Deal> &before) const;

    const ImportContext &m_context;
    References &m_references;
    sql::Connection &m_connection;
    const EntityInfo &m_info;
    DealFile m_file;
    QHash<qint64, qint64> m_lastRank; // by stage
};

} // namespace headway::transfer
