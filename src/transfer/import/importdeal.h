// SPDX-License-Identifier: GPL-3.0-or-later
// Where an imported deal stands: its stage looked up among those of the book, its place in the column.
// What follows from the stage are rules of the domain (domain/rules/importeddeals.h). On the writer's
// thread. Fails with Invalid where the row cannot be taken, or as the connection does.
#pragma once

#include "domain/rules/importeddeals.h"
#include "transfer/import/importrow.h"

namespace headway::transfer {

// A row of the book as a file changes it. A reference to a record that is to be made first is -1.
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

    // The row with the deal's stage and all that follows from it; `before` as the book has it.
    Result<MergedRow> complete(const ImportedRecord &imported, const std::optional<Deal> &before,
                               MergedRow merged) const;
    // The file's order becomes the column's, below the cards that are there. Its references are made by now.
    Result<Row> placed(Row row, const ImportedRecord &imported);
    // The stage history of a deal that was made of `row`, and of one that became `row`.
    std::vector<Change> firstStay(DealId deal, const Row &row) const;
    Result<std::vector<Change>> stayAfter(const Record &before, const Row &row) const;

private:
    Result<NamedRecord> stageOf(const ImportedRecord &imported, const std::optional<Deal> &before) const;
    DealRow described(const ImportedRecord &imported, const std::optional<Deal> &before) const;

    const ImportContext &m_context;
    References &m_references;
    sql::Connection &m_connection;
    const EntityInfo &m_info;
    DealFile m_file;
    QHash<qint64, qint64> m_lastRank; // by stage
};

} // namespace headway::transfer
