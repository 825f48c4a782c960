// SPDX-License-Identifier: GPL-3.0-or-later
// Puts one row of an imported file into the book: the record, the records that only its names call for,
// and its child records. Everything of a row is checked before anything of it is written: an error of code
// Invalid means that nothing was, any other that the import is over. On the writer's thread.
#pragma once

#include "transfer/import/importchildren.h"
#include "transfer/import/importdeal.h"

namespace headway::transfer {

class RowWriter
{
public:
    RowWriter(const ImportContext &context, References &references, sql::Connection &connection,
              store::StepWriter &step);

    enum class Outcome { Created, Updated, Unchanged };
    // The id is that of the record, made or met.
    struct Written {
        Outcome outcome = Outcome::Unchanged;
        qint64 id = 0;
    };
    Result<Written> create(const ImportedRecord &imported);
    Result<Written> update(const ImportedRecord &imported, qint64 id);

private:
    Result<Written> createNew(const ImportedRecord &imported);
    Result<Written> restore(const ImportedRecord &imported);

    Row emptied(Row row, const ImportedRecord &imported) const; // where a file of ours has an empty cell
    Result<MergedRow> merge(const ImportedRecord &imported, DuplicatePolicy policy, const Row &before) const;
    Result<> checkCurrency(const ImportedRecord &imported, DuplicatePolicy policy, const Row &before,
                           const Row &after) const;
    void mergeCustom(const ImportedRecord &imported, DuplicatePolicy policy, Row &row) const;
    // The row with the records it refers to, those made that were missing.
    Result<Row> withReferences(MergedRow merged);
    Result<> applyAll(const std::vector<Change> &changes);
    Result<> applyChildRecords(const std::vector<ChildRecord> &children, EntityRef owner);
    Result<> setTeamManager(const ImportedRecord &imported, const Row &row);

    const ImportContext &m_context;
    References &m_references;
    sql::Connection &m_connection;
    store::StepWriter &m_step;
    const EntityInfo &m_info;
    ChildRecords m_belongings;
    std::optional<DealPlacement> m_deals; // of a file of deals
};

} // namespace headway::transfer
