// SPDX-License-Identifier: GPL-3.0-or-later
// The stage and place of an imported deal: its stage is looked up among those of the book. The consequences
// of a stage are rules of the domain (domain/rules/importeddeals.h). On the writer's thread. Fails with
// Invalid if the row cannot be imported, or as the connection fails.
#pragma once

#include "domain/rules/importeddeals.h"
#include "transfer/rows/importhistory.h"
#include "transfer/rows/importrow.h"

namespace headway::transfer {

// A row of the book with a file's changes. A reference to a record that has to be created first is -1.
struct MergedRow {
    struct Pending {
        int field = -1;
        NamedRecord named = {};
    };
    Row row = {};
    std::vector<Pending> pending = {};
    QStringList kept = {}; // "Column: text" of what the row says that does not hold
    std::optional<RowHistory> history =
        {}; // of a deal whose row tells of its stages; none: it stays as it is
};

class DealPlacement
{
public:
    DealPlacement(const ImportContext &context, References &references, sql::Connection &connection);

    // The row with the deal's stage and its consequences; `before` is the deal in the book.
    Result<MergedRow> complete(const ImportedRecord &imported, const std::optional<Deal> &before,
                               MergedRow merged);
    // The row with its rank: the file's order becomes the column's, below the cards that are there. The
    // records it refers to exist by now.
    Result<Row> placed(Row row, const ImportedRecord &imported);
    // The stage history of a deal that was created from `row`, and of one that was changed to `row`.
    std::vector<Change> firstStay(DealId deal, const Row &row) const;
    Result<std::vector<Change>> stayAfter(const Record &before, const Row &row) const;
    // The same of one whose row tells it; stages that are missing have to be made before.
    Result<> makeStages(RowHistory &history, store::StepWriter &step);
    std::vector<Change> stays(DealId deal, const RowHistory &history) const;
    qint64 stagesUntold() const { return m_history.untold(); }

private:
    // A deal on the way into the book: what its row says that does not hold stays as text.
    struct Placing {
        const ImportedRecord &imported;
        const std::optional<Deal> &before;
        QStringList kept = {}; // "Column: text"
    };
    Result<NamedRecord> stageOf(Placing &placing) const;
    qint64 pipelineOf(const NamedRecord *pipeline, const std::optional<NamedRecord> &named) const;
    Result<NamedRecord> stageOfType(Placing &placing, const std::optional<NamedRecord> &named,
                                    StageType type) const;
    std::optional<StageType> statusOf(const Placing &placing) const;
    QString columnOf(QStringView field) const;
    void leave(Placing &placing, QStringView field, ImportQuestion::About about, const QString &text) const;
    void leaveClosing(Placing &placing, const Stage &stage, const DealRow &row, Deal &deal) const;
    void sayClosing(const ImportedRecord &imported, const NamedRecord &named, const Stage &stage,
                    const Deal &deal, DealRow &row) const;
    Result<> takeHistory(Placing &placing, const NamedRecord &named, const Stage &stage, DealRow row,
                         Deal &deal, MergedRow &merged);
    DealRow described(const ImportedRecord &imported, const std::optional<Deal> &before) const;

    const ImportContext &m_context;
    References &m_references;
    sql::Connection &m_connection;
    const EntityInfo &m_info;
    DealFile m_file;
    DealHistory m_history;
    QHash<qint64, qint64> m_lastRank; // by stage
};

} // namespace headway::transfer
