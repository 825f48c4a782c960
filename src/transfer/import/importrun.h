// SPDX-License-Identifier: GPL-3.0-or-later
// One file on its way into a step that somebody else begins and ends: importer.h for a file by itself,
// archive.h for a folder of them. On the writer's thread; fails as importer.h says.
#pragma once

#include "exchange/csv/csvreader.h"
#include "transfer/import/importmatch.h"
#include "transfer/import/importwrite.h"
#include "transfer/import/rejectedrows.h"

#include <QFile>
#include <QTemporaryFile>

#include <memory>

namespace headway::transfer {

class ImportRun
{
public:
    // Looks at the file: how it is written, what its columns are. Nothing is read into the book yet.
    static Result<std::unique_ptr<ImportRun>>
    prepare(sql::Connection &connection, const ImportRequest &request, const store::Actor &actor);

    // For an archive.
    void trustForwardReferences() { m_context->forward = ImportContext::Forward::Trusted; }

    Result<> into(store::Step &step, const Progress &progress);
    const ImportReport &report() const { return m_report; }

private:
    explicit ImportRun(sql::Connection &connection, const ImportRequest &request, const store::Actor &actor);

    Result<> requirePipeline() const;
    Result<> lookAtFile();
    Result<> makePlan();
    void leaveToOtherFiles();
    Result<> readSamples(std::vector<QStringList> &rows);
    exchange::CsvDialect dialect() const;
    Result<> take(const exchange::CsvRow &row, Pass pass);
    Result<RowWriter::Written> put(const exchange::CsvRow &row, Pass pass);
    Result<> reject(const exchange::CsvRow &row, const Error &error);
    Result<> reject(const exchange::CsvProblem &problem);
    Result<> wait(const exchange::CsvRow &row);
    Result<> takeWaiting(const Progress &progress);
    Result<> takeWaitingOnce(Pass pass, const Progress &progress);
    Result<> heard(const Progress &progress, qint64 bytes) const;
    void conclude();

    sql::Connection &m_connection;
    ImportRequest m_request;
    store::Actor m_actor;
    ImportReport m_report;
    store::Lookups m_lists;
    QFile m_file;
    std::optional<ImportContext> m_context;
    std::unique_ptr<References> m_references;
    std::unique_ptr<RowReader> m_reader;
    std::unique_ptr<RowMatcher> m_matcher;
    std::unique_ptr<RowWriter> m_writer;
    std::unique_ptr<RejectedRows> m_rejected;
    std::unique_ptr<QTemporaryFile> m_waiting; // rows that refer to later ones of the same file
    qint64 m_waitingRows = 0;
};

} // namespace headway::transfer
