// SPDX-License-Identifier: GPL-3.0-or-later
// Imports one source within a step that the caller begins and ends: importer.h for a single source,
// archive.h for a folder of files. On the writer's thread; fails as in importer.h.
#pragma once

#include "domain/progress.h"
#include "domain/records/lookups.h"
#include "transfer/import/importkeys.h"
#include "transfer/import/importrest.h"
#include "transfer/import/lackingcolumns.h"
#include "transfer/import/rejectedrows.h"
#include "transfer/import/stylequestions.h"
#include "transfer/rows/groupblanks.h"
#include "transfer/rows/importdeleted.h"
#include "transfer/rows/importlinks.h"
#include "transfer/rows/importmatch.h"
#include "transfer/rows/importmoves.h"
#include "transfer/rows/importrepeats.h"
#include "transfer/rows/importwaiting.h"
#include "transfer/rows/importwrite.h"
#include "transfer/rows/rowrecords.h"

#include <functional>
#include <memory>

namespace headway::transfer {

class ImportRun
{
public:
    // Examines the source, which has to outlive the run: how it is written, and its columns. Nothing is
    // imported yet.
    static Result<std::unique_ptr<ImportRun>> prepare(sql::Connection &connection, RowSource &source,
                                                      const ImportRequest &request, const Actor &actor);

    Result<> into(store::StepWriter &step, const Progress &progress);
    const ImportReport &report() const { return m_report; }
    qint64 lastRecord() const { return m_lastRecord; } // of the last row that was taken; 0: none was

private:
    ImportRun(sql::Connection &connection, RowSource &source, const ImportRequest &request,
              const Actor &actor);

    Result<> requirePipeline() const;
    Result<> requireNewPipeline();
    Result<> makePipeline(store::StepWriter &step, const Progress &progress);
    void note(const std::vector<Sentence> &sentences);
    Result<> makePlan();
    void takeGroups(const std::vector<QStringList> &samples);
    void settleSystem();
    Result<> planColumns(Fidelity fidelity, const std::vector<CustomField> &custom,
                         const std::vector<QStringList> &samples);
    void planOwnCells();
    Result<std::vector<exchange::Misfit>> planForeignCells(const SampleRows &first);
    Result<> recognise();
    Result<> chooseKeys();
    Result<> chooseKeysOfMoves();
    Error noSuchDeal(const SourceRow &row, bool isOther, size_t matching);
    Result<RowWriter::Written> putMove(const SourceRow &row, ImportedRecord &imported);
    Result<> writeMoves();
    bool isKnownByRows() const;
    Result<qint64> becameBefore(const SourceRow &row) const;
    Result<> askAboutNames();
    Result<> checkTwins(const ImportedRecord &imported, const std::vector<qint64> &matching) const;
    Result<std::vector<qint64>> meant(const ImportedRecord &imported, bool isOther);
    bool isJustCalled(const QStringList &keys) const;
    // Which record a row is written to.
    struct Destination {
        qint64 record = 0;   // 0: a new one
        bool isLeft = false; // nothing of the row is written
    };
    Result<Destination> destinationOf(const SourceRow &row, ImportedRecord &imported);
    Result<Destination> intoRecord(qint64 record, ImportedRecord &imported);
    static exchange::ImportTarget notedInstead(EntityKind kind, const exchange::ImportTarget &target);
    void leaveToOtherFiles();
    void noteAmountUnits();
    void noteEpochs(const std::vector<QStringList> &samples);
    Result<SampleRows> readSamples();
    // The next row or problem, with numbers written as the rest of the file is.
    Result<std::optional<SourceItem>> nextItem();
    bool isLeftAsDeleted(const SourceRow &row);
    QString ownIdColumn() const;
    void askAboutRows();
    Result<> take(const SourceRow &row, Pass pass);
    Result<RowWriter::Written> put(const SourceRow &row, Pass pass);
    Result<> reject(const SourceRow &row, const Error &error);
    Result<> reject(const SourceProblem &problem);
    RejectedRow noted(RejectedRow row); // in the report
    Result<> takeWaiting(const Progress &progress);
    Result<> takeWaitingOnce(const std::function<Pass(qint64 line)> &passOf, const Progress &progress);
    Result<> manageTeams();
    Result<> takeNamesForIds(const std::vector<QStringList> &samples);
    bool mayBeLinkedLater(const ImportedRecord &imported) const;
    Result<> linkLate(const Progress &progress);
    Result<> begin(store::StepWriter &step, const Progress &progress);
    Result<> readRows(const Progress &progress);
    // Every so many rows; Cancelled if nobody wants the rest.
    Result<> heard(const Progress &progress, qint64 rows, qint64 position) const;
    Result<> conclude();

    sql::Connection &m_connection;
    RowSource &m_source;
    ImportRequest m_request;
    Actor m_actor;
    ImportReport m_report;
    ImportQuestions m_questions;
    ImportRest m_rest;
    LackingColumns m_lacking;
    QString m_digest;    // of the source
    RowRecords m_before; // what its rows became when this very file was imported before
    RowRecords m_became; // what they become
    RejectReasons m_reasons;
    Lookups m_lists;
    std::optional<ImportContext> m_context;
    std::unique_ptr<References> m_references;
    std::unique_ptr<ForeignLinks> m_links;
    std::unique_ptr<RowReader> m_reader;
    std::unique_ptr<RowMatcher> m_matcher;
    std::unique_ptr<RowMatcher> m_otherMatcher; // with ImportRequest::matchElse
    std::unique_ptr<RowMatcher> m_nameMatcher;  // where names are asked about
    qint64 m_namesakes = 0;                     // people of another name at a known address
    std::unique_ptr<RowWriter> m_writer;
    std::unique_ptr<StageMoves> m_moves; // of a file of stage histories
    qint64 m_otherMoves = 0;             // its rows that tell of something else
    std::unique_ptr<RejectedRows> m_rejected;
    std::unique_ptr<RowRepeats> m_repeats;
    DeletedRows m_deleted;
    qint64 m_deletedRows = 0;
    qsizetype m_groups = -1; // the column of the groups' titles
    std::vector<qsizetype> m_grouped = {};
    GroupBlanks m_blanks;
    QString m_firstGroup;
    WaitingRows m_waiting; // that refer to later ones of the same file
    struct LateRow {
        qint64 record = 0; // that it became
        Pass pass = Pass::Last;
    };
    WaitingRows m_late;                // that went in without a link that a later one of the file may bring
    QHash<qint64, LateRow> m_lateRows; // by line
    std::vector<std::pair<qint64, ImportedRecord>> m_unmanaged; // users whose team's manager comes after them
    qint64 m_lastRecord = 0;
    qint64 m_lastBefore = 0; // the last record of the kind before any row went in
};

} // namespace headway::transfer
