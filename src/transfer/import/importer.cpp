// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importer.h"

#include "domain/changes/stepwords.h"
#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "transfer/import/importrun.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

Sentence labelOf(EntityKind kind, qint64 records, const RowSource &source)
{
    return Sentence(steps::imported).arg(records, counted(records, kind), source.name());
}

// All rows are read by then.
Progress atEnd(const Progress &progress, qint64 size)
{
    return progress ? Progress([&progress, size](qint64, qint64) { return progress(size, size); })
                    : Progress();
}

} // namespace

Result<ImportReport> importRows(sql::Connection &connection, RowSource &source, const ImportRequest &request,
                                const Actor &actor, const Progress &progress)
{
    source.wantOnly(request.kind);
    HEADWAY_TRY(run, ImportRun::prepare(connection, source, request, actor));
    HEADWAY_TRY(
        step,
        store::StepWriter::begin(connection, labelOf(request.kind, 0, source), Origin::Imported, actor));
    HEADWAY_CHECK(run->into(step, progress));
    ImportReport report = run->report();
    if (report.read == 0)
        report.notes.push_back(Sentence::tr("There are no rows below the column names."));
    // Returning without finish() rolls everything back.
    const bool isPipelineUnused = !request.newPipeline.isEmpty() && report.created + report.updated == 0;
    if (request.mode == RunMode::Dry || step.changeCount() == 0 || isPipelineUnused)
        return report;
    step.setLabel(labelOf(request.kind, report.created + report.updated, source));
    HEADWAY_TRY(set, step.finish(atEnd(progress, source.size())));
    report.step = set.operation;
    return report;
}

Result<ImportReport> importFile(sql::Connection &connection, SourceFile file, const ImportRequest &request,
                                const Actor &actor, const Progress &progress)
{
    if (request.match.contains(u"id"_s))
        file.author = Author::Headway;
    HEADWAY_TRY(source, openSource(file));
    return importRows(connection, *source, request, actor, progress);
}

} // namespace headway::transfer
