// SPDX-License-Identifier: GPL-3.0-or-later
// Writes one row of an imported file to the book: the record, the records that it only names, and its child
// records. Everything is checked before anything is written: an error of code Invalid means that nothing
// was written, any other that the import has to end. On the writer's thread.
#pragma once

#include "domain/changes/validate.h"
#include "transfer/rows/importchildren.h"
#include "transfer/rows/importdeal.h"

namespace headway::transfer {

class RowWriter
{
public:
    RowWriter(const ImportContext &context, References &references, sql::Connection &connection,
              store::StepWriter &step);

    enum class Outcome { Created, Updated, Unchanged };
    // The id is that of the record, created or matched.
    struct Written {
        Outcome outcome = Outcome::Unchanged;
        qint64 id = 0;
    };
    Result<Written> create(const ImportedRecord &imported);
    Result<Written> update(const ImportedRecord &imported, qint64 id);
    // The manager of a user's team, once all rows are in.
    Result<> manageTeamOf(qint64 user, const ImportedRecord &imported);
    // Of a row that cannot be taken for its cells: adds what else is missing in it.
    void complain(const ImportedRecord &imported) const;
    // How many records were given a name because their row had none.
    qint64 named() const { return m_named; }
    // Activities without a day that stand on the day of their creation.
    qint64 onCreation() const { return m_onCreation; }
    // Deals whose file tells of their stages, but not since when they are in the present one.
    qint64 stagesUntold() const { return m_deals ? m_deals->stagesUntold() : 0; }

private:
    Result<Written> createNew(const ImportedRecord &imported);
    Result<Written> restore(const ImportedRecord &imported);
    // A record as it is before its row, and what of the row it lacks.
    Result<store::Presence> presenceOf(EntityRef ref) const;
    Result<Record> present(EntityRef ref) const;
    Result<std::vector<ChildRecord>> missingParts(const ImportedRecord &imported, EntityRef ref) const;

    Row emptied(Row row, const ImportedRecord &imported) const; // for empty cells in a file of ours
    Result<MergedRow> merge(const ImportedRecord &imported, DuplicatePolicy policy, const Row &before) const;
    // Invalid if no record may be so. What is too long a line, say, stays as text instead where that is possible.
    Result<> checkRow(const ImportedRecord &imported, DuplicatePolicy policy, const Row &before,
                      MergedRow &merged) const;
    bool keepProblems(const ImportedRecord &imported, DuplicatePolicy policy, const Row &before,
                      MergedRow &merged, const std::vector<Problem> &problems) const;
    QString columnOf(int field) const;
    Result<> checkCurrency(const ImportedRecord &imported, DuplicatePolicy policy, const Row &before,
                           const Row &after) const;
    void mergeCustom(const ImportedRecord &imported, DuplicatePolicy policy, Row &row) const;
    // The row with the records it refers to; missing ones are created.
    Result<Row> withReferences(MergedRow merged);
    Result<> applyAll(const std::vector<Change> &changes);
    Result<> applyChildRecords(std::vector<ChildRecord> children, EntityRef owner);
    // What was to be done next in a deal or lead that is over is only noted.
    void beginLead(const ImportedRecord &imported, Row &row) const;
    bool expectsStep(EntityRef ref, Row row) const;
    void noteStep(const ImportedRecord &imported, Row &row) const;
    // Whether the row's next step is to be planned; not if the record (id 0: a new one) has it already.
    Result<bool> wantsStep(const ImportedRecord &imported, EntityRef ref, const Row &row) const;
    bool editsStep(const ImportedRecord &imported) const; // instead of planning another one
    bool hasStep(const Row &row) const;
    Result<> planStep(const ImportedRecord &imported, EntityRef ref, const Row &row);
    Result<> setTeamManager(const ImportedRecord &imported, const Row &row);

    const ImportContext &m_context;
    References &m_references;
    sql::Connection &m_connection;
    store::StepWriter &m_step;
    const EntityInfo &m_info;
    ChildRecords m_children;
    std::optional<DealPlacement> m_deals; // only for a file of deals
    qint64 m_named = 0;
    qint64 m_onCreation = 0;
};

} // namespace headway::transfer
