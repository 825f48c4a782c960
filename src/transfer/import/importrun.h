// SPDX-License-Identifier: GPL-3.0-or-later
// Imports one source within a step that the caller begins and ends: importer.h for a single source,
// archive.h for a folder of files. On the writer's thread; fails as in importer.h.
#pragma once

#include "domain/progress.h"
#include "domain/records/lookups.h"
#include "transfer/import/importlinks.h"
#include "transfer/import/importmatch.h"
#include "transfer/import/importwrite.h"
#include "transfer/import/rejectedrows.h"

#include <QTemporaryFile>

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

private:
    ImportRun(sql::Connection &connection, RowSource &source, const ImportRequest &request,
              const Actor &actor);

    Result<> requirePipeline() const;
    Result<> requireNewPipeline();
    Result<> makePipeline(store::StepWriter &step);
    Result<> makePlan();
    static exchange::ImportTarget notedInstead(EntityKind kind, const exchange::ImportTarget &target);
    void leaveToOtherFiles();
    Result<std::vector<QStringList>> readSamples();
    Result<> take(const SourceRow &row, Pass pass);
    Result<RowWriter::Written> put(const SourceRow &row, Pass pass);
    Result<> reject(const SourceRow &row, const Error &error);
    Result<> reject(const SourceProblem &problem);
    Result<> wait(const SourceRow &row);
    Result<> takeWaiting(const Progress &progress);
    Result<> takeWaitingOnce(Pass pass, const Progress &progress);
    Result<> heard(const Progress &progress, qint64 position) const;
    void conclude();

    sql::Connection &m_connection;
    RowSource &m_source;
    ImportRequest m_request;
    Actor m_actor;
    ImportReport m_report;
    ImportQuestions m_questions;
    Lookups m_lists;
    std::optional<ImportContext> m_context;
    std::unique_ptr<References> m_references;
    std::unique_ptr<ForeignLinks> m_links;
    std::unique_ptr<RowReader> m_reader;
    std::unique_ptr<RowMatcher> m_matcher;
    std::unique_ptr<RowMatcher> m_otherMatcher; // with ImportRequest::matchElse
    std::unique_ptr<RowWriter> m_writer;
    std::unique_ptr<RejectedRows> m_rejected;
    std::unique_ptr<QTemporaryFile> m_waiting; // rows that refer to later ones of the same file
    qint64 m_waitingRows = 0;
};

} // namespace headway::transfer
