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
    return Sentence(steps::imported)
        .arg(records, KindName{kind, records == 1 ? Number::One : Number::Many}, source.name());
}

} // namespace

Result<ImportReport> importRows(sql::Connection &connection, RowSource &source, const ImportRequest &request,
                                const Actor &actor, const Progress &progress)
{
    HEADWAY_TRY(run, ImportRun::prepare(connection, source, request, actor));
    HEADWAY_TRY(
        step,
        store::StepWriter::begin(connection, labelOf(request.kind, 0, source), Origin::Imported, actor));
    HEADWAY_CHECK(run->into(step, progress));
    ImportReport report = run->report();
    // Returning without finish() rolls everything back.
    const bool isPipelineUnused = !request.newPipeline.isEmpty() && report.created + report.updated == 0;
    if (request.mode == RunMode::Dry || step.changeCount() == 0 || isPipelineUnused)
        return report;
    step.setLabel(labelOf(request.kind, report.created + report.updated, source));
    HEADWAY_TRY(set, step.finish());
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

Result<DuplicatePolicy> existingNamed(const QString &word)
{
    if (word == "skip"_L1)
        return DuplicatePolicy::Skip;
    if (word == "fill"_L1)
        return DuplicatePolicy::Fill;
    if (word == "overwrite"_L1)
        return DuplicatePolicy::Overwrite;
    if (word == "create"_L1)
        return DuplicatePolicy::Create;
    return failure(ErrorCode::Invalid,
                   Sentence::tr("%1 is not one of skip, fill, overwrite, create.").arg(Quoted{word}));
}

Result<EntityKind> kindNamed(const QString &word)
{
    const QString wanted = looseKey(word);
    QStringList names;
    for (const EntityKind kind : allEntityKinds()) {
        const EntityInfo &info = entityInfo(kind);
        const QString plural = QString::fromLatin1(info.plural);
        if (wanted == looseKey(plural) || wanted == looseKey(QString::fromLatin1(info.singular))
            || wanted == looseKey(QString(tableName(kind))))
            return kind;
        names += plural;
    }
    return failure(ErrorCode::Invalid,
                   Sentence::tr("%1 is none of: %2.").arg(Quoted{word}, names.join(u", "_s)));
}

} // namespace headway::transfer
